"""What the reading is given beside the document, as plain values: it never learns which term is preferred."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from termlint.model.cue import OwnCue
from termlint.model.mention import Mention, Relationship
from termlint.model.term import Term


@dataclass(frozen=True, slots=True)
class ReadingInputs:
    terms: tuple[Term, ...]
    """Every watched term, in no particular order."""
    cues: tuple[OwnCue, ...] = ()
    declared: Relationship | None = None
    """Declared for the whole file; beats inference for every party."""
    weights: Path | None = None
    """A file to read the weights from; None: the shipped ones."""
    wanted: Callable[[Mention], bool] | None = None
    """Of which mentions the reasons are worth working out; None: of all. The others come without evidence and scope."""
