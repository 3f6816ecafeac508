"""The cue dictionary as the reading uses it: the compiled table ``rules/compiled/cues.json``.

The YAML it is made from is read by ``cue_files`` only, and only to compile and to test.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from termlint.model.mention import Relationship

COMPILED = ("compiled", "cues.json")
"""Where the compiled table stands in the package ``termlint.rules``."""


@dataclass(frozen=True, slots=True)
class Family:
    """Cues that behave alike."""

    id: str
    relationship: Relationship | None
    """None: a blocker, whose phrases keep shorter ones from firing."""
    kind: str
    strength: float
    """Prior log-odds of one cue; 0 for a blocker."""


Cue = tuple[tuple[str, ...], str, float]
"""Words, family id, factor on the family's strength."""


@dataclass(frozen=True, slots=True)
class CueBook:
    families: Mapping[str, Family]
    phrases: Mapping[str, Sequence[Cue]]
    """By first word, longest first. No phrase stands twice."""


@cache
def load_compiled() -> CueBook:
    """The shipped dictionary, read once."""
    return book_of(json.loads(files("termlint.rules").joinpath(*COMPILED).read_text(encoding="utf-8")))


def book_of(data: dict[str, Any]) -> CueBook:
    """The dictionary from its compiled shape, which ``compile.compiled_data`` makes."""
    families = {
        id_: Family(id_, None if relationship == "none" else Relationship(relationship), kind, strength)
        for id_, (relationship, kind, strength) in data["families"].items()
    }
    phrases = {first: [(tuple(words), family, factor) for words, family, factor in rows] for first, rows in data["forms"].items()}
    return CueBook(families, phrases)
