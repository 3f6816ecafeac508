"""Whether a fixed text reads as planned: the same blocks, in which only the replaced words differ."""

from collections.abc import Iterable, Sequence

from termlint.model.document import Block, Document, Segment, SegmentKind
from termlint.model.finding import Edit


def reads_as_planned(before: Document, edits: Sequence[Edit], after: Document) -> bool:
    """Whether ``after`` is ``before`` with just ``edits`` made. Each edit has to show in at least one block.

    No rule of escaping catches what this does: a word at the beginning of a line that turns it into a list item, a bracket
    that closes a link, an underscore that ends an emphasis.
    """
    if len(before.blocks) != len(after.blocks):
        return False
    shown: set[int] = set()
    for old, new in zip(before.blocks, after.blocks, strict=True):
        planned = _text_with(old, edits, shown)
        if planned != new.text or _shape(old) != _shape(new):
            return False
    return len(shown) == len(edits)


def _shape(block: Block) -> tuple[object, ...]:
    marks = tuple(mark.kind for mark in block.marks)
    return block.kind, block.level, block.quoted, block.location, len(block.headings), len(block.trail), marks


def _text_with(block: Block, edits: Sequence[Edit], shown: set[int]) -> str | None:
    """The block's text with those edits made that fall into it; None where one falls between or into something not editable."""
    if not block.segments:
        return block.text
    first, last = block.segments[0].source_start, block.segments[-1].source_end
    pieces = []
    at = 0
    for number, edit in sorted(enumerate(edits), key=lambda one: one[1].start):
        if edit.end <= first or edit.start >= last:
            continue
        start = _text_offset(block.segments, edit.start, of_end=False)
        end = _text_offset(block.segments, edit.end, of_end=True)
        if start is None or end is None:
            return None
        pieces += [block.text[at:start], edit.replacement]
        at = end
        shown.add(number)
    return "".join(pieces) + block.text[at:]


def _text_offset(segments: Iterable[Segment], source: int, *, of_end: bool) -> int | None:
    for segment in segments:
        inside = (
            segment.source_start < source <= segment.source_end
            if of_end
            else segment.source_start <= source < segment.source_end
        )
        if not inside:
            continue
        if segment.kind is SegmentKind.COPIED:
            return segment.start + source - segment.source_start
        if segment.kind is SegmentKind.ATOM and source == (segment.source_end if of_end else segment.source_start):
            return segment.end if of_end else segment.start
        return None
    return None
