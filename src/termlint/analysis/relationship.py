"""The relationship of each party: two readings, pooled over the mentions of one provider, as one confidence."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from termlint.analysis.layout import TermHit
from termlint.analysis.linear import LinearModel, View, softmax
from termlint.analysis.own_cues import OwnCueHit
from termlint.analysis.views import RELATIONSHIPS, DocumentViews
from termlint.analysis.weights import Combination, Weights
from termlint.model.mention import Relationship

NAMED_FROM = 0.65
"""A relationship is named only where the confidence is at least this; below, the answer is unclear."""
_DOUBTED = 0.3
_DENIED = 0.6
"""Log-odds by which the cues of the mention's own sentence may speak for the opposite relationship before a reading from
further off is doubted (never sure enough to flag) or denied (unclear): another pair of parties may stand there. Where they are
a named third party's, any opposition raises doubts."""
_DOUBTFUL = 0.85
_SHRINK = 2.0
"""Pooling counts as if so many more mentions of the provider said nothing."""

Scores = list[float]


class Piece(NamedTuple):
    """A view, a model that scored it, and the factor its score came in with."""

    model: LinearModel
    view: View
    factor: float


@dataclass(frozen=True, slots=True)
class RelationshipReading:
    """What was concluded for one mention, and everything that was summed up for it."""

    relationship: Relationship
    likeliest: Relationship
    confidence: float
    pieces: tuple[Piece, ...]
    own_cues: tuple[OwnCueHit, ...]
    pooled: tuple[float, ...]
    """What the document's other mentions of the provider added to the score of each relationship."""


def read_relationships(
    weights: Weights,
    views: DocumentViews,
    hits: Sequence[TermHit],
    parties: Sequence[float],
    own_cues: Sequence[Sequence[OwnCueHit]],
) -> list[RelationshipReading]:
    """The relationship of every hit.

    ``parties`` says how likely each is a party at all: it weighs in the pool and in the confidence.
    """
    combination = weights.combination
    pieces = [_pieces(weights, views, hit) for hit in hits]
    alone = [_add_own(_total(of_hit), own) for of_hit, own in zip(pieces, own_cues, strict=True)]
    pooled = _pool(alone, parties, [views.pool(hit) for hit in hits], combination)
    readings = []
    for index in range(len(hits)):
        scores = [
            combination.sharpness * (score + extra + bias)
            for score, extra, bias in zip(alone[index], pooled[index], combination.bias, strict=True)
        ]
        chances = dict(zip(RELATIONSHIPS, softmax(scores), strict=True))
        likeliest = max(chances, key=chances.__getitem__)
        confidence = chances[likeliest] * (parties[index] if likeliest is not Relationship.UNCLEAR else 1.0)
        if likeliest is not Relationship.UNCLEAR:
            opposed = _opposition(weights.cues, views.near_views(hits[index]), likeliest)
            if opposed > (0.0 if views.is_foreign(hits[index]) else _DOUBTED):
                confidence = min(confidence, NAMED_FROM - 0.01 if opposed > _DENIED else _DOUBTFUL)
        named = likeliest if confidence >= NAMED_FROM else Relationship.UNCLEAR
        readings.append(
            RelationshipReading(named, likeliest, confidence, pieces[index], tuple(own_cues[index]), tuple(pooled[index]))
        )
    return readings


def _opposition(model: LinearModel, near: Sequence[View], likeliest: Relationship) -> float:
    """How much more the nearest cues speak for the opposite of the likeliest relationship than for it."""
    opposite = Relationship.ONGOING if likeliest is Relationship.TRANSACTIONAL else Relationship.TRANSACTIONAL
    scores = model.total(near)
    return scores[RELATIONSHIPS.index(opposite)] - scores[RELATIONSHIPS.index(likeliest)]


def _pieces(weights: Weights, views: DocumentViews, hit: TermHit) -> tuple[Piece, ...]:
    combination = weights.combination
    by_cues = [Piece(weights.cues, view, combination.cues * views.reach(hit, view)) for view in views.cue_views(hit)]
    by_words = [Piece(weights.words, view, combination.words * views.reach(hit, view)) for view in views.word_views(hit)]
    return (*by_cues, *by_words)


def _total(pieces: Sequence[Piece]) -> Scores:
    totals = [0.0] * len(RELATIONSHIPS)
    for model, view, factor in pieces:
        for index, score in enumerate(model.score(view)):
            totals[index] += factor * score
    return totals


def _add_own(scores: Scores, own_cues: Sequence[OwnCueHit]) -> Scores:
    for cue in own_cues:
        scores[RELATIONSHIPS.index(cue.relationship)] += cue.weight
    return scores


def _pool(
    alone: Sequence[Scores], parties: Sequence[float], pools: Sequence[Hashable], combination: Combination
) -> list[Scores]:
    """For each mention, the shrunken mean score of the others in its pool, each counted as far as it is a party."""
    members = defaultdict(list)
    for index, pool in enumerate(pools):
        members[pool].append(index)
    pooled = [[0.0] * len(RELATIONSHIPS) for _ in alone]
    for indices in members.values():
        mass = sum(parties[index] for index in indices)
        totals = [sum(parties[index] * alone[index][of] for index in indices) for of in range(len(RELATIONSHIPS))]
        for index in indices:
            weight = parties[index]
            for of, total in enumerate(totals):
                pooled[index][of] = combination.pooling * (total - weight * alone[index][of]) / (mass - weight + _SHRINK)
    return pooled
