"""The cue dictionary as the reading uses it: a compiled table of forms, and the matching of words against it.

The table is ``rules/compiled/cues.json``. The YAML it is made from is read by ``cue_files`` only, to compile and to test.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress
from typing import Any, NamedTuple

from termlint.model.mention import Relationship
from termlint.rulebook.line_table import Lookup, tables_in
from termlint.rulebook.resources import resource_text

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


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One and the same wherever it is found."""

    words: tuple[str, ...]
    family: Family
    factor: float
    """On the family's strength, for words that fire too easily."""


class Cue(NamedTuple):
    """A form found at ``words[start:end]``."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class CueTable:
    families: Mapping[str, Family]
    rows: Lookup[Sequence[tuple[Sequence[str], str, float]]]
    """By first word, longest form first, no form twice: words, family id, factor."""
    _indexed: dict[str, "_Begun"] = field(default_factory=dict, compare=False, repr=False)
    """The forms of the first words met so far."""

    def forms(self, first: str) -> tuple[Form, ...]:
        """The forms that begin with a word, longest first."""
        return tuple(Form(tuple(words), self.families[family], factor) for words, family, factor in self.rows.get(first) or ())

    def match(self, words: Sequence[str], start: int = 0, end: int | None = None) -> list[Cue]:
        """Cues from left to right, the longest form at each place. A blocker consumes its words and is not returned."""
        cues = []
        stop = len(words) if end is None else end
        after = start
        for at in compress(range(start, stop), map(self.rows.get, words[start:stop])):  # most words begin none
            if at < after:
                continue
            alone, longer = self._indexed.get(words[at]) or self._index(words[at])
            form = alone
            if at + 1 < stop and (forms := longer.get(words[at + 1])):
                form = _longest(forms, words, at, stop) or alone
            if form is not None:
                after = at + len(form.words)
                if form.family.relationship is not None:
                    cues.append(Cue(at, after, form))
        return cues

    def _index(self, first: str) -> "_Begun":
        alone = None
        longer: dict[str, dict[int, dict[tuple[str, ...], Form]]] = {}
        for form in self.forms(first):
            if len(form.words) == 1:
                alone = form
            else:
                longer.setdefault(form.words[1], {}).setdefault(len(form.words), {})[form.words] = form
        begun = self._indexed[first] = _Begun(alone, {second: tuple(forms.items()) for second, forms in longer.items()})
        return begun


class _Begun(NamedTuple):
    """The forms that begin with one word."""

    alone: Form | None
    longer: dict[str, "_Longer"]
    """By second word."""


_Longer = tuple[tuple[int, dict[tuple[str, ...], Form]], ...]
"""By number of words, most first: the forms by their words."""


def _longest(forms: _Longer, words: Sequence[str], start: int, stop: int) -> Form | None:
    for length, by_words in forms:
        if start + length <= stop and (form := by_words.get(tuple(words[start : start + length]))):
            return form
    return None


@cache
def load_compiled() -> CueTable:
    """The shipped table."""
    _, (families, forms) = tables_in(resource_text("/".join(COMPILED)))
    return CueTable({id_: _family(id_, families.get(id_)) for id_ in families}, forms)


def table_of(data: dict[str, Any]) -> CueTable:
    """The table from its compiled shape, which ``compile.compiled_data`` makes."""
    return CueTable({id_: _family(id_, row) for id_, row in data["families"].items()}, data["forms"])


def _family(id_: str, row: Any) -> Family:
    relationship, kind, strength = row
    return Family(id_, None if relationship == "none" else Relationship(relationship), kind, strength)
