"""What stands where in a word processor's file: the parts that hold prose, and the styles that make a paragraph a heading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from termlint.model.errors import UnreadableError
from termlint.reading.docx.archive import Archive, read_member
from termlint.reading.xml import XmlHandlers, parse_xml

PART_LIMIT = 50_000_000
"""Bytes of one unpacked part; Word itself becomes unusable long before."""

_PROSE = (
    "document.main",
    "template.main",
    "documentmacroenabled.main",
    "templatemacroenabledtemplate.main",
    "header",
    "footer",
    "footnotes",
    "endnotes",
)
_ORDER = {"header": 1, "footer": 3, "footnotes": 2, "endnotes": 2}
_PART_TYPE = re.compile(r"application/(?:vnd\.openxmlformats-officedocument\.wordprocessingml|vnd\.ms-word)\.([\w.]+)\+xml")
_HEADING = re.compile(r"heading ?([1-6])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style makes of its paragraphs."""

    name: str = ""
    level: int = 0
    """Of a heading, from 1."""
    listed: bool = False


@dataclass(slots=True)
class _RawStyle:
    name: str = ""
    based_on: str = ""
    outline: int | None = None
    listed: bool = False


def prose_parts(archive: Archive) -> tuple[tuple[str, str], ...]:
    """Name and kind of every part with prose, the main document first. Raises ``UnreadableError`` where there is none."""
    found = [(kind, name) for name, kind in _part_types(archive).items() if kind in _PROSE and name in archive.members]
    if not any(kind.endswith(".main") for kind, _ in found):
        raise UnreadableError("no word processor document (its main part is missing)")
    ordered = sorted(found, key=lambda one: (_ORDER.get(one[0], 0), one[1]))
    return tuple((name, "document" if kind.endswith(".main") else kind) for kind, name in ordered)


def read_styles(archive: Archive) -> dict[str, Style]:
    """Paragraph styles by their id, what they are based on included."""
    names = [name for name, kind in _part_types(archive).items() if kind == "styles" and name in archive.members]
    if not names:
        return {}
    reader = _StylesReader()
    text = decode_part(read_member(archive, names[0], limit=PART_LIMIT))[0]
    parse_xml(text, XmlHandlers(reader.start, reader.end, lambda _text, _at: None))
    return {key: _resolved(reader.styles, key) for key in reader.styles}


def decode_part(raw: bytes) -> tuple[str, bytes, str]:
    """The text of an XML part, its byte order mark and its encoding: UTF-8 or UTF-16, as the format demands."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"", "utf-8")):
        if raw.startswith(mark):
            try:
                text = raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableError("a part of it is neither UTF-8 nor UTF-16") from error
            if "\0" in text:
                raise UnreadableError("a part of it holds NUL characters")
            return text, mark, encoding
    raise AssertionError("every text starts with nothing")


def _part_types(archive: Archive) -> dict[str, str]:
    """The kind of each word processing part by its name in the archive."""
    listing = "[Content_Types].xml"
    if listing not in archive.members:
        raise UnreadableError("no word processor document (it lists no content types)")
    found: dict[str, str] = {}

    def start(name: str, attributes: Mapping[str, str], _at: int) -> None:
        match = _PART_TYPE.fullmatch(attributes.get("ContentType", ""))
        if match and name.endswith("}Override"):
            found[attributes.get("PartName", "").lstrip("/")] = match[1].lower()

    text = decode_part(read_member(archive, listing, limit=5_000_000))[0]
    parse_xml(text, XmlHandlers(start, lambda _name, _at: None, lambda _text, _at: None))
    return found


@dataclass(slots=True)
class _StylesReader:
    styles: dict[str, _RawStyle] = field(default_factory=dict)
    _current: _RawStyle | None = None

    def start(self, name: str, attributes: Mapping[str, str], _at: int) -> None:
        values = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        match name.rpartition("}")[2]:
            case "style":
                self._current = _RawStyle() if values.get("type", "paragraph") == "paragraph" else None
                if self._current is not None:
                    self.styles[values.get("styleId", "")] = self._current
            case "name" if self._current is not None:
                self._current.name = values.get("val", "")
            case "basedOn" if self._current is not None:
                self._current.based_on = values.get("val", "")
            case "outlineLvl" if self._current is not None:
                self._current.outline = int(values["val"]) if values.get("val", "").isdecimal() else None
            case "numPr" if self._current is not None:
                self._current.listed = True

    def end(self, name: str, _at: int) -> None:
        if name.endswith("}style"):
            self._current = None


def _resolved(styles: dict[str, _RawStyle], key: str) -> Style:
    first = styles[key]
    level, listed = 0, False
    seen: set[str] = set()
    while key in styles and key not in seen and len(seen) < 20:
        seen.add(key)
        style = styles[key]
        heading = _HEADING.fullmatch(style.name)
        if not level and heading:
            level = int(heading[1])
        elif not level and style.outline is not None:
            level = style.outline + 1 if style.outline < 6 else -1
        listed = listed or style.listed
        key = style.based_on
    return Style(first.name, max(level, 0), listed)
