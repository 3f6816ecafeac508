"""The edits that put another text into a block's place, spelled as the file needs them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from termlint.model.document import Block, Segment, SegmentKind, editable_range
from termlint.model.finding import Edit


def edits_for(block: Block, start: int, end: int, new: str) -> tuple[Edit, ...] | None:
    """Edits that replace ``block.text[start:end]`` by ``new`` wherever it stands; None where no edit of it alone is right.

    The first edit holds the text. Where markup may stand within a word (``block.joins``), the whole of ``new`` goes where the
    word begins, and its other parts become empty. Every copy of the block is edited along, or nothing is.
    """
    spelled = new
    for write in block.writers:
        spelled = write(spelled)
    first = (spelled, None if spelled == new else new)
    edits: list[Edit] = []
    for segments in (block.segments, *block.copies):
        ranges = _ranges(replace(block, segments=segments), start, end)
        if not ranges:
            return None
        edits += [Edit(*ranges[0], *first), *(Edit(*rest, "") for rest in ranges[1:])]
    return tuple(edits)


def _ranges(block: Block, start: int, end: int) -> list[tuple[int, int]]:
    if not block.joins:
        place = editable_range(block, start, end)
        return [place] if place else []
    parts = _runs(block.segments, start, end)
    places = [editable_range(block, *part) for part in parts]
    return [place for place in places if place] if all(places) else []


def _runs(segments: Sequence[Segment], start: int, end: int) -> list[tuple[int, int]]:
    """``start`` to ``end``, cut where markup stands in the source."""
    first = bisect_right(segments, start, key=lambda segment: segment.start) - 1
    after = bisect_left(segments, end, key=lambda segment: segment.start)
    touched = segments[first:after]
    if any(segment.kind is SegmentKind.GUARDED for segment in touched):
        return [(start, end)]  # which is not editable
    borders = [right.start for left, right in pairwise(touched) if left.source_end != right.source_start]
    return list(pairwise([start, *borders, end]))
