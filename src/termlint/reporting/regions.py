"""Lines and columns of a place, the columns counted as a format asks for."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from termlint.model.finding import Finding
from termlint.model.report import FileReport
from termlint.model.source import SourceText
from termlint.reporting.places import lines_of


class Unit(StrEnum):
    """What one column is. An emoji takes one, two or four."""

    CODE_POINT = "code point"
    UTF_16 = "UTF-16 code unit"
    UTF_8 = "UTF-8 byte"


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1; the end is the first column that is not part of it."""

    line: int
    column: int
    end_line: int
    end_column: int


def region_of(report: FileReport, finding: Finding, *, unit: Unit) -> Region | None:
    """None in a file without lines of its own."""
    return region(report.source, finding.start, finding.end, unit=unit)


def region(source: SourceText | None, start: int | None, end: int | None, *, unit: Unit) -> Region | None:
    """Of a range of source offsets."""
    if source is None or not source.has_places or start is None or end is None:
        return None
    return Region(*_place(source.text, start, unit), *_place(source.text, end, unit))


def _place(text: str, offset: int, unit: Unit) -> tuple[int, int]:
    lines = lines_of(text)
    line, column = lines.place(offset)
    return line, column + _extra(text, unit, offset) - _extra(text, unit, lines.starts[line - 1])


def _extra(text: str, unit: Unit, offset: int) -> int:
    """How many units more than characters stand before ``offset``."""
    places, extras = _wide_letters(text, unit)
    at = bisect_left(places, offset)
    return extras[at - 1] if at else 0


@lru_cache(maxsize=4)
def _wide_letters(text: str, unit: Unit) -> tuple[list[int], list[int]]:
    """Where the letters of more than one unit stand, and how many units too many there are up to each of them."""
    if unit is Unit.CODE_POINT or text.isascii():
        return [], []
    pattern = "[\U00010000-\U0010ffff]" if unit is Unit.UTF_16 else "[\u0080-\U0010ffff]"
    wide = [(match.start(), match.group()) for match in re.finditer(pattern, text)]
    return [place for place, _ in wide], list(accumulate(_units(letter, unit) - 1 for _, letter in wide))


def _units(letter: str, unit: Unit) -> int:
    if unit is Unit.UTF_16:
        return 2
    code = ord(letter)
    return 2 if code < 0x800 else 3 if code < 0x10000 else 4
