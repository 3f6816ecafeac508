"""The blocks of reStructuredText: what is prose, what kind it is, and which headings stand above it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from termlint.model.document import Block, BlockKind
from termlint.reading.asides import Asides
from termlint.reading.blocks import block_of
from termlint.reading.headings import HeadingPath
from termlint.reading.lines import Line, lines_of
from termlint.reading.passage import Passage, PassageBuilder, Piece, move
from termlint.reading.rst.adornments import Adornments
from termlint.reading.rst.directives import QUOTED, has_title, holds_prose, says_by_arguments
from termlint.reading.rst.grammar import plain_text, trees
from termlint.reading.rst.inline import add_inline, read_inline
from termlint.reading.rst.tables import Table, find_tables

DEEPEST = 8
"""Texts within texts (directives in directives) that are read as prose."""

Finish = Callable[[Passage], Passage | None]

_SKIPPED = frozenset(("comment", "literal_block", "doctest_block", "target", "field_name", "label", "options", "type"))
_DIRECTIVES = frozenset(("directive", "substitution_definition"))
_BAR = re.compile(r"\|[ \t]+")
_OPTION = re.compile(r"[ \t]*:(?P<name>[\w\-]+):[ \t]*(?P<value>[^\r\n]*)")


def walk(
    text: str, *, finish: Finish, headings: HeadingPath, asides: Asides, quoted: bool = False, depth: int = 0
) -> list[Block]:
    """The blocks of a text, in order. ``depth`` counts the texts that this one stands in.

    Raises ``UnreadableError`` where it nests deeper than anything that people write.
    """
    plain = plain_text(text)
    lines = lines_of(text)
    tables = list(find_tables(text, lines)) if "+-" in text or "==" in text else []
    walking = _Walk(text, lines, finish, headings, asides, quoted, depth, tables[::-1])
    walking.drawn = frozenset(number for table in tables for number in range(table.first, table.after))
    for root, convert, at in trees(plain, lines, tables):
        walking.read(root, convert, at)
    walking.add_tables(len(text) + 1)
    return walking.blocks


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands around a node."""

    quoted: bool
    lists: int = 0
    item: int | None = None
    """Number of the list item whose first paragraph is still to come."""


@dataclass(slots=True)
class _Walk:
    text: str
    lines: list[Line]
    finish: Finish
    headings: HeadingPath
    asides: Asides
    quoted: bool
    depth: int
    tables: list[Table]
    """Those still to come, from the last to the first."""
    blocks: list[Block] = field(default_factory=list)
    adornments: Adornments = field(init=False)
    begun: set[int] = field(default_factory=set)
    """List items of which something was read."""
    drawn: frozenset[int] = frozenset()
    """Numbers of the lines of all tables."""

    def __post_init__(self) -> None:
        self.adornments = Adornments(self.text, self.lines)

    def read(self, root: Node, convert: Callable[[int], int] | None, base: int) -> None:
        """``base``: where the text of ``root`` begins."""

        def place_of(offset: int) -> int:
            return base + (convert(offset) if convert else offset)

        waiting: list[tuple[Node, _Place]] = [(root, _Place(self.quoted))]
        while waiting:
            node, place = waiting.pop()
            start, end = place_of(node.start_byte), place_of(node.end_byte)
            kind = node.type
            if kind in _SKIPPED or kind in _DIRECTIVES:
                self.drop_tables(start, end)
            self.add_tables(start)
            if kind == "comment":
                self.asides.comments.append((start, start + len(self.text[start:end].rstrip())))
            if kind in _SKIPPED:
                continue
            if kind == "title":
                self.add_title(start, end)
            elif kind in ("paragraph", "line", "term"):
                literal = next((child for child in node.children if child.type == "literal_block"), None)
                until = end
                if literal is not None:
                    until = place_of(literal.start_byte)
                    self.drop_tables(until, place_of(literal.end_byte))
                for chunk in self.chunks(start, until):
                    self.add_paragraph(*chunk, place)
            elif kind in _DIRECTIVES:
                self.add_directive(node, place_of, place)
            else:
                inside = place
                if kind in ("bullet_list", "enumerated_list"):
                    inside = _Place(place.quoted, place.lists + 1)
                elif kind == "list_item" and place.lists:
                    inside = _Place(place.quoted, place.lists, start)
                elif kind == "block_quote":
                    inside = _Place(True, place.lists)
                waiting += [(child, inside) for child in reversed(node.children) if child.is_named]

    def chunks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A paragraph as the grammar sees it may go on over a blank line or a table, which no paragraph does."""
        first = last = start
        for number in range(self.line_number(start), len(self.lines)):
            line = self.lines[number]
            if line.start >= end:
                break
            begin = max(line.start, start)
            written = self.text[begin : min(line.end, end)].rstrip()
            if number in self.drawn or not written.strip():
                if first < last:
                    yield first, last
                first = last = self.lines[number + 1].start if number + 1 < len(self.lines) else end
            else:
                if first == last:
                    first = begin + len(written) - len(written.lstrip())
                last = begin + len(written)
        if first < last:
            yield first, last

    def drop_tables(self, start: int, end: int) -> None:
        """Those in a text that is code, or that is read on its own."""
        first = self.lines[self.line_number(start)].start
        self.add_tables(first - 1)
        while self.tables and self.lines[self.tables[-1].first].start < end:
            self.tables.pop()

    def add_tables(self, before: int) -> None:
        """Those that begin up to a place."""
        while self.tables and self.lines[self.tables[-1].first].start <= before:
            table = self.tables.pop()
            self.add_table(table)

    def add_title(self, start: int, end: int) -> None:
        level = self.adornments.level(self.text[start:end], self.line_number(start))
        builder = PassageBuilder()
        builder.guarded = int(not level)
        add_inline(builder, self.text, start, end)
        self.emit(builder.build(), BlockKind.HEADING if level else BlockKind.PARAGRAPH, level=level)

    def line_number(self, offset: int) -> int:
        return bisect_right(self.lines, offset, key=lambda line: line.start) - 1

    def add_paragraph(self, start: int, end: int, place: _Place) -> None:
        bar = _BAR.match(self.text, start, end)
        passage = read_inline(self.text, bar.end() if bar else start, end)
        if place.item is not None and place.item not in self.begun:
            self.begun.add(place.item)
            self.emit(passage, BlockKind.ITEM, level=place.lists, quoted=place.quoted)
        else:
            self.emit(passage, BlockKind.PARAGRAPH, quoted=place.quoted)

    def add_table(self, table: Table) -> None:
        header: dict[int, str] = {}
        for cell in table.cells:
            builder = PassageBuilder()
            builder.guarded = int(cell.fixed)
            for start, end in cell.parts:
                if len(builder) and builder.source_end is not None:
                    builder.guard(" ", builder.source_end, start)
                add_inline(builder, self.text, start, end)
            trail = (header[cell.column],) if cell.row >= table.header and header.get(cell.column) else ()
            before = len(self.blocks)
            self.emit(builder.build(), BlockKind.CELL, trail=trail)
            if cell.row < table.header and len(self.blocks) > before:
                header.setdefault(cell.column, self.blocks[before].text)

    def add_directive(self, node: Node, convert: Callable[[int], int], place: _Place) -> None:
        if node.type == "substitution_definition":
            inner = next((child for child in node.children if child.type == "directive"), None)
            if inner is None:
                return
            node = inner
        parts = {child.type: child for child in node.children if child.is_named}
        body = parts.get("body")
        inside = {child.type: child for child in body.children if child.is_named} if body is not None else {}
        name = self.slice(parts["type"], convert) if "type" in parts else ""
        quoted = place.quoted or name in QUOTED
        for kind in ("arguments", "options", "content"):
            if kind not in inside:
                continue
            start, end = convert(inside[kind].start_byte), convert(inside[kind].end_byte)
            if kind == "options":
                self.add_captions(start, end)
            elif kind == "arguments" and (says_by_arguments(name) or has_title(name)):
                self.emit(read_inline(self.text, start, end), BlockKind.PARAGRAPH, quoted=quoted)
            elif kind == "content" and holds_prose(name) and name.lower() != "csv-table" and self.depth < DEEPEST:
                self.add_content(start, end, quoted=quoted)

    def add_captions(self, start: int, end: int) -> None:
        """``:alt:`` stands for an image, ``:caption:`` over a listing or a list of pages."""
        for option in _OPTION.finditer(self.text, start, end):
            if option["name"] in ("alt", "caption") and option["value"].strip():
                first = option.start("value")
                self.emit(read_inline(self.text, first, first + len(option["value"].rstrip())), BlockKind.CAPTION)

    def add_content(self, start: int, end: int, *, quoted: bool) -> None:
        first = self.line_number(start)
        last = self.line_number(max(end - 1, start))
        ranges = [(line.start, min(line.end, end)) for line in self.lines[first : last + 1]]
        indents = [len(self.text[a:b]) - len(self.text[a:b].lstrip(" \t")) for a, b in ranges if self.text[a:b].strip()]
        indent = min(indents, default=0)
        parts, pieces, size = [], [], 0
        for a, b in ranges:
            a = min(a + indent, b)
            parts.append(self.text[a:b] + "\n")
            pieces.append(Piece(size, a))
            size += b - a + 1
        inner = Asides()
        self.blocks += walk(
            "".join(parts),
            finish=lambda passage: self.finish(move(passage, pieces)),
            headings=self.headings.copy(),
            asides=inner,
            quoted=quoted,
            depth=self.depth + 1,
        )
        self.asides.take(inner, pieces)

    def emit(
        self,
        passage: Passage,
        kind: BlockKind,
        *,
        level: int = 0,
        trail: tuple[str, ...] = (),
        quoted: bool | None = None,
    ) -> None:
        finished = self.finish(passage)
        if finished is None:
            return
        headings = self.headings.above(level) if kind is BlockKind.HEADING else self.headings.path
        quotation = self.quoted if quoted is None else quoted
        self.blocks.append(block_of(finished, kind=kind, headings=headings, trail=trail, level=level, quoted=quotation))
        if kind is BlockKind.HEADING:
            self.headings.enter(finished.text, level)

    def slice(self, node: Node, convert: Callable[[int], int]) -> str:
        return self.text[convert(node.start_byte) : convert(node.end_byte)]
