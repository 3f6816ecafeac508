"""Finding the rulebook's phrases in a document's words, in one pass."""

from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from termlint.rulebook.line_table import Lookup
from termlint.rulebook.senses import Phrase


class PhraseHit(NamedTuple):
    """Tokens ``start`` to ``end`` spell a phrase of a family."""

    start: int
    end: int
    family: str
    factor: float


def match_all(phrases: Lookup[Sequence[Phrase]], words: Sequence[str], blocks: Sequence[int]) -> list[PhraseHit]:
    """Every phrase of every family, overlapping ones too, by where they begin. A phrase never crosses a block."""
    hits = []
    count = len(words)
    begun = list(map(phrases.get, words))
    for at in compress(range(count), begun):  # most words begin none
        for spelt, family, factor in begun[at] or ():
            end = at + len(spelt)
            if (
                end == at + 1
                or (
                    end <= count
                    and words[at + 1] == spelt[1]  # most fail here, before anything is made to compare
                    and blocks[at] == blocks[end - 1]
                    and tuple(words[at:end]) == spelt
                )
            ):
                hits.append(PhraseHit(at, end, family, factor))
    return hits
