"""From a passage to the block that leaves this room."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace

from termlint.model.document import OBJECT, Block, BlockKind, MarkKind, Segment, SegmentKind
from termlint.reading.composing import compose
from termlint.reading.objects import find_objects
from termlint.reading.passage import Passage, PassageBuilder, put_stand_ins, strip
from termlint.reading.placeholders import Masked, mask_placeholders, put_placeholders

_WORD = re.compile(r"\w")
_DEEPEST = 3
"""ICU messages within branches of ICU messages."""


def finished_passage(passage: Passage, masked: Masked) -> Passage | None:
    """With an object for everything that is no prose; None where no word is left, and no placeholder that holds a text."""
    passage = put_placeholders(passage, masked)
    ranges = find_objects(passage.text)
    if ranges:
        passage = put_stand_ins(passage, ranges)
    if _WORD.search(passage.text) or (masked.prose and any(_texts_within(passage.text, passage.segments, masked))):
        return strip(passage)
    return None


def finished_text(passage: Passage) -> Passage | None:
    """As ``finished_passage``, with the placeholders that its text shows: markup in the source may stand within them."""
    masked = mask_placeholders(passage.text)
    if masked.ranges:
        passage = put_stand_ins(passage, [(start, end, MarkKind.PLACEHOLDER) for start, end in masked.ranges])
    return finished_passage(passage, Masked(passage.text, masked.character, ()))


def block_of(
    passage: Passage,
    *,
    kind: BlockKind,
    headings: tuple[str, ...] = (),
    trail: tuple[str, ...] = (),
    level: int = 0,
    quoted: bool = False,
    writers: tuple[Callable[[str], str], ...] = (),
) -> Block:
    return Block(kind, passage.text, passage.segments, passage.marks, headings, trail, level, quoted, None, writers)


def with_fallbacks(blocks: Iterable[Block], masked: Masked, *, depth: int = 0) -> tuple[Block, ...]:
    """Every block, and behind it a caption for each text that its placeholders hold."""
    if not masked.prose:
        return tuple(blocks)
    found: list[Block] = []
    for block in blocks:
        if _WORD.search(block.text):
            found.append(block)
        for start, end, text in _texts_within(block.text, block.segments, masked):
            found += _texts_of(block, text, Segment(0, end - start, start, end), depth)
    return tuple(found)


def _texts_of(host: Block, text: str, place: Segment, depth: int) -> list[Block]:
    builder, masked = PassageBuilder(), mask_placeholders(text)
    builder.copy(masked.text, 0)
    finished = finished_passage(builder.build(), masked)
    if finished is None or depth > _DEEPEST:
        return []
    caption = replace(
        block_of(finished, kind=BlockKind.CAPTION, headings=host.headings, trail=host.trail, quoted=host.quoted),
        location=host.location,
    )
    return [compose(block, (place,)) for block in with_fallbacks([caption], masked, depth=depth + 1)]


def _texts_within(text: str, segments: Iterable[Segment], masked: Masked) -> Iterable[tuple[int, int, str]]:
    for segment in segments:
        if segment.kind is not SegmentKind.GUARDED or text[segment.start : segment.end] != OBJECT:
            continue
        number = bisect_left(masked.prose, segment.source_start, key=lambda prose: prose.start)
        for prose in masked.prose[number:]:
            if prose.end > segment.source_end:
                break
            yield prose.start, prose.end, prose.text
