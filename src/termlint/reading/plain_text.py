"""Plain text: paragraphs, list items, quoted mail, and headings where there is no doubt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from termlint.model.document import Block, BlockKind, Document
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.blocks import block_of, finished_passage, with_fallbacks
from termlint.reading.headings import HeadingPath
from termlint.reading.passage import PassageBuilder
from termlint.reading.placeholders import Masked, mask_placeholders
from termlint.reading.suppressions import find_suppressions

_BLANKS = " \t\f\v\u00a0"
_LINE = re.compile(r"[^\r\n]*")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_MARKER = re.compile(
    r"(?:[-*+\u2022\u2023\u25e6\u2013](?=[ \t])|(?P<number>\d{1,3})[.)](?=[ \t])|\(?(?P<letter>[a-z])\)(?=[ \t]))[ \t]+(?=\S)"
)
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
_GREETING = re.compile(r"(?:dear|hi|hello|hey|to|from|subject|date|re|cc)\b", re.IGNORECASE)
_LONGEST_HEADING = 12
"""In words, not characters: a heading must stay one when a word in it is replaced."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    """Where its text begins, after indentation and quote marks."""
    end: int
    indent: int
    quoted: bool


def read_plain_text(source: SourceText) -> Document:
    """Never raises. Paragraphs end at blank lines; a line end within one is a single blank."""
    masked = mask_placeholders(source.text)
    reading = _Reading(masked)
    paragraph: list[_Line] = []
    for line in _lines(masked.text):
        if line.start == line.end or (paragraph and paragraph[-1].quoted != line.quoted):
            reading.add_paragraph(paragraph, before_blank=line.start == line.end)
            paragraph = []
        if line.start < line.end:
            paragraph.append(line)
    reading.add_paragraph(paragraph, before_blank=False)
    blocks = with_fallbacks(reading.blocks, masked)
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
    suppressions = find_suppressions(source.text, Asides(list(masked.ranges)), blocks)
    return Document(source.path, source.text, "text", blocks, title, suppressions=suppressions)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    while at <= len(text):
        match = _LINE.match(text, at)
        assert match is not None
        start, end = match.span()
        at = end + (2 if text.startswith("\r\n", end) else 1)
        quote = _QUOTE.match(text, start, end) if ">" in text[start : start + 12] else None
        first = quote.end() if quote else start
        inside = text[first:end]
        left = len(inside) - len(inside.lstrip(_BLANKS))
        yield _Line(first + left, max(first + left, first + len(inside.rstrip())), left, quote is not None)


@dataclass(slots=True)
class _Reading:
    masked: Masked
    blocks: list[Block] = field(default_factory=list)
    headings: HeadingPath = field(default_factory=HeadingPath)
    indents: list[int] = field(default_factory=list)
    """Indentations of the list items that are open."""

    def add_paragraph(self, lines: list[_Line], *, before_blank: bool) -> None:
        if not lines:
            return
        if level := self.heading_level(lines, before_blank=before_blank):
            self.emit(lines[:1], BlockKind.HEADING, level)
            lines = lines[1:]
            if lines and _UNDERLINE.fullmatch(self.written(lines[0])):
                lines = lines[1:]
        item: list[_Line] = []
        number, marked = 0, False
        for line in lines:
            marker = _MARKER.match(self.masked.text, line.start, line.end)
            if marker and self.begins_item(marker, number, first=not item):
                number = int(marker["number"] or 0)
                self.emit_run(item, marked=marked)
                item, marked = [], True
                line = _Line(marker.end(), line.end, line.indent, line.quoted)
            item.append(line)
        self.emit_run(item, marked=marked)

    def begins_item(self, marker: re.Match[str], number: int, *, first: bool) -> bool:
        """In the middle of a paragraph, "12. " at a line's beginning may be the end of a sentence."""
        if first or (marker["number"] is None and marker["letter"] is None):
            return True
        return int(marker["number"] or 0) in (1, number + 1) or marker["letter"] is not None

    def heading_level(self, lines: list[_Line], *, before_blank: bool) -> int:
        """The level of the heading that the first line is, or 0."""
        line = lines[0]
        text = self.written(line)
        if (
            line.quoted
            or len(text.split(None, _LONGEST_HEADING)) > _LONGEST_HEADING
            or not any(map(str.isalpha, text))
            or _MARKER.match(text)
        ):
            return 0
        if len(lines) > 1:
            under = self.written(lines[1])
            return (1 if under[0] == "=" else 2) if _UNDERLINE.fullmatch(under) else 0
        if not before_blank or text[-1] in ".,;:!?…" or _GREETING.match(text):
            return 0
        if not self.blocks:
            return 1
        return 2 if text.isupper() and sum(map(str.isalpha, text)) > 3 else 0

    def emit_run(self, lines: list[_Line], *, marked: bool) -> None:
        if not lines:
            return
        if not marked:
            self.indents = []
            self.emit(lines, BlockKind.PARAGRAPH, 0)
            return
        indent = lines[0].indent
        while self.indents and self.indents[-1] >= indent:
            self.indents.pop()
        self.indents.append(indent)
        self.emit(lines, BlockKind.ITEM, len(self.indents))

    def emit(self, lines: list[_Line], kind: BlockKind, level: int) -> None:
        builder = PassageBuilder()
        for line in lines:
            if len(builder) and builder.source_end is not None:
                builder.atom(" ", builder.source_end, line.start)
            builder.copy(self.written(line), line.start)
        passage = finished_passage(builder.build(), self.masked)
        if passage is None:
            return
        quoted = lines[0].quoted
        headings = self.headings.above(level) if kind is BlockKind.HEADING else self.headings.path
        self.blocks.append(block_of(passage, kind=kind, headings=headings, level=level, quoted=quoted))
        if kind is BlockKind.HEADING:
            self.headings.enter(passage.text, level)

    def written(self, line: _Line) -> str:
        return self.masked.text[line.start : line.end]
