"""JSON, JSON with comments, and JSON Lines: every string with its place. What is no JSON is passed over, never refused."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from termlint.model.document import Document, Segment
from termlint.model.errors import UnreadableError
from termlint.model.prose_fields import ProseFields
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.fields.document import document_of
from termlint.reading.fields.value import Value, bounded
from termlint.reading.passage import Passage, PassageBuilder
from termlint.reading.suppressions import MARK, find_suppressions

_TOKEN = re.compile(
    r"(?P<string>\"(?:[^\"\\\r\n]++|\\[^\r\n])*+\")|(?P<unclosed>\"(?:[^\"\\\r\n]++|\\[^\r\n])*+)|(?P<mark>[{}\[\]:,])|(?P<comment>//[^\r\n]*|/\*.*?(?:\*/|\Z))"
    r"|(?P<literal>[^\s{}\[\]:,\"/]++)",
    re.DOTALL,
)
_PART = re.compile(
    r"(?P<plain>[^\\]+)|(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u(?P<code>[0-9a-fA-F]{4})"
    r"|\\(?P<sign>.)|\\",
    re.DOTALL,
)
_SIGNS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_DEEPEST = 500


def read_json(source: SourceText, fields: ProseFields | None = None) -> Document:
    """Raises ``UnreadableError`` where it nests deeper or holds more than anything that people write."""
    write = _ascii_text if source.text.isascii() else _text
    values = bounded(
        Value(row.record, row.path, row.passage.text, row.passage, (write,))
        if isinstance(row, _String)
        else Value(row.record, row.path, row.text)
        for row in scan(source.text)
    )
    document = document_of(source, values, format="json", fields=fields or ProseFields())
    if MARK not in source.text:
        return document
    comments = [token.span() for token in _TOKEN.finditer(source.text) if token["comment"] is not None]
    return replace(document, suppressions=find_suppressions(source.text, Asides(comments), document.blocks))


@dataclass(frozen=True, slots=True)
class _String:
    record: int
    path: tuple[str, ...]
    passage: Passage


@dataclass(frozen=True, slots=True)
class _Literal:
    record: int
    path: tuple[str, ...]
    text: str


def scan(text: str) -> Iterator[_String | _Literal]:
    """Every string that is a value, and every number that is an id. Keys are no values."""
    record, key_wanted = 1, False
    steps: list[str | int] = []  # a number for a list: the place of its next item
    key = ""
    for token in _TOKEN.finditer(text):
        if token["comment"] is not None or token["unclosed"] is not None:
            continue
        mark = token["mark"]
        in_object = bool(steps) and isinstance(steps[-1], str)
        if mark is None:
            path = tuple(map(str, steps))
            if token["string"] is not None:
                passage = decoded(text, token.start() + 1, token.end() - 1)
                if in_object and key_wanted:
                    key = passage.text
                    continue
                yield _String(record, path, passage)
            elif in_object and not key_wanted and key[-2:].lower() == "id":
                yield _Literal(record, path, token[0])
            record += not steps
        elif mark in "{[":
            if len(steps) >= _DEEPEST:
                raise UnreadableError(f"it nests deeper than {_DEEPEST} levels")
            steps.append("" if mark == "{" else 0)
            key_wanted = mark == "{"
        elif mark in "}]":
            if steps:
                steps.pop()
            key_wanted = False
            record += not steps
        elif mark == ":" and in_object:
            steps[-1], key_wanted = key, False
        elif mark == "," and steps:
            place = steps[-1]
            if isinstance(place, int):
                steps[-1] = place + 1
            else:
                key_wanted = True


def decoded(text: str, start: int, end: int) -> Passage:
    """The string between two quotes; each escape is whole or nothing, and so is a character that two escapes make."""
    written = text[start:end]
    if "\\" not in written:
        return Passage(written, (Segment(0, len(written), start, end),) if written else ())
    builder = PassageBuilder()
    for part in _PART.finditer(text, start, end):
        if part["plain"] is not None:
            builder.copy(part[0], part.start())
        elif part["pair"] is not None:
            builder.atom(json.loads(f'"{part[0]}"'), *part.span())
        elif part["code"] is not None:
            builder.atom(chr(int(part["code"], 16)), *part.span())
        elif part["sign"] is not None:
            builder.atom(_SIGNS.get(part["sign"], part["sign"]), *part.span())
        else:
            builder.guard("\\", *part.span())
    return builder.build()


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _ascii_text(text: str) -> str:
    """In a file of ASCII alone, everything else is escaped."""
    return json.dumps(text)[1:-1]
