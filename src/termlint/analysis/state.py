"""What the pipeline's components hand to each other with a ``Doc``."""

from dataclasses import dataclass, field

from termlint.analysis.inputs import ReadingInputs
from termlint.analysis.layout import Layout
from termlint.analysis.relationship import RelationshipReading
from termlint.analysis.sense import SenseReading
from termlint.analysis.sense_views import SenseViews
from termlint.analysis.views import DocumentViews
from termlint.analysis.weights import Weights


@dataclass(slots=True)
class State:
    """Filled in by one component after the other, in the order of the fields."""

    layout: Layout
    inputs: ReadingInputs
    weights: Weights
    shifts: dict[int, int]
    """By block that stands in the ``Doc``: what its tokens' places there are more than in the layout."""
    views: DocumentViews = field(init=False)
    senses: list[SenseReading] = field(init=False)
    sense_views: SenseViews = field(init=False)
    relationships: list[RelationshipReading] = field(init=False)
