"""The cue dictionary as the reading uses it: a compiled table of forms, and the matching of words against it.

The table is ``rules/compiled/cues.json``. The YAML it is made from is read by ``cue_files`` only, to compile and to test.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count, repeat
from operator import contains
from typing import Any, NamedTuple

from termlint.model.mention import Relationship
from termlint.rulebook.line_table import LineTable, tables_in
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


Row = tuple[Sequence[str], str, float]
"""Words, family id, factor."""


class CueTable:
    """The forms of all families."""

    def __init__(self, families: Mapping[str, Family], rows: LineTable[Sequence[Row]] | dict[str, Sequence[Row]]) -> None:
        """``rows``: by first word, longest form first, no form twice."""
        self.families = families
        self.rows = rows
        self._begun = _Begun(self.forms)

    def forms(self, first: str) -> tuple[Form, ...]:
        """The forms that begin with a word, longest first."""
        return tuple(Form(tuple(words), self.families[family], factor) for words, family, factor in self.rows.get(first) or ())

    def match(self, words: Sequence[str], borders: Sequence[int] = ()) -> list[Cue]:
        """Cues from left to right, the longest form at each place, none across a border.

        A blocker consumes its words and is not returned. ``borders`` ends with how many words there are.
        """
        borders = borders or (0, len(words))
        begun = list(map(self._begun.__getitem__, words))
        alone, longer = map(contains, begun, repeat(ALONE)), map(contains, begun, words[1:])
        cues = []
        after = 0
        for at in sorted(
            {*compress(count(), alone), *compress(count(), longer)}
        ):  # two words in three begin a form, one in six goes on
            if at < after:
                continue
            form = _longest(begun[at], words, at, borders[bisect_right(borders, at)])
            if form is not None:
                after = at + len(form.words)
                if form.family.relationship is not None:
                    cues.append(Cue(at, after, form))
        return cues


ALONE = ""
"""Stands for the second word of a form that has none."""
_Forms = tuple[tuple[int, dict[tuple[str, ...], Form]], ...]
"""By number of words, most first: the forms by their words."""
_MOST_KEPT = 20_000


class _Begun(dict[str, dict[str, _Forms]]):
    """By first and second word, the forms that begin so; nothing for a word that begins none."""

    def __init__(self, forms: Callable[[str], Sequence[Form]]) -> None:
        self._forms = forms

    def __missing__(self, first: str) -> dict[str, _Forms]:
        if len(self) >= _MOST_KEPT:
            known = {word: begun for word, begun in self.items() if begun}  # forms stay the same ones
            self.clear()
            self.update(known)
        found: dict[str, dict[int, dict[tuple[str, ...], Form]]] = {}
        for form in self._forms(first):
            second = form.words[1] if len(form.words) > 1 else ALONE
            found.setdefault(second, {}).setdefault(len(form.words), {})[form.words] = form
        begun = self[first] = {second: tuple(forms.items()) for second, forms in found.items()} if found else _NOTHING
        return begun


_NOTHING: dict[str, _Forms] = {}


def _longest(begun: dict[str, _Forms], words: Sequence[str], start: int, stop: int) -> Form | None:
    if start + 1 < stop:
        for length, by_words in begun.get(words[start + 1], ()):
            if start + length <= stop and (form := by_words.get(tuple(words[start : start + length]))):
                return form
    alone = begun.get(ALONE)
    return alone[0][1][(words[start],)] if alone else None


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
