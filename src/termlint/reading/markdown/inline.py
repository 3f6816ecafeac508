"""Inline events to one passage, every leaf checked against the source."""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from termlint.model.document import MarkKind
from termlint.reading.html.inline_tags import InlineTags
from termlint.reading.markdown.tags import name_of
from termlint.reading.passage import Passage, PassageBuilder

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINE_END = re.compile(r"[ \t\\]*(?:\r\n|\n|\r)[ \t>]*")
_KEYED_LINKS = frozenset(("Shortcut", "ShortcutUnknown", "Collapsed", "CollapsedUnknown", "WikiLink"))
_ADDRESS_LINKS = frozenset(("Autolink", "Email"))


@dataclass(slots=True)
class InlineReader:
    """Reads the inline events of one block of ``text``. Offsets are code points."""

    text: str
    builder: PassageBuilder = field(default_factory=PassageBuilder)
    captions: list[Passage] = field(default_factory=list)
    """Alternative texts of images."""
    _tags: InlineTags | None = None
    _opened: list[tuple[int, str]] = field(default_factory=list)
    _break: tuple[int, int, str] | None = None

    def add_text(self, payload: str, start: int, end: int) -> None:
        if self._break:
            self._settle_break(start)
        written = self.text[start:end]
        if written == payload:
            self.builder.copy(payload, start)
        elif _REFERENCE.fullmatch(written) and html.unescape(written) == payload:
            self.builder.atom(payload, start, end)
        else:  # the parser is wrong about the place: readable, never written
            self.builder.guard(payload, start, end)

    def add_code(self, start: int, end: int) -> None:
        self._settle_break(start)
        self.builder.stand_in(MarkKind.CODE, start, end)

    def add_line_break(self, start: int, end: int, *, hard: bool) -> None:
        self._settle_break(start)
        if len(self.builder):
            self._break = (start, end, "\n" if hard else " ")

    def add_tag(self, payload: str, start: int, end: int) -> None:
        self._settle_break(start)
        named = name_of(payload)
        if named:
            self._tags = self._tags or InlineTags(self.builder)
            self._tags.see(named[0], closing=named[1], start=start, end=end)

    def open(self, data: Any, start: int) -> None:
        """Emphasis, a link or an image begins."""
        self._settle_break(start)
        link_type = data["link_type"] if isinstance(data, dict) else ""
        self.builder.guarded += link_type in _KEYED_LINKS
        self._opened.append((len(self.builder), link_type))

    def close(self, kind: MarkKind | None, start: int, end: int) -> None:
        since, link_type = self._opened.pop()
        if link_type in _KEYED_LINKS:
            self.builder.guarded -= 1
        since = min(since, len(self.builder))  # a code tag that spans the beginning took it
        if kind is MarkKind.IMAGE:
            self.captions.append(self.builder.collapse(since, kind, start, end))
        elif link_type in _ADDRESS_LINKS:
            self.builder.collapse(since, MarkKind.URL, start, end)
        elif kind is not None:
            self.builder.mark(since, kind)

    def _settle_break(self, following: int) -> None:
        """A line end becomes one blank that stands for it and for the next line's prefix."""
        if self._break is None or following < self._break[1]:
            return
        start, end, blank = self._break
        self._break = None
        before = self.builder.source_end
        if before is not None and before < start and not self.text[before:start].strip(" \t"):
            start = before
        match = _LINE_END.match(self.text, start, following)
        self.builder.atom(blank, start, match.end() if match else end)
