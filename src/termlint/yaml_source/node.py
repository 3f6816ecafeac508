"""The tree. Lines and columns count from 1, columns in code points."""

from dataclasses import dataclass
from datetime import date, time

DEPTH = 40
"""Levels of nesting that are read."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    value: str | bool | int | float | date | time | None
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    place: Place
    """Where the key stands; the value has a place of its own."""
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[Entry, ...]
    """As written, each key once."""
    place: Place

    def get(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == key), None)


Node = Scalar | Sequence | Mapping
