"""The lines of signs under and over titles, which tell their levels by the order in which a document uses them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from termlint.reading.lines import Line

ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*[ \t]*")


@dataclass(slots=True)
class Adornments:
    text: str
    lines: Sequence[Line]
    _styles: list[str] = field(default_factory=list)
    """The outermost first."""

    def level(self, title: str, number: int) -> int:
        """Of a title on the line ``number``; 0 where the line under it is too short, which docutils complains of."""
        under, over = self._adornment(number + 1), self._adornment(number - 1)
        if len(under) < _width(title):
            return 0
        style = under[0] * (2 if over == under else 1)
        if style not in self._styles:
            self._styles.append(style)
        return min(self._styles.index(style) + 1, 6)

    def _adornment(self, number: int) -> str:
        if not 0 <= number < len(self.lines):
            return ""
        written = self.text[self.lines[number].start : self.lines[number].end]
        return written.rstrip() if ADORNMENT.fullmatch(written) else ""


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text.strip())
