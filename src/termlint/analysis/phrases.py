"""Finding the rulebook's phrases in a document's words, in one pass."""

from collections.abc import Sequence
from dataclasses import dataclass

from termlint.rulebook.line_table import Lookup
from termlint.rulebook.senses import Phrase


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """Tokens ``start`` to ``end`` spell a phrase of a family."""

    start: int
    end: int
    family: str
    factor: float


def match_all(phrases: Lookup[Sequence[Phrase]], words: Sequence[str], blocks: Sequence[int]) -> list[PhraseHit]:
    """Every phrase of every family, overlapping ones too. A phrase never crosses a block."""
    hits = []
    count = len(words)
    get = phrases.get
    for at, begun in [(at, begun) for at, word in enumerate(words) if (begun := get(word))]:
        for spelt, family, factor in begun:
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
