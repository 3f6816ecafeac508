"""From a block's text back to its source."""

import pytest

from termlint.model.document import Block, BlockKind, Segment, SegmentKind, editable_range, source_range

# source: "> The **cus**tomer &amp;⏎> `x` y", text: "The customer & X y"
BLOCK = Block(
    BlockKind.PARAGRAPH,
    "The customer & X y",
    (
        Segment(0, 4, 2, 6),
        Segment(4, 7, 8, 11),
        Segment(7, 13, 13, 19),
        Segment(13, 14, 19, 24, SegmentKind.ATOM),
        Segment(14, 15, 24, 27, SegmentKind.ATOM),
        Segment(15, 16, 27, 30, SegmentKind.GUARDED),
        Segment(16, 18, 30, 32),
    ),
)


@pytest.mark.parametrize(
    ("start", "end", "source", "editable"),
    [
        (0, 3, (2, 5), True),
        (1, 2, (3, 4), True),
        (4, 7, (8, 11), True),
        (4, 12, (8, 18), False),  # markup within
        (7, 14, (13, 24), True),  # a whole atom
        (13, 15, (19, 27), True),
        (15, 16, (27, 30), False),  # guarded
        (14, 17, (24, 31), False),
        (17, 18, (31, 32), True),
    ],
)
def test_ranges(start, end, source, editable):
    assert source_range(BLOCK, start, end) == source
    assert editable_range(BLOCK, start, end) == (source if editable else None)


def test_part_of_an_atom_is_not_editable():
    block = Block(BlockKind.PARAGRAPH, "abc", (Segment(0, 3, 5, 20, SegmentKind.ATOM),))
    assert source_range(block, 1, 2) == (5, 20)
    assert editable_range(block, 1, 2) is None
    assert editable_range(block, 0, 3) == (5, 20)
