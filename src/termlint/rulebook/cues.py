"""The cue dictionary as the reading uses it: a compiled table of forms, and the matching of words against it.

The table is ``rules/compiled/cues.json``. The YAML it is made from is read by ``cue_files`` only, to compile and to test.
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
    """None: a blocker, whose phrases keep shorter forms from firing."""
    kind: str
    strength: float
    """Prior log-odds of one cue; 0 for a blocker."""


@dataclass(frozen=True, slots=True)
class Form:
    words: tuple[str, ...]
    family: Family
    factor: float
    """On the family's strength, for words that fire too easily."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A form found at ``words[start:end]``."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class CueTable:
    families: Mapping[str, Family]
    forms: Mapping[str, tuple[Form, ...]]
    """By first word, longest form first; no form twice."""

    def match(self, words: Sequence[str], start: int = 0, end: int | None = None) -> list[Cue]:
        """Cues from left to right, the longest form at each place. A blocker consumes its words and is not returned."""
        cues = []
        stop = len(words) if end is None else end
        while start < stop:
            candidates = self.forms.get(words[start])
            form = _longest(candidates, words, start, stop) if candidates else None
            if form is None:
                start += 1
                continue
            after = start + len(form.words)
            if form.family.relationship is not None:
                cues.append(Cue(start, after, form))
            start = after
        return cues


def _longest(candidates: tuple[Form, ...], words: Sequence[str], start: int, stop: int) -> Form | None:
    for form in candidates:
        after = start + len(form.words)
        if after <= stop and tuple(words[start:after]) == form.words:
            return form
    return None


@cache
def load_compiled() -> CueTable:
    """The shipped table, read once."""
    return table_of(json.loads(files("termlint.rules").joinpath(*COMPILED).read_text(encoding="utf-8")))


def table_of(data: dict[str, Any]) -> CueTable:
    """The table from its compiled shape, which ``compile.compiled_data`` makes."""
    families = {
        id_: Family(id_, None if relationship == "none" else Relationship(relationship), kind, strength)
        for id_, (relationship, kind, strength) in data["families"].items()
    }
    forms = {
        first: tuple(Form(tuple(words), families[family], factor) for words, family, factor in rows)
        for first, rows in data["forms"].items()
    }
    return CueTable(families, forms)
