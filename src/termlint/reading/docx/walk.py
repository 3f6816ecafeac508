"""The paragraphs of one part, in order: what a person would see printed, with its place in the XML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from termlint.model.document import MarkKind
from termlint.reading.docx.paragraph import Paragraph
from termlint.reading.docx.tables import Cell, Tables
from termlint.reading.passage import Passage
from termlint.reading.xml import XmlHandlers, parse_xml

_W = re.compile(r"http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)/wordprocessingml/(?:2006/)?main\}")
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACE = "http://www.w3.org/XML/1998/namespace}space"
_UNSEEN = frozenset(("w:del", "w:moveFrom", "w:rubyBase:rt", "w:rt"))
"""Deleted, moved away from here, or said beside the line."""
_OFF = frozenset(("0", "false", "off", "none"))
_MARKS = {"w:b": MarkKind.STRONG, "w:i": MarkKind.EMPHASIS}
_BREAKS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_FIELD = re.compile(r"\s*([A-Za-z]+)")
DEEPEST = 2_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A paragraph as read, before it becomes a block."""

    passage: Passage
    style: str
    outline: int | None
    numbered: bool | None
    depth: int
    cell: Cell | None
    number: int
    """Of its footnote or endnote; 0 elsewhere."""
    boxed: bool
    """In a text box."""
    copies: tuple[Passage, ...] = ()
    guarded: bool = False
    """Its copies read otherwise, so that no edit of one would be right."""


@dataclass(slots=True)
class _Field:
    code: str = ""
    result: bool = False

    @property
    def kind(self) -> str:
        match = _FIELD.match(self.code)
        return match[1].upper() if match else ""


@dataclass(slots=True)
class _Alternate:
    """A drawing in a new and an old form: its first form is read, the others are copies of it."""

    first: range | None = None
    others: list[range] = field(default_factory=list)
    begun: int = 0


def walk_part(source: str, start: int, end: int) -> list[Seen]:
    """Raises ``UnreadableError`` where the part is no well-formed XML."""
    walk = _Walk(source)
    walk.handlers = XmlHandlers(walk.start, walk.end, walk.text)
    parse_xml(source[start:end], walk.handlers, at=start)
    return [seen for seen in walk.seen if seen is not None]


@dataclass(slots=True)
class _Walk:
    source: str
    seen: list[Seen | None] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    open: list[Paragraph] = field(default_factory=list)
    unseen: int = 0
    fields: list[_Field] = field(default_factory=list)
    alternates: list[_Alternate] = field(default_factory=list)
    tables: Tables = field(default_factory=Tables)
    note: int = 0
    boxes: int = 0
    controls: list[bool] = field(default_factory=list)
    """Content controls that are open, and whether they still show their prompt."""
    pieces: list[tuple[str, int]] | None = None
    preserve: bool = False
    verbatim: bool = False
    """The text being read holds a CDATA section."""
    handlers: XmlHandlers | None = None
    code: bool = False

    def start(self, full: str, attributes: Mapping[str, str], at: int) -> None:
        name = short_name(full)
        parent = self.stack[-1] if self.stack else ""
        self.stack.append(name)
        if name in _UNSEEN:
            self.unseen += 1
        handler = _STARTS.get(name)
        if handler is not None:
            getattr(self, handler)(attributes, at)
        elif self.open:
            if parent == "w:rPr" and self.stack[-3] == "w:r":
                self.format_run(name, attributes)
            elif parent == "w:pPr":
                self.format_paragraph(name, attributes)
            elif parent == "w:numPr" and self.stack[-3] == "w:pPr":
                self.format_list(name, attributes)
            elif parent == "w:r" and name in _BREAKS and self.is_read():
                self.open[-1].builder.guard(_BREAKS[name], at, at + 1)

    def end(self, _full: str, at: int) -> None:
        name = self.stack.pop()
        if name in _UNSEEN:
            self.unseen -= 1
        handler = _ENDS.get(name)
        if handler is not None:
            getattr(self, handler)(at)

    def text(self, data: str, at: int) -> None:
        if self.pieces is not None:
            self.pieces.append((data, at))
            self.verbatim = self.verbatim or bool(self.handlers and self.handlers.verbatim)
        elif self.code and self.fields:
            self.fields[-1].code += data

    # Paragraphs and runs

    def open_paragraph(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.open.append(Paragraph(len(self.seen)))
        self.seen.append(None)

    def close_paragraph(self, _at: int) -> None:
        paragraph = self.open.pop()
        self.seen[paragraph.slot] = Seen(
            paragraph.passage(),
            paragraph.style,
            paragraph.outline,
            paragraph.numbered,
            paragraph.depth,
            self.tables.cell,
            self.note,
            self.boxes > 0,
        )

    def open_run(self, _attributes: Mapping[str, str], _at: int) -> None:
        if self.open:
            self.open[-1].run, self.open[-1].hidden = set(), False

    def open_text(self, attributes: Mapping[str, str], _at: int) -> None:
        if self.open and self.is_read() and not self.open[-1].hidden:
            self.pieces, self.preserve, self.verbatim = [], attributes.get(_SPACE) == "preserve", False

    def close_text(self, _at: int) -> None:
        pieces, self.pieces = self.pieces, None
        if pieces is None:
            return
        paragraph = self.open[-1]
        result = any(one.result and one.kind != "HYPERLINK" for one in self.fields)
        paragraph.builder.guarded = int(result or self.verbatim)
        paragraph.add(self.source, pieces, preserve=self.preserve)

    def open_link(self, _attributes: Mapping[str, str], _at: int) -> None:
        if self.open:
            self.open[-1].links.append(len(self.open[-1].builder))

    def close_link(self, _at: int) -> None:
        if self.open and self.open[-1].links:
            self.open[-1].span(MarkKind.LINK, self.open[-1].links.pop())

    def format_run(self, name: str, attributes: Mapping[str, str]) -> None:
        off = _value(attributes) in _OFF
        if name in _MARKS:
            (self.open[-1].run.discard if off else self.open[-1].run.add)(_MARKS[name])
        elif name == "w:vanish":
            self.open[-1].hidden = not off

    def format_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        value = _value(attributes)
        if name == "w:pStyle":
            self.open[-1].style = value
        elif name == "w:outlineLvl" and value.isdecimal():
            self.open[-1].outline = int(value)

    def format_list(self, name: str, attributes: Mapping[str, str]) -> None:
        value = _value(attributes)
        if name == "w:ilvl" and value.isdecimal():
            self.open[-1].depth = min(int(value), 20) + 1
        elif name == "w:numId":
            self.open[-1].numbered = value != "0"

    def is_read(self) -> bool:
        """Whether text here is printed, and not another form of what was read before."""
        if self.unseen or any(self.controls) or any(one.result and one.kind == "TOC" for one in self.fields):
            return False
        paragraph = self.open[-1]
        # Text of a paragraph that is older than the form it stands in: only the first form counts.
        return all(one.first is None or paragraph.slot >= one.begun for one in self.alternates)

    # Fields, content controls, drawings, notes, tables

    def field_character(self, attributes: Mapping[str, str], _at: int) -> None:
        kind = next((value for key, value in attributes.items() if key.endswith("}fldCharType")), "")
        if kind == "begin" and len(self.fields) < DEEPEST:
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def open_simple_field(self, attributes: Mapping[str, str], _at: int) -> None:
        code = next((value for key, value in attributes.items() if key.endswith("}instr")), "")
        self.fields.append(_Field(code, True))

    def close_simple_field(self, _at: int) -> None:
        if self.fields:
            self.fields.pop()

    def open_code(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.code = True

    def close_code(self, _at: int) -> None:
        self.code = False

    def open_control(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.controls.append(False)

    def show_prompt(self, attributes: Mapping[str, str], _at: int) -> None:
        if self.controls:
            self.controls[-1] = _value(attributes) not in _OFF

    def close_control(self, _at: int) -> None:
        self.controls.pop()

    def open_note(self, attributes: Mapping[str, str], _at: int) -> None:
        number = next((value for key, value in attributes.items() if key.endswith("}id")), "")
        self.note = int(number) if number.isdecimal() else 0

    def open_box(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.boxes += 1

    def close_box(self, _at: int) -> None:
        self.boxes -= 1

    def open_alternate(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.alternates.append(_Alternate())

    def open_form(self, _attributes: Mapping[str, str], _at: int) -> None:
        if self.alternates:
            self.alternates[-1].begun = len(self.seen)

    def close_form(self, _at: int) -> None:
        if not self.alternates:
            return
        alternate = self.alternates[-1]
        form = range(alternate.begun, len(self.seen))
        if alternate.first is None:
            alternate.first = form
        else:
            alternate.others.append(form)

    def close_alternate(self, _at: int) -> None:
        alternate = self.alternates.pop()
        first = self.told(alternate.first or range(0))
        for form in alternate.others:
            other = self.told(form)
            if other and first:
                self.pair([number for number, _ in first], [seen for _, seen in other])
                first = self.told(alternate.first or range(0))
            if first:
                for number in form:
                    self.seen[number] = None

    def told(self, form: range) -> list[tuple[int, Seen]]:
        """The paragraphs of a form that hold something."""
        paragraphs = ((number, self.seen[number]) for number in form)
        return [(number, seen) for number, seen in paragraphs if seen is not None and seen.passage.text.strip()]

    def pair(self, numbers: list[int], others: list[Seen]) -> None:
        mine = [seen for seen in (self.seen[number] for number in numbers) if seen is not None]
        same = [seen.passage.text for seen in mine] == [other.passage.text for other in others]
        for place, (number, seen) in enumerate(zip(numbers, mine, strict=True)):
            copies = (*seen.copies, others[place].passage, *others[place].copies) if same else seen.copies
            self.seen[number] = Seen(
                seen.passage,
                seen.style,
                seen.outline,
                seen.numbered,
                seen.depth,
                seen.cell,
                seen.number,
                seen.boxed,
                copies,
                seen.guarded or not same,
            )

    def open_table(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.tables.open_table()

    def close_table(self, _at: int) -> None:
        self.tables.close_table()

    def open_row(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.tables.open_row()

    def open_cell(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.tables.open_cell()

    def span_cell(self, attributes: Mapping[str, str], _at: int) -> None:
        value = _value(attributes)
        if value.isdecimal():
            self.tables.span(min(int(value), 1_000))

    def close_cell(self, _at: int) -> None:
        self.tables.close_cell()


def short_name(full: str) -> str:
    """``w:r`` for a name in the namespace of word processing, in its older or its newer edition."""
    space, _, local = full.rpartition("}")
    if _W.fullmatch(space + "}"):
        return "w:" + local
    return ("mc:" if space + "}" == _MC else "?:") + local


def _value(attributes: Mapping[str, str]) -> str:
    for key, value in attributes.items():
        if key.endswith("}val"):
            return value
    return ""


_STARTS = {
    "w:p": "open_paragraph",
    "w:r": "open_run",
    "w:t": "open_text",
    "w:hyperlink": "open_link",
    "w:fldChar": "field_character",
    "w:fldSimple": "open_simple_field",
    "w:instrText": "open_code",
    "w:sdt": "open_control",
    "w:showingPlcHdr": "show_prompt",
    "w:footnote": "open_note",
    "w:endnote": "open_note",
    "w:txbxContent": "open_box",
    "mc:AlternateContent": "open_alternate",
    "mc:Choice": "open_form",
    "mc:Fallback": "open_form",
    "w:tbl": "open_table",
    "w:tr": "open_row",
    "w:tc": "open_cell",
    "w:gridSpan": "span_cell",
}
_ENDS = {
    "w:p": "close_paragraph",
    "w:t": "close_text",
    "w:hyperlink": "close_link",
    "w:fldSimple": "close_simple_field",
    "w:instrText": "close_code",
    "w:sdt": "close_control",
    "w:txbxContent": "close_box",
    "mc:AlternateContent": "close_alternate",
    "mc:Choice": "close_form",
    "mc:Fallback": "close_form",
    "w:tbl": "close_table",
    "w:tc": "close_cell",
}
