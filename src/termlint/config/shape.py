"""The vocabulary in which ``house_style_shape`` says what a house style may hold.

One table serves three readers: ``checking`` holds a file against it, ``json_schema`` prints it for editors, and
``building`` may rely on it.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    problem: Callable[[str], str | None]
    """What is wrong with a text, or None."""
    allowed: str
    pattern: str = r"\S"
    """For the JSON Schema: no stricter than ``problem``."""


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """``on`` or ``off``, which YAML 1.2 reads as text, or a truth value."""


@dataclass(frozen=True, slots=True)
class Whole:
    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Number:
    low: float
    high: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    item: "Shape"
    least: int = 0


@dataclass(frozen=True, slots=True)
class Either:
    """A single text, or something larger: which one is meant is seen from the kind of value."""

    text: Text | Choice
    other: "ListOf | Record"


@dataclass(frozen=True, slots=True)
class Keyed:
    """Any of the keys, each with the same kind of value."""

    keys: tuple[str, ...]
    value: "Shape"
    noun: str
    nicknames: tuple[tuple[str, str], ...] = ()
    """Other spellings a person may try, with the key that is meant."""


@dataclass(frozen=True, slots=True)
class Field:
    key: str
    shape: "Shape"
    told: str
    """One sentence for editors."""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    fields: tuple[Field, ...]


Shape = Text | Choice | Switch | Whole | Number | ListOf | Either | Keyed | Record
