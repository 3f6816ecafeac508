"""The sense of each mention: party, software, name or mention."""

from dataclasses import dataclass

from termlint.analysis.layout import TermHit
from termlint.analysis.linear import LinearModel, View, softmax
from termlint.analysis.sense_views import SenseViews
from termlint.model.mention import Sense

SENSES = tuple(Sense)


@dataclass(frozen=True, slots=True)
class SenseReading:
    """The likeliest sense of one mention, how likely it is, and the views that say so."""

    sense: Sense
    probability: float
    party: float
    """Probability that the mention is a party."""
    views: tuple[View, ...]


def read_sense(model: LinearModel, views: SenseViews, hit: TermHit) -> SenseReading:
    seen = views.views(hit)
    chances = dict(zip(SENSES, softmax(model.total(seen)), strict=True))
    sense = max(SENSES, key=lambda one: chances[one])
    return SenseReading(sense, chances[sense], chances[Sense.PARTY], tuple(seen))
