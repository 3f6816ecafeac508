"""Markdown's blocks: what is prose, what kind it is, and which headings stand above it."""

from dataclasses import dataclass, field
from typing import Any

from termlint.model.document import Block, BlockKind, MarkKind
from termlint.reading.asides import Asides
from termlint.reading.headings import HeadingPath
from termlint.reading.markdown.directives import begins_directive, directive_parts
from termlint.reading.markdown.events import events
from termlint.reading.markdown.inline import InlineReader
from termlint.reading.markdown.output import Finish, Output
from termlint.reading.markdown.raw import RawBlocks
from termlint.reading.markdown.tags import name_of
from termlint.reading.offsets import code_points
from termlint.reading.passage import Piece, copied, move

DEEPEST = 8
"""Texts within texts (directives in directives) that are read as prose."""


def walk(
    text: str, *, finish: Finish, headings: HeadingPath, asides: Asides, quotes: int = 0, depth: int = 0, jsx: bool = False
) -> list[Block]:
    """The blocks of a Markdown text, in order. ``depth`` counts the texts that this one stands in.

    ``jsx``: indented text is no code, as in MDX.
    """
    output = Output(finish, headings, quotes)

    def read_nested(inner: str, pieces: list[Piece]) -> None:
        passed_over = Asides()
        output.blocks += walk(
            inner,
            finish=lambda passage: finish(move(passage, pieces)),
            headings=output.headings.copy(),
            asides=passed_over,
            quotes=output.quotes,
            depth=depth + 1,
            jsx=jsx,
        )
        asides.take(passed_over, pieces)

    raw = RawBlocks(text, output, asides, read_nested if depth < DEEPEST else None, jsx)
    walking = _Walk(text, output, raw, asides)
    at_border = {kind: getattr(walking, name) for kind, name in _AT_BORDER.items()}
    within = {kind: getattr(walking, name) for kind, name in _WITHIN.items()}
    convert = code_points(text)
    for kind, payload, start, end in events(text):
        border = at_border.get(kind)
        if border is not None:
            border(payload)
            continue
        handler = within.get(kind)
        if handler is None:
            continue
        if convert is not None:
            start, end = convert(start), convert(end)
        if end > raw.skip_until or kind[0] in "+-":
            handler(payload, start, end)
    walking.flush()
    return output.blocks


@dataclass(slots=True)
class _Walk:
    text: str
    output: Output
    raw: RawBlocks
    asides: Asides
    lone: tuple[str, int] | None = None
    """A text, with its place, that is all of the block so far: most blocks are nothing else."""
    inline: InlineReader | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    trail: tuple[str, ...] = ()
    columns: list[str] = field(default_factory=list)
    in_head: bool = False
    column: int = 0

    # Inline events

    def see_text(self, payload: str, start: int, end: int) -> None:
        if self.raw.captured is not None:
            self.raw.captured.append((start, end))
            return
        if start < self.raw.skip_until:
            payload, start = self.text[self.raw.skip_until : end], self.raw.skip_until
        if self.inline is None and self.lone is None and self.text[start:end] == payload:
            self.lone = payload, start
            return
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

    def see_rule(self, _payload: None, _start: int, _end: int) -> None:
        self.flush()

    def open_paragraph(self, _data: None) -> None:
        self.flush()
        self.output.directive = False

    def open_heading(self, data: dict[str, Any]) -> None:
        self.flush()
        self.kind, self.level = BlockKind.HEADING, int(data["level"][1])

    def open_quote(self, alert: str | None) -> None:
        self.flush()
        self.output.quotes += alert is None
        self.output.enter()

    def close_quote(self, alert: str | None) -> None:
        self.flush()
        self.output.quotes -= alert is None
        self.output.leave()

    def open_list(self, _data: Any) -> None:
        self.flush()
        self.output.lists += 1

    def close_list(self, _data: Any) -> None:
        self.flush()
        self.output.lists -= 1

    def open_item(self, _data: None) -> None:
        self.flush()
        self.output.fresh_item = True
        self.output.enter()

    def close_item(self, _data: None) -> None:
        self.flush()
        self.output.fresh_item = False
        self.output.leave()

    def open_head(self, _data: None) -> None:
        self.flush()
        self.columns, self.column, self.in_head = [], 0, True

    def open_row(self, _data: None) -> None:
        self.flush()
        self.column, self.in_head = 0, False

    def close_cell(self, _data: None) -> None:
        self.kind = BlockKind.CELL
        if self.in_head:
            before = len(self.output.blocks)
            self.flush()
            self.columns.append(self.output.blocks[before].text if len(self.output.blocks) > before else "")
        elif self.inline or self.lone:
            header = self.columns[self.column] if self.column < len(self.columns) else ""
            self.trail = (header,) if header else ()
            self.flush()
        self.kind = BlockKind.PARAGRAPH
        self.column += 1

    def open_raw(self, data: Any) -> None:
        self.flush()
        self.raw.open(data)

    def close_code(self, _data: Any, start: int, end: int) -> None:
        self.raw.close_code(start, end)

    def close_html(self, _data: None, _start: int, end: int) -> None:
        self.raw.close_html(end)

    # From passages to blocks

    def begin(self) -> InlineReader:
        self.inline = InlineReader(self.text)
        if self.lone is not None:
            self.inline.builder.copy(*self.lone)
            self.lone = None
        return self.inline

    def flush(self, _data: Any = None) -> None:
        """The inline text read so far is a block."""
        if self.lone is not None:
            passage, captions = copied(*self.lone), []
        elif self.inline is not None:
            passage, captions = self.inline.builder.build(), self.inline.captions
        else:
            self.kind, self.level, self.trail = BlockKind.PARAGRAPH, 0, ()
            return
        self.lone = self.inline = None
        if self.kind is BlockKind.PARAGRAPH and begins_directive(passage.text):
            parts, directive = directive_parts(passage, self.text)
            for part in parts:
                self.output.emit(part, BlockKind.PARAGRAPH)
            self.output.directive = directive
        else:
            self.output.emit(passage, self.kind, level=self.level, trail=self.trail)
        for caption in captions:
            self.output.emit(caption, BlockKind.CAPTION)
        self.kind, self.level, self.trail = BlockKind.PARAGRAPH, 0, ()


_WITHIN = {
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
    "Rule": "see_rule",
    "-CodeBlock": "close_code",
    "-HtmlBlock": "close_html",
}
"""What is told by its place in the file."""

_AT_BORDER = {
    "+Paragraph": "open_paragraph",
    "-Paragraph": "flush",
    "+Heading": "open_heading",
    "-Heading": "flush",
    "+BlockQuote": "open_quote",
    "-BlockQuote": "close_quote",
    "+List": "open_list",
    "-List": "close_list",
    "+Item": "open_item",
    "-Item": "close_item",
    "+FootnoteDefinition": "flush",
    "-FootnoteDefinition": "flush",
    "+Table": "flush",
    "+TableHead": "open_head",
    "+TableRow": "open_row",
    "-TableCell": "close_cell",
    "+DefinitionListTitle": "flush",
    "-DefinitionListTitle": "flush",
    "+DefinitionListDefinition": "flush",
    "-DefinitionListDefinition": "flush",
    "+CodeBlock": "open_raw",
    "+HtmlBlock": "open_raw",
}
"""What only parts blocks; its place in the file, which takes a search, is asked for by none of them."""
