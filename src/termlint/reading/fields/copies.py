"""One text given twice in a record, as HTML and plain: read once, edited in both places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from termlint.model.document import Block, BlockKind, Segment, SegmentKind
from termlint.reading.passage import Passage, cut

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    block: int
    start: int
    end: int


def with_copy(blocks: Sequence[Block], other: Sequence[Block]) -> tuple[Block, ...] | None:
    """``blocks``, each knowing where its words stand in ``other``; None where these are not the same words in one order."""
    own, others = _words(blocks), _words(other)
    if not own or [word.text for word in own] != [word.text for word in others]:
        return None
    copies: list[list[Segment]] = [[] for _ in blocks]
    at = [0] * len(blocks)
    last: dict[int, _Word] = {}
    for word, twin in zip(own, others, strict=True):
        if at[word.block] < word.start:
            copies[word.block] += _between(blocks[word.block], at[word.block], word, last.get(word.block), twin, other)
        copies[word.block] += _moved(other[twin.block], twin.start, twin.end, word.start)
        at[word.block], last[word.block] = word.end, twin
    return tuple(replace(block, copies=(*block.copies, tuple(copy))) for block, copy in zip(blocks, copies, strict=True))


def _words(blocks: Sequence[Block]) -> list[_Word]:
    """Of running text first, then of what stands in placeholders, which the two copies may hold in another order."""
    words = [
        (block.kind is BlockKind.CAPTION, _Word(match[0], number, *match.span()))
        for number, block in enumerate(blocks)
        for match in _WORD.finditer(block.text)
    ]
    return [word for caption, word in words if not caption] + [word for caption, word in words if caption]


def _between(block: Block, at: int, word: _Word, before: _Word | None, twin: _Word, other: Sequence[Block]) -> list[Segment]:
    """The blanks before a word: the copy's own where they are the same, else nothing that could be edited."""
    if before is not None and before.block == twin.block:
        held = other[twin.block]
        if held.text[before.end : twin.start] == block.text[at : word.start]:
            return _moved(held, before.end, twin.start, at)
    place = _moved(other[twin.block], twin.start, twin.end, 0)[0].source_start
    return [Segment(at, word.start, place, place, SegmentKind.GUARDED)]


def _moved(block: Block, start: int, end: int, to: int) -> list[Segment]:
    part = cut(Passage(block.text, block.segments), start, end)
    return [replace(segment, start=segment.start + to, end=segment.end + to) for segment in part.segments]
