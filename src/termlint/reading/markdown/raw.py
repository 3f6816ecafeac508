"""Code blocks and HTML blocks: which hold prose, and what it is."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from termlint.model.document import BlockKind
from termlint.reading.asides import Asides
from termlint.reading.html.parts import OpenEnd, html_parts
from termlint.reading.html.writing import html_text
from termlint.reading.markdown.directives import body_after_options, fence_title
from termlint.reading.markdown.output import Output
from termlint.reading.passage import PassageBuilder, Piece, move

Range = tuple[int, int]
Nested = Callable[[str, list[Piece]], None]
"""Reads a text within the text, which was put together from these pieces, as Markdown."""


@dataclass(slots=True)
class RawBlocks:
    text: str
    output: Output
    asides: Asides
    nested: Nested | None
    """None where texts stand within texts too deep."""
    jsx: bool
    """Indented text is no code."""
    captured: list[Range] | None = None
    """Source ranges of the lines of the block being read; None outside of one."""
    skip_until: int = 0
    """Before here stands an HTML comment or the like that a blank line did not end."""
    _prose: bool = False
    _closers: dict[str, int] = field(default_factory=dict)

    def open(self, data: Any) -> None:
        self._prose = data == "Indented" and (self.output.directive or self.jsx)
        self.output.directive = False
        self.captured = []

    def close_code(self, start: int, end: int) -> None:
        captured, self.captured = self.captured or [], None
        title = None if self._prose else fence_title(self.text, start, end)
        if title:
            builder = PassageBuilder()
            builder.copy(self.text[title[0] : title[1]], title[0])
            self.output.emit(builder.build(), BlockKind.PARAGRAPH)
            captured = body_after_options(self.text, captured)
        elif self.jsx:
            captured = self._dedented(captured)
        if (self._prose or title) and self.nested:
            self.nested(*self._joined(captured))
        else:
            self.asides.code.append((start, end))

    def close_html(self, end: int) -> None:
        captured, self.captured = self.captured or [], None
        text, pieces = self._joined(captured)
        inner = Asides()
        for part in html_parts(text, asides=inner):
            if isinstance(part, OpenEnd):
                self.skip_until = max(self.skip_until, self._after_closer(part.closer, end))
                continue
            self.output.quotes += part.quoted
            self.output.emit(move(part.passage, pieces), part.kind, level=part.level, writers=(html_text,))
            self.output.quotes -= part.quoted
        self.asides.take(inner, pieces)

    def _joined(self, ranges: list[Range]) -> tuple[str, list[Piece]]:
        """The text of source ranges put together, and where its pieces came from."""
        parts, pieces, size = [], [], 0
        for start, end in ranges:
            start = max(start, self.skip_until)
            if start < end:
                parts.append(self.text[start:end])
                pieces.append(Piece(size, start))
                size += end - start
        return "".join(parts), pieces

    def _dedented(self, ranges: list[Range]) -> list[Range]:
        """Without the indentation that all lines have: beyond it, lists may nest."""
        lines = [self.text[start:end] for start, end in ranges]
        indents = [len(line) - len(line.lstrip(" \t")) for line in lines]
        common = min((indent for indent, line in zip(indents, lines, strict=True) if line.strip()), default=0)
        return [(start + min(common, indent), end) for indent, (start, end) in zip(indents, ranges, strict=True)]

    def _after_closer(self, closer: str, at: int) -> int:
        """Where the next ``closer`` ends; each kind is searched once for every time it is passed, so in linear time."""
        if self._closers.get(closer, -1) < at:
            match = re.compile(re.escape(closer), re.IGNORECASE).search(self.text, at)
            self._closers[closer] = match.end() if match else len(self.text) + 1
        found = self._closers[closer]
        return found if found <= len(self.text) else at
