"""The cue dictionary as the reading uses it: a compiled table of forms, and the matching of words against it.

The table is ``rules/compiled/cues.json``. The YAML it is made from is read by ``cue_files`` only, to compile and to test.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

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
    rows: Lookup[Sequence[tuple[Sequence[str], str, float]]]
    """By first word, longest form first, no form twice: words, family id, factor."""
    _indexed: dict[str, dict[str, tuple[Form, ...]]] = field(default_factory=dict, compare=False, repr=False)
    """The forms of the first words met so far, by second word; "" for those of one word."""

    def forms(self, first: str) -> tuple[Form, ...]:
        """The forms that begin with a word, longest first."""
        return tuple(Form(tuple(words), self.families[family], factor) for words, family, factor in self.rows.get(first) or ())

    def match(self, words: Sequence[str], start: int = 0, end: int | None = None) -> list[Cue]:
        """Cues from left to right, the longest form at each place. A blocker consumes its words and is not returned."""
        cues = []
        begins, indexed = self.rows.get, self._indexed.get
        stop = len(words) if end is None else end
        after = start
        for at in [at for at, word in enumerate(words[start:stop], start) if begins(word)]:
            if at < after:
                continue
            by_second = indexed(words[at]) or self._index(words[at])
            form = None
            if at + 1 < stop and words[at + 1] in by_second:
                form = self._longest(by_second[words[at + 1]], words, at, stop)
            if form is None:
                if "" not in by_second:
                    continue
                form = by_second[""][0]
            after = at + len(form.words)
            if form.family.relationship is not None:
                cues.append(Cue(at, after, form))
        return cues

    @staticmethod
    def _longest(forms: Iterable[Form], words: Sequence[str], start: int, stop: int) -> Form | None:
        """Of forms whose first two words stand there."""
        for form in forms:
            after = start + len(form.words)
            if after <= stop and (after == start + 2 or tuple(words[start:after]) == form.words):
                return form
        return None

    def _index(self, first: str) -> dict[str, tuple[Form, ...]]:
        found: dict[str, tuple[Form, ...]] = {}
        for form in self.forms(first):
            second = form.words[1] if len(form.words) > 1 else ""
            found[second] = (*found.get(second, ()), form)
        self._indexed[first] = found
        return found


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
