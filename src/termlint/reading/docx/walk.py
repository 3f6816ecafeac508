"""The paragraphs of one part, in order: what a person would see printed, with its place in the XML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from termlint.model.document import MarkKind
from termlint.reading.docx.fields import Fields
from termlint.reading.docx.forms import Forms
from termlint.reading.docx.paragraph import Paragraph
from termlint.reading.docx.seen import Seen
from termlint.reading.docx.tables import Tables
from termlint.reading.xml import XmlHandlers, parse_xml

_W = re.compile(r"http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)/wordprocessingml/(?:2006/)?main\}")
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACE = "http://www.w3.org/XML/1998/namespace}space"
_UNSEEN = frozenset(("w:del", "w:moveFrom", "w:rubyBase:rt", "w:rt"))
"""Deleted, moved away from here, or said beside the line."""
_OFF = frozenset(("0", "false", "off", "none"))
_MARKS = {"w:b": MarkKind.STRONG, "w:i": MarkKind.EMPHASIS}
_BREAKS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}


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
    fields: Fields = field(default_factory=Fields)
    forms: Forms = field(init=False)
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

    def __post_init__(self) -> None:
        self.forms = Forms(self.seen)

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
        else:
            self.fields.see_text(data)

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
        paragraph.builder.guarded = int(self.fields.result or self.verbatim)
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
        return not (self.unseen or any(self.controls) or self.fields.contents) and self.forms.count(self.open[-1].slot)

    # Fields, content controls, drawings, notes, tables

    def field_character(self, attributes: Mapping[str, str], _at: int) -> None:
        kind = next((value for key, value in attributes.items() if key.endswith("}fldCharType")), "")
        self.fields.see_character(kind)

    def open_simple_field(self, attributes: Mapping[str, str], _at: int) -> None:
        code = next((value for key, value in attributes.items() if key.endswith("}instr")), "")
        self.fields.open_simple(code)

    def close_simple_field(self, _at: int) -> None:
        self.fields.close_simple()

    def open_code(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.fields.in_code = True

    def close_code(self, _at: int) -> None:
        self.fields.in_code = False

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
        self.forms.open_alternate()

    def open_form(self, _attributes: Mapping[str, str], _at: int) -> None:
        self.forms.open_form()

    def close_form(self, _at: int) -> None:
        self.forms.close_form()

    def close_alternate(self, _at: int) -> None:
        self.forms.close_alternate()

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
