"""Finding the rulebook's phrases in a document's words, in one pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Phrase = tuple[tuple[str, ...], str, float]
"""Words, family id, factor on the family's strength."""


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """Tokens ``start`` to ``end`` spell a phrase of a family."""

    start: int
    end: int
    family: str
    factor: float


def match_all(phrases: Mapping[str, Sequence[Phrase]], words: Sequence[str], blocks: Sequence[int]) -> list[PhraseHit]:
    """Every phrase of every family, overlapping ones too. A phrase never crosses a block."""
    hits = []
    count = len(words)
    get = phrases.get
    for at, word in enumerate(words):
        for spelt, family, factor in get(word, ()):
            end = at + len(spelt)
            if end == at + 1 or (end <= count and blocks[at] == blocks[end - 1] and tuple(words[at:end]) == spelt):
                hits.append(PhraseHit(at, end, family, factor))
    return hits
