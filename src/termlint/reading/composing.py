"""Formats within formats: what an inner reader found in a decoded value, in the coordinates of the file around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from termlint.model.document import Block, Segment, SegmentKind


def compose(block: Block, outer: Sequence[Segment], writers: tuple[Callable[[str], str], ...] = ()) -> Block:
    """``block`` was read from a text that ``outer`` maps to the file; ``writers`` spell a replacement there, after its own."""
    segments = tuple(part for segment in block.segments for part in _through(segment, outer))
    copies = tuple(tuple(part for segment in copy for part in _through(segment, outer)) for copy in block.copies)
    return replace(block, segments=segments, copies=copies, writers=block.writers + writers)


def _through(segment: Segment, outer: Sequence[Segment]) -> list[Segment]:
    """Split at every border of the outer segments; what is spelled otherwise outside stays whole or is guarded."""
    first = bisect_right(outer, segment.source_start, key=lambda one: one.end)
    after = bisect_left(outer, segment.source_end, key=lambda one: one.start)
    touched = outer[first:after]
    if not touched:  # an empty range, or one beyond the value
        place = outer[min(first, len(outer) - 1)].source_start if outer else 0
        return [Segment(segment.start, segment.end, place, place, SegmentKind.GUARDED)]
    if segment.kind is SegmentKind.COPIED:
        return [_part(segment, one) for one in touched]
    left, right = _part(segment, touched[0], whole=False), _part(segment, touched[-1], whole=False)
    kind = segment.kind
    if kind is SegmentKind.ATOM and not _is_whole(segment, touched):
        kind = SegmentKind.GUARDED
    return [Segment(segment.start, segment.end, left.source_start, right.source_end, kind)]


def _part(segment: Segment, one: Segment, *, whole: bool = True) -> Segment:
    """The part of ``segment`` (whose source is the value) that stands in ``one`` (whose text is the value)."""
    start, end = max(segment.source_start, one.start), min(segment.source_end, one.end)
    shift = segment.start - segment.source_start if whole else 0
    if one.kind is SegmentKind.COPIED:
        move = one.source_start - one.start
        return Segment(start + shift, end + shift, start + move, end + move)
    kind = one.kind if (start, end) == (one.start, one.end) else SegmentKind.GUARDED
    return Segment(start + shift, end + shift, one.source_start, one.source_end, kind)


def _is_whole(segment: Segment, touched: Sequence[Segment]) -> bool:
    """Whether replacing all of the atom's source replaces nothing else."""
    for number, one in enumerate(touched):
        if one.kind is SegmentKind.GUARDED:
            return False
        cut = one.start < segment.source_start or one.end > segment.source_end
        if cut and one.kind is SegmentKind.ATOM:
            return False
        if number and touched[number - 1].source_end != one.source_start:
            return False
    return True
