"""The sense of each mention: party, software, name or mention."""

from collections.abc import Sequence
from dataclasses import dataclass

from termlint.analysis.layout import TermHit
from termlint.analysis.linear import LinearModel, View, softmax
from termlint.analysis.sense_views import SenseViews
from termlint.model.mention import Sense

SENSES = tuple(Sense)

_POOLING = 0.4
"""Factor on the mean score of the document's other mentions: what surrounds one tells a little of the next."""
_MOST = 4.0
"""No mention speaks louder than this in the pool."""


@dataclass(frozen=True, slots=True)
class SenseReading:
    """The likeliest sense of one mention, how likely it is, and the views that say so."""

    sense: Sense
    probability: float
    party: float
    """Probability that the mention is a party."""
    views: tuple[View, ...]


def read_senses(model: LinearModel, views: SenseViews, hits: Sequence[TermHit]) -> list[SenseReading]:
    """The sense of every mention, each leaning a little towards what the others of the document are."""
    seen = [tuple(views.views(hit)) for hit in hits]
    alone = [model.total(of_hit) for of_hit in seen]
    heard = [_clipped(scores) for scores in alone]
    totals = [sum(scores[of] for scores in heard) for of in range(len(SENSES))]
    readings = []
    for index in range(len(hits)):
        pooled = [
            score + _POOLING * (total - own) / len(hits)
            for score, total, own in zip(alone[index], totals, heard[index], strict=True)
        ]
        chances = dict(zip(SENSES, softmax(pooled), strict=True))
        sense = max(chances, key=chances.__getitem__)
        readings.append(SenseReading(sense, chances[sense], chances[Sense.PARTY], seen[index]))
    return readings


def _clipped(scores: Sequence[float]) -> list[float]:
    mean = sum(scores) / len(scores)
    return [max(-_MOST, min(_MOST, score - mean)) for score in scores]
