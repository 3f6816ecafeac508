"""Word processor files: paragraphs, tables, headers, footers, notes and text boxes; tracked insertions, not deletions."""

from dataclasses import replace

from termlint.model.document import Block, BlockKind, Document, Location, Segment, SegmentKind
from termlint.model.source import SourceText
from termlint.reading.blocks import block_of, finished_text
from termlint.reading.docx.package import Style
from termlint.reading.docx.seen import Seen
from termlint.reading.docx.source import BORDER, DocxSource, decode_docx
from termlint.reading.docx.tracking import track_changes
from termlint.reading.docx.walk import walk_part
from termlint.reading.headings import HeadingPath
from termlint.reading.xml import escape_xml

__all__ = ["decode_docx", "read_docx", "track_changes"]

_QUOTES = frozenset(("quote", "intense quote", "block text"))


def read_docx(source: SourceText) -> Document:
    """Raises ``UnreadableError`` where a part is no well-formed XML."""
    assert isinstance(source, DocxSource)
    blocks: list[Block] = []
    title = ""
    at = 0
    for part, text in zip(source.parts, source.text.split(BORDER), strict=True):
        reading = _PartReading(source.styles, part.kind)
        for seen in walk_part(source.text, at, at + len(text)):
            block = reading.block(seen)
            if block is not None:
                blocks.append(block)
        title = title or reading.title
        at += len(text) + len(BORDER)
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
    return Document(source.path, source.text, "docx", tuple(blocks), title or first)


class _PartReading:
    """Follows the headings, paragraph numbers and table headers of one part."""

    def __init__(self, styles: dict[str, Style], part: str) -> None:
        self.title = ""
        self._styles = styles
        self._part = part
        self._headings = HeadingPath()
        self._paragraphs = 0
        self._header: dict[tuple[int, int], str] = {}

    def block(self, seen: Seen) -> Block | None:
        if seen.passage.text.strip() and not seen.boxed and seen.cell is None:
            self._paragraphs += 1
        passage = finished_text(seen.passage)
        style = self._styles.get(seen.style, Style())
        if passage is None or style.name.lower().startswith("toc "):
            return None
        kind, level = _kind(seen, style)
        trail: tuple[str, ...] = ()
        if seen.cell is not None:
            column = seen.cell.table, seen.cell.column
            if seen.cell.row == 1:
                self._header.setdefault(column, passage.text)
            elif self._header.get(column):
                trail = (self._header[column],)
        headings = self._headings.above(level) if kind is BlockKind.HEADING else self._headings.path
        quoted = style.name.lower() in _QUOTES
        block = block_of(passage, kind=kind, headings=headings, trail=trail, level=level, quoted=quoted)
        if kind is BlockKind.HEADING and not seen.boxed:
            self._headings.enter(passage.text, level)
            if style.name.lower() == "title":
                self.title = self.title or passage.text
        return self._placed(block, seen)

    def _placed(self, block: Block, seen: Seen) -> Block:
        copies = [finished_text(copy) for copy in seen.copies]
        told = [copy.segments for copy in copies if copy is not None and copy.text == block.text]
        guarded = seen.guarded or len(told) < len(copies)
        segments = tuple(_guarded(block.segments)) if guarded else block.segments
        location = self._location(seen)
        return replace(block, segments=segments, copies=tuple(told), joins=True, writers=(escape_xml,), location=location)

    def _location(self, seen: Seen) -> Location:
        heading = self._headings.path[-1] if self._headings.path else ""
        details: list[tuple[str, str]] = []
        if seen.boxed:
            place = "text box"
        elif seen.cell is not None:
            cell = seen.cell
            place = f"table {cell.table}, row {cell.row}, column {cell.column}"
            details += [("table", str(cell.table)), ("row", str(cell.row)), ("column", str(cell.column))]
        elif self._part in ("footnotes", "endnotes"):
            place = f"{self._part[:-1]} {seen.number}" if seen.number else self._part[:-1]
        else:
            place = f"paragraph {self._paragraphs}"
            details.append(("paragraph", str(self._paragraphs)))
        if self._part in ("header", "footer"):
            place = f"{self._part}, {place}"
        if heading:
            details.append(("heading", heading))
        label = f'{place}, "{_short(heading)}"' if heading else place
        return Location(label, (("part", self._part), *details))


def _kind(seen: Seen, style: Style) -> tuple[BlockKind, int]:
    name = style.name.lower()
    if seen.cell is not None:
        return BlockKind.CELL, 0
    if name == "title":
        return BlockKind.HEADING, 1
    level = style.level if seen.outline is None else seen.outline + 1
    if 1 <= level <= 6:
        return BlockKind.HEADING, level
    if name == "caption":
        return BlockKind.CAPTION, 0
    listed = style.listed or name.startswith("list") if seen.numbered is None else seen.numbered
    return (BlockKind.ITEM, seen.depth) if listed else (BlockKind.PARAGRAPH, 0)


def _guarded(segments: tuple[Segment, ...]) -> list[Segment]:
    return [replace(segment, kind=SegmentKind.GUARDED) for segment in segments]


def _short(heading: str) -> str:
    return heading if len(heading) <= 60 else heading[:59] + "…"
