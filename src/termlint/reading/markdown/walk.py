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
from termlint.reading.passage import Piece, move

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
    handlers = {kind: getattr(walking, name) for kind, name in _HANDLERS.items()}
    convert = code_points(text)
    for kind, payload, start, end in events(text):
        handler = handlers.get(kind)
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
        self.output.directive = False

    def open_heading(self, data: dict[str, Any], _start: int, _end: int) -> None:
        self.flush()
        self.kind, self.level = BlockKind.HEADING, int(data["level"][1])

    def open_quote(self, alert: str | None, _start: int, _end: int) -> None:
        self.flush()
        self.output.quotes += alert is None
        self.output.enter()

    def close_quote(self, alert: str | None, _start: int, _end: int) -> None:
        self.flush()
        self.output.quotes -= alert is None
        self.output.leave()

    def open_list(self, _data: Any, _start: int, _end: int) -> None:
        self.flush()
        self.output.lists += 1

    def close_list(self, _data: Any, _start: int, _end: int) -> None:
        self.flush()
        self.output.lists -= 1

    def open_item(self, _data: None, _start: int, _end: int) -> None:
        self.flush()
        self.output.fresh_item = True
        self.output.enter()

    def close_item(self, _data: None, _start: int, _end: int) -> None:
        self.flush()
        self.output.fresh_item = False
        self.output.leave()

    def open_head(self, _data: None, _start: int, _end: int) -> None:
        self.flush()
        self.columns, self.column, self.in_head = [], 0, True

    def open_row(self, _data: None, _start: int, _end: int) -> None:
        self.flush()
        self.column, self.in_head = 0, False

    def close_cell(self, _data: None, _start: int, _end: int) -> None:
        self.kind = BlockKind.CELL
        if self.in_head:
            before = len(self.output.blocks)
            self.flush()
            self.columns.append(self.output.blocks[before].text if len(self.output.blocks) > before else "")
        elif self.inline:
            header = self.columns[self.column] if self.column < len(self.columns) else ""
            self.trail = (header,) if header else ()
            self.flush()
        self.kind = BlockKind.PARAGRAPH
        self.column += 1

    def open_raw(self, data: Any, _start: int, _end: int) -> None:
        self.flush()
        self.raw.open(data)

    def close_code(self, _data: Any, start: int, end: int) -> None:
        self.raw.close_code(start, end)

    def close_html(self, _data: None, _start: int, end: int) -> None:
        self.raw.close_html(end)

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
                self.output.emit(part, BlockKind.PARAGRAPH)
            self.output.directive = directive
        else:
            self.output.emit(passage, self.kind, level=self.level, trail=self.trail)
        for caption in inline.captions:
            self.output.emit(caption, BlockKind.CAPTION)
        self.kind, self.level, self.trail = BlockKind.PARAGRAPH, 0, ()


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
    "-DefinitionListTitle": "see_border",
    "+DefinitionListDefinition": "see_border",
    "-DefinitionListDefinition": "see_border",
    "+CodeBlock": "open_raw",
    "-CodeBlock": "close_code",
    "+HtmlBlock": "open_raw",
    "-HtmlBlock": "close_html",
}
