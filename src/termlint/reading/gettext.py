"""gettext catalogues: translations into English can be fixed; a ``msgid`` is a key, so it is only read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from termlint.model.document import Block, BlockKind, Document, MarkKind, SegmentKind
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.blocks import block_of, finished_text
from termlint.reading.languages import is_english
from termlint.reading.passage import Passage, PassageBuilder, put_stand_ins
from termlint.reading.suppressions import Reach, find_suppressions

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_FIELD = re.compile(
    r"[ \t]*(?:(?P<name>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)[ \t]*)?"
    r"\"(?P<text>(?:[^\"\\\r\n]++|\\[^\r\n])*+)\""
)
_PART = re.compile(r"(?P<known>\\(?:[abfnrtv\\\"'?]|x[0-9a-fA-F]{1,2}|[0-7]{1,3}))|\\.?|[^\\]++")
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_CODE = re.compile(r":[\w:+\-]{1,40}:`[^`]*`|``[^`]*``")
_COMMENT = re.compile(r"(?:\A|(?<=[\r\n]))#(?=[ \t])[^\r\n]*")
_LANGUAGE = re.compile(r"^Language:[ \t]*([\w@.\-]+)", re.MULTILINE)


@dataclass(slots=True)
class _Field:
    name: str
    builder: PassageBuilder = field(default_factory=PassageBuilder)


def read_gettext(source: SourceText) -> Document:
    """Never raises. Obsolete entries and comments are not read, but for suppressions."""
    blocks: list[Block] = []
    english: bool | None = None
    for entry in _entries(source.text):
        texts = {one.name: one.builder.build() for one in entry}
        if english is None:
            header = texts.get("msgstr") if "msgid" in texts and not texts["msgid"].text else None
            language = _LANGUAGE.search(header.text) if header else None
            english = language is not None and is_english(language[1])
            if header:
                continue
        context = (texts["msgctxt"].text,) if "msgctxt" in texts else ()
        for name, passage in texts.items():
            if name != "msgctxt" and (english or not name.startswith("msgstr")):
                blocks += _block(passage, (*context, name), fixable=name.startswith("msgstr"))
    comments = Asides([match.span() for match in _COMMENT.finditer(source.text)])
    suppressions = find_suppressions(source.text, comments, blocks, reach=Reach.ENTRY)
    return Document(source.path, source.text, "gettext", tuple(blocks), suppressions=suppressions)


def quote_gettext(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _entries(text: str) -> Iterator[list[_Field]]:
    """The fields of each entry, in order. A new entry begins at a ``msgctxt`` or a ``msgid`` after a translation."""
    entry: list[_Field] = []
    for line in _LINE.finditer(text):
        match = _FIELD.match(text, *line.span())
        if not match:
            continue
        name = match["name"]
        if name is not None:
            if entry and name in ("msgctxt", "msgid") and entry[-1].name != "msgctxt":
                yield entry
                entry = []
            entry.append(_Field(name))
        if entry:
            _add(entry[-1].builder, text, *match.span("text"))
    if entry:
        yield entry


def _add(builder: PassageBuilder, text: str, start: int, end: int) -> None:
    for part in _PART.finditer(text, start, end):
        written = part[0]
        if written[0] != "\\":
            builder.copy(written, part.start())
        elif part["known"] is None:
            builder.guard(written, *part.span())  # what comes after it must not change
        elif written[1] in "x01234567":
            code = int(written[2:], 16) if written[1] == "x" else int(written[1:], 8)
            builder.atom(chr(code), *part.span()) if 0 < code < 128 else builder.guard("\ufffd", *part.span())
        else:
            builder.atom(_ESCAPES.get(written[1], written[1]), *part.span())


def _block(passage: Passage, trail: tuple[str, ...], *, fixable: bool) -> list[Block]:
    finished = finished_text(_put_code(passage))
    if finished is None:
        return []
    block = block_of(finished, kind=BlockKind.PARAGRAPH, trail=trail, writers=(quote_gettext,))
    if not fixable:
        guarded = tuple(replace(segment, kind=SegmentKind.GUARDED) for segment in block.segments)
        return [replace(block, segments=guarded)]
    return [replace(block, joins=True)]


def _put_code(passage: Passage) -> Passage:
    """With an object for each literal and role of reStructuredText, which documentation catalogues are full of."""
    found = [(match.start(), match.end(), MarkKind.CODE) for match in _CODE.finditer(passage.text)]
    return put_stand_ins(passage, found) if found else passage
