"""The families of words that tell a party from a program, a record, a name or a quoted word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from termlint.rulebook.line_table import Lookup, tables_in
from termlint.rulebook.resources import resource_text

COMPILED = ("compiled", "senses.json")
"""Where the compiled table stands in the package ``termlint.rules``."""

Phrase = tuple[tuple[str, ...], str, float]
"""Words, family id, factor on the family's strength."""


@dataclass(frozen=True, slots=True)
class SenseBook:
    """Phrases by their first word; every family of a phrase counts."""

    phrases: Lookup[Sequence[Phrase]]


@cache
def load_compiled() -> SenseBook:
    """The shipped families."""
    _, (phrases,) = tables_in(resource_text("/".join(COMPILED)), made=_phrases)
    return SenseBook(phrases)


def _phrases(rows: Any) -> list[Phrase]:
    return [(tuple(words), family, 1.0) for words, family in rows]
