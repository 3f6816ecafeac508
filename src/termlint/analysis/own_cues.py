"""A house style's own cues in a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from termlint.analysis.layout import Layout, TermHit, words_of
from termlint.model.cue import OwnCue
from termlint.model.mention import Relationship, Scope

_WEIGHTS = {Scope.CLAUSE: 3.0, Scope.SENTENCE: 3.0, Scope.PARAGRAPH: 1.8, Scope.DOCUMENT: 1.0}
"""Log-odds of an own cue by where it stands. The house style knows its trade: one in the sentence decides."""


@dataclass(frozen=True, slots=True)
class OwnCueHit:
    """An own cue that a mention can see; ``start`` and ``end`` are tokens."""

    cue: OwnCue
    start: int
    end: int
    scope: Scope

    @property
    def relationship(self) -> Relationship:
        return self.cue.relationship

    @property
    def weight(self) -> float:
        return _WEIGHTS[self.scope]


def find_own_cues(layout: Layout, cues: Sequence[OwnCue]) -> list[tuple[OwnCue, int, int]]:
    """Every occurrence of an own cue: the cue and its tokens."""
    found = []
    for cue in cues:
        spelt = words_of((cue.phrase,), layout.terms)[:-1]
        if spelt:
            size = len(spelt)
            for at, word in enumerate(layout.words):
                if (
                    word == spelt[0]
                    and layout.words[at : at + size] == spelt
                    and layout.blocks[at] == layout.blocks[at + size - 1]
                ):
                    found.append((cue, at, at + size))
    return found


def own_cues_near(layout: Layout, found: Sequence[tuple[OwnCue, int, int]], hit: TermHit) -> list[OwnCueHit]:
    """The own cues as one mention sees them: each phrase once, at its nearest place."""
    nearest: dict[OwnCue, OwnCueHit] = {}
    reach = (Scope.CLAUSE, Scope.SENTENCE, Scope.PARAGRAPH, Scope.DOCUMENT)
    spans = (
        layout.clause_span(hit.token),
        layout.sentence_span(hit.token),
        layout.block_span(hit.block),
        (0, len(layout.words)),
    )
    for cue, start, end in found:
        scope = next(scope for scope, (first, after) in zip(reach, spans, strict=True) if first <= start and end <= after)
        known = nearest.get(cue)
        if known is None or reach.index(scope) < reach.index(known.scope):
            nearest[cue] = OwnCueHit(cue, start, end, scope)
    return list(nearest.values())
