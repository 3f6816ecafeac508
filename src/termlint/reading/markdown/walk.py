"""Markdown's blocks: what is prose, what kind it is, and which headings stand above it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from termlint.model.document import Block, BlockKind, MarkKind
from termlint.reading.asides import Asides
from termlint.reading.blocks import block_of
from termlint.reading.headings import HeadingPath
from termlint.reading.html.parts import OpenEnd, html_parts
from termlint.reading.html.writing import html_text
from termlint.reading.markdown.directives import begins_directive, body_after_options, directive_parts, fence_title
from termlint.reading.markdown.events import events
from termlint.reading.markdown.inline import InlineReader
from termlint.reading.markdown.offsets import code_points
from termlint.reading.markdown.tags import name_of
from termlint.reading.passage import Passage, PassageBuilder, Piece, move

DEEPEST = 8
"""Texts within texts (directives in directives) that are read as prose."""

Writers = tuple[Callable[[str], str], ...]
Finish = Callable[[Passage], Passage | None]
"""Makes a passage ready to leave: in the coordinates of the file, objects in place; None where it holds no word."""


def walk(text: str, *, finish: Finish, headings: HeadingPath, asides: Asides, quotes: int = 0, depth: int = 0) -> list[Block]:
    """The blocks of a Markdown text, in order. ``depth`` counts the texts that this one stands in."""
    walking = _Walk(text, finish, headings, asides, quotes, depth)
    handlers = {kind: getattr(walking, name) for kind, name in _HANDLERS.items()}
    convert = code_points(text)
    for kind, payload, start, end in events(text):
        handler = handlers.get(kind)
        if handler is None:
            continue
        if convert is not None:
            start, end = convert(start), convert(end)
        if end > walking.skip_until or kind[0] in "+-":
            handler(payload, start, end)
    walking.flush()
    return walking.blocks


@dataclass(slots=True)
class _Walk:
    text: str
    finish: Finish
    headings: HeadingPath
    asides: Asides
    quotes: int
    depth: int
    blocks: list[Block] = field(default_factory=list)
    inline: InlineReader | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    trail: tuple[str, ...] = ()
    lists: int = 0
    fresh_item: bool = False
    """Nothing of the current list item has been emitted yet."""
    outer: list[HeadingPath] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    in_head: bool = False
    column: int = 0
    term: str = ""
    captured: list[tuple[int, int]] | None = None
    """Source ranges of the lines of the code or HTML block being read."""
    directive: bool = False
    """An indented code block that comes next is the body of the directive just read."""
    skip_until: int = 0
    """Before here stands an HTML comment or the like that a blank line did not end."""
    closers: dict[str, int] = field(default_factory=dict)

    # Inline events

    def see_text(self, payload: str, start: int, end: int) -> None:
        if self.captured is not None:
            self.captured.append((start, end))
            return
        if start < self.skip_until:
            payload, start = self.text[self.skip_until : end], self.skip_until
        (self.inline or self.begin()).add_text(payload, start, end)

    def see_code(self, _payload: str, start: int, end: int) -> None:
        self.asides.code.append((start, end))
        (self.inline or self.begin()).add_code(start, end)

    def see_tag(self, payload: str, start: int, end: int) -> None:
        if payload.startswith("<!--"):
            self.asides.comments.append((start, end))
        elif named := name_of(payload):
            self.asides.see_tag(*named, start, end)
        (self.inline or self.begin()).add_tag(payload, start, end)

    def see_soft_break(self, _payload: None, start: int, end: int) -> None:
        (self.inline or self.begin()).add_line_break(start, end, hard=False)

    def see_hard_break(self, _payload: None, start: int, end: int) -> None:
        (self.inline or self.begin()).add_line_break(start, end, hard=True)

    def open_inline(self, data: Any, start: int, _end: int) -> None:
        (self.inline or self.begin()).open(data, start)

    def close_emphasis(self, _data: None, start: int, end: int) -> None:
        (self.inline or self.begin()).close(MarkKind.EMPHASIS, start, end)

    def close_strong(self, _data: None, start: int, end: int) -> None:
        (self.inline or self.begin()).close(MarkKind.STRONG, start, end)

    def close_strikethrough(self, _data: None, start: int, end: int) -> None:
        (self.inline or self.begin()).close(None, start, end)

    def close_link(self, _data: None, start: int, end: int) -> None:
        (self.inline or self.begin()).close(MarkKind.LINK, start, end)

    def close_image(self, _data: None, start: int, end: int) -> None:
        (self.inline or self.begin()).close(MarkKind.IMAGE, start, end)

    # Block events

    def see_border(self, _data: Any, _start: int, _end: int) -> None:
        self.flush()

    def open_paragraph(self, _data: None, _start: int, _end: int) -> None:
        self.flush()
        self.directive = False

    def open_heading(self, data: dict[str, Any], _start: int, _end: int) -> None:
        self.flush()
        self.kind, self.level = BlockKind.HEADING, int(data["level"][1])

    def open_quote(self, alert: str | None, _start: int, _end: int) -> None:
        self.flush()
        self.quotes += alert is None
        self.outer.append(self.headings.copy())

    def close_quote(self, alert: str | None, _start: int, _end: int) -> None:
        self.flush()
        self.quotes -= alert is None
        self.headings = self.outer.pop()

    def open_list(self, _data: Any, _start: int, _end: int) -> None:
        self.flush()
        self.lists += 1

    def close_list(self, _data: Any, _start: int, _end: int) -> None:
        self.flush()
        self.lists -= 1

    def open_item(self, _data: None, _start: int, _end: int) -> None:
        self.flush()
        self.fresh_item = True
        self.outer.append(self.headings.copy())

    def close_item(self, _data: None, _start: int, _end: int) -> None:
        self.flush()
        self.fresh_item = False
        self.headings = self.outer.pop()

    def open_head(self, _data: None, _start: int, _end: int) -> None:
        self.flush()
        self.columns, self.column, self.in_head = [], 0, True

    def open_row(self, _data: None, _start: int, _end: int) -> None:
        self.flush()
        self.column, self.in_head = 0, False

    def close_cell(self, _data: None, _start: int, _end: int) -> None:
        self.kind = BlockKind.CELL
        if self.in_head:
            before = len(self.blocks)
            self.flush()
            self.columns.append(self.blocks[before].text if len(self.blocks) > before else "")
        elif self.inline:
            header = self.columns[self.column] if self.column < len(self.columns) else ""
            self.trail = (header,) if header else ()
            self.flush()
        self.kind = BlockKind.PARAGRAPH
        self.column += 1

    def close_term(self, _data: None, _start: int, _end: int) -> None:
        before = len(self.blocks)
        self.flush()
        self.term = self.blocks[before].text if len(self.blocks) > before else ""

    def open_raw(self, data: Any, _start: int, _end: int) -> None:
        self.flush()
        self.directive = self.directive and data == "Indented"
        self.captured = []

    def close_code(self, _data: Any, start: int, end: int) -> None:
        captured, self.captured = self.captured or [], None
        indented, self.directive = self.directive, False
        title = None if indented else fence_title(self.text, start, end)
        if title:
            builder = PassageBuilder()
            builder.copy(self.text[title[0] : title[1]], title[0])
            self.emit(builder.build(), BlockKind.PARAGRAPH)
            captured = body_after_options(self.text, captured)
        if (indented or title) and self.depth < DEEPEST:
            text, pieces = self.joined(captured)
            inner = Asides()
            self.blocks += walk(
                text,
                finish=lambda passage: self.finish(move(passage, pieces)),
                headings=self.headings.copy(),
                asides=inner,
                quotes=self.quotes,
                depth=self.depth + 1,
            )
            self.asides.take(inner, pieces)
        else:
            self.asides.code.append((start, end))

    def close_html(self, _data: None, _start: int, end: int) -> None:
        captured, self.captured = self.captured or [], None
        text, pieces = self.joined(captured)
        inner = Asides()
        for part in html_parts(text, asides=inner):
            if isinstance(part, OpenEnd):
                self.skip_until = max(self.skip_until, self.after_closer(part.closer, end))
                continue
            self.quotes += part.quoted
            self.emit(move(part.passage, pieces), part.kind, level=part.level, writers=(html_text,))
            self.quotes -= part.quoted
        self.asides.take(inner, pieces)

    # From passages to blocks

    def begin(self) -> InlineReader:
        self.inline = InlineReader(self.text)
        return self.inline

    def flush(self) -> None:
        """The inline text read so far is a block."""
        inline = self.inline
        if inline is None:
            self.kind, self.level, self.trail = BlockKind.PARAGRAPH, 0, ()
            return
        self.inline = None
        passage = inline.builder.build()
        if self.kind is BlockKind.PARAGRAPH and begins_directive(passage.text):
            parts, directive = directive_parts(passage, self.text)
            for part in parts:
                self.emit(part, BlockKind.PARAGRAPH)
            self.directive = directive
        else:
            self.emit(passage, self.kind, level=self.level, trail=self.trail)
        for caption in inline.captions:
            self.emit(caption, BlockKind.CAPTION)
        self.kind, self.level, self.trail = BlockKind.PARAGRAPH, 0, ()

    def emit(
        self, passage: Passage, kind: BlockKind, *, level: int = 0, trail: tuple[str, ...] = (), writers: Writers = ()
    ) -> None:
        finished = self.finish(passage)
        if finished is None:
            return
        if self.fresh_item and kind is BlockKind.PARAGRAPH:
            kind, level = BlockKind.ITEM, self.lists
        self.fresh_item = self.directive = False
        headings = self.headings.above(level) if kind is BlockKind.HEADING else self.headings.path
        quoted = self.quotes > 0
        self.blocks.append(
            block_of(finished, kind=kind, headings=headings, trail=trail, level=level, quoted=quoted, writers=writers)
        )
        if kind is BlockKind.HEADING:
            self.headings.enter(finished.text, level)

    def joined(self, ranges: list[tuple[int, int]]) -> tuple[str, list[Piece]]:
        """The text of source ranges put together, and where its pieces came from."""
        parts, pieces, size = [], [], 0
        for start, end in ranges:
            start = max(start, self.skip_until)
            if start < end:
                parts.append(self.text[start:end])
                pieces.append(Piece(size, start))
                size += end - start
        return "".join(parts), pieces

    def after_closer(self, closer: str, at: int) -> int:
        """Where the next ``closer`` ends; each kind is searched once for every time it is passed, so in linear time."""
        if self.closers.get(closer, -1) < at:
            match = re.compile(re.escape(closer), re.IGNORECASE).search(self.text, at)
            self.closers[closer] = match.end() if match else len(self.text) + 1
        found = self.closers[closer]
        return found if found <= len(self.text) else at


_HANDLERS = {
    "Text": "see_text",
    "Html": "see_text",
    "Code": "see_code",
    "InlineHtml": "see_tag",
    "SoftBreak": "see_soft_break",
    "HardBreak": "see_hard_break",
    "+Emphasis": "open_inline",
    "-Emphasis": "close_emphasis",
    "+Strong": "open_inline",
    "-Strong": "close_strong",
    "+Strikethrough": "open_inline",
    "-Strikethrough": "close_strikethrough",
    "+Link": "open_inline",
    "-Link": "close_link",
    "+Image": "open_inline",
    "-Image": "close_image",
    "Rule": "see_border",
    "+Paragraph": "open_paragraph",
    "-Paragraph": "see_border",
    "+Heading": "open_heading",
    "-Heading": "see_border",
    "+BlockQuote": "open_quote",
    "-BlockQuote": "close_quote",
    "+List": "open_list",
    "-List": "close_list",
    "+Item": "open_item",
    "-Item": "close_item",
    "+FootnoteDefinition": "see_border",
    "-FootnoteDefinition": "see_border",
    "+Table": "see_border",
    "+TableHead": "open_head",
    "+TableRow": "open_row",
    "-TableCell": "close_cell",
    "+DefinitionListTitle": "see_border",
    "-DefinitionListTitle": "close_term",
    "+DefinitionListDefinition": "see_border",
    "-DefinitionListDefinition": "see_border",
    "+CodeBlock": "open_raw",
    "-CodeBlock": "close_code",
    "+HtmlBlock": "open_raw",
    "-HtmlBlock": "close_html",
}
