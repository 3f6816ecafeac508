"""What a house style may add to the reading, as plain values: the reading never learns which term is preferred."""

from dataclasses import dataclass

from termlint.model.cue import OwnCue
from termlint.model.mention import Relationship
from termlint.model.term import Term


@dataclass(frozen=True, slots=True)
class ReadingInputs:
    terms: tuple[Term, ...]
    """Every watched term, in no particular order."""
    cues: tuple[OwnCue, ...] = ()
    declared: Relationship | None = None
    """Declared for the whole file; beats inference for every party."""
