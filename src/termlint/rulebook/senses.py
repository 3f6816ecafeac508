"""The families of words that tell a party from a program, a record, a name or a quoted word."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

COMPILED = ("compiled", "senses.json")
"""Where the compiled table stands in the package ``termlint.rules``."""


@dataclass(frozen=True, slots=True)
class SenseBook:
    """Phrases by their first word; every family of a phrase counts."""

    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str, float]]]


@cache
def load_compiled() -> SenseBook:
    """The shipped families, from the compiled file."""
    text = resources.files("termlint.rules").joinpath(*COMPILED).read_text(encoding="utf-8")
    return SenseBook(
        {first: [(tuple(words), family, 1.0) for words, family in phrases] for first, phrases in json.loads(text).items()}
    )
