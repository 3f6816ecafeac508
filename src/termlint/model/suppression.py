"""A permission that stands as a comment in the file it is for."""

from dataclasses import dataclass
from enum import StrEnum


class SuppressionKind(StrEnum):
    """What a comment that begins with ``termlint-`` does to the rules that it names."""

    NEXT_LINE = "disable-next-line"
    LINE = "disable-line"
    FILE = "disable-file"
    DISABLE = "disable"
    """From here on, to the next comment that enables the rule again."""
    ENABLE = "enable"


@dataclass(frozen=True, slots=True)
class WrittenCode:
    """The code or the name of a rule, as written. Source offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suppression:
    """One such comment. ``start`` and ``end`` take in its delimiters."""

    start: int
    end: int
    word: str
    """What follows ``termlint-``."""
    kind: SuppressionKind | None
    """None where there is no such word."""
    codes: tuple[WrittenCode, ...] = ()
    """Empty: every rule."""
    reason: str = ""
    reach: tuple[int, int] = (0, 0)
    """The source range that it speaks of; of ``disable`` and ``enable``, from there to the end of the file."""
