"""The lines of a text, each without its end. Lines end at a line feed, a carriage return, or both."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*")


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
    lines = []
    at = 0
    while at <= len(text):
        match = _LINE.match(text, at)
        assert match is not None
        lines.append(Line(*match.span()))
        at = match.end() + (2 if text.startswith("\r\n", match.end()) else 1)
    return lines
