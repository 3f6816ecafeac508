"""The lines of a text, each without its end. Lines end at a line feed, a carriage return, or both."""

import re
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int
    """Where its line end begins."""


def lines_of(text: str) -> list[Line]:
    """
    >>> [(line.start, line.end) for line in lines_of("a\\r\\nb")]
    [(0, 1), (3, 4)]
    """
    lines, at = [], 0
    for line_end in _LINE_END.finditer(text):
        lines.append(Line(at, line_end.start()))
        at = line_end.end()
    lines.append(Line(at, len(text)))
    return lines
