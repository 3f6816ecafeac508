"""The edits that put another text into a block's place, spelled as the file needs them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from termlint.model.document import Block, Segment, SegmentKind, editable_range
from termlint.model.finding import Edit


def edits_for(block: Block, start: int, end: int, new: str) -> tuple[Edit, ...] | None:
    """Edits that replace ``block.text[start:end]`` by ``new`` wherever it stands; None where no edit of it alone is right.

    Where markup may stand within a word (``block.joins``), ``new`` goes where the word begins and its other parts become empty.
    Every copy of the block is edited along, or nothing is.
    """
    edits: list[Edit] = []
    for segments in (block.segments, *block.copies):
        copy = replace(block, segments=segments)
        ranges = _ranges(copy, start, end)
        parts = [new, *[""] * (len(ranges) - 1)]
        if len(ranges) > 1 and block.text[end : end + 1].isspace() and len(_runs(segments, end - 1, end + 1)) == 1:
            # A run that begins with a blank may lose it: the last letter stays where the word ended.
            parts[0], parts[-1] = new[:-1], new[-1:]
        if not ranges or not parts[0]:
            return None
        edits += [_edit(block, place, part) for place, part in zip(ranges, parts, strict=True)]
    return tuple(edits)


def _edit(block: Block, place: tuple[int, int], text: str) -> Edit:
    spelled = text
    for write in block.writers:
        spelled = write(spelled)
    return Edit(*place, spelled, None if spelled == text else text)


def _ranges(block: Block, start: int, end: int) -> list[tuple[int, int]]:
    if not block.joins:
        place = editable_range(block, start, end)
        return [place] if place else []
    places = [editable_range(block, *part) for part in _runs(block.segments, start, end)]
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
