"""CSV and TSV: every cell with its place. A cell's quotes, the line ends and the delimiter stay as they are."""

import re
from collections.abc import Iterable, Iterator

from termlint.model.document import Document
from termlint.model.prose_fields import ProseFields
from termlint.model.source import SourceText
from termlint.reading.fields.document import document_of
from termlint.reading.fields.value import Value, bounded
from termlint.reading.passage import Passage, PassageBuilder

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)("|\Z)')
_DELIMITERS = ",;\t|"
_HEADER = re.compile(r"(?:[^.!?]*[^.!?,;:\s])?")
_LONGEST_NAME = 6
"""In words, not characters: a name must stay one when a word in it is replaced."""


def read_table(source: SourceText, fields: ProseFields | None = None) -> Document:
    """The first row names the columns where it looks like names. Raises ``UnreadableError`` where there are too many cells."""
    values = bounded(_values(scan(source.text, delimiter_of(source))))
    return document_of(source, values, format="table", fields=fields or ProseFields(), table=True)


def _values(rows: Iterable[list[tuple[Passage, bool]]]) -> Iterator[Value]:
    header: tuple[str, ...] = ()
    for number, row in enumerate(rows, 1):
        if number == 1 and _is_header(row):
            header = tuple(passage.text.strip() for passage, _ in row)
            continue
        for column, (passage, quoted) in enumerate(row):
            if passage.text:
                name = header[column] if column < len(header) and header[column] else f"column {column + 1}"
                yield Value(number, (name,), passage.text, passage, (_quoted,) if quoted else ())


def delimiter_of(source: SourceText) -> str:
    """A tab by extension; else what parts the first row most often, a comma where nothing does."""
    if source.path.lower().endswith(".tsv"):
        return "\t"
    start = source.text[: 64 * 1024]
    counts = {delimiter: len(next(scan(start, delimiter), [])) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])


def scan(text: str, delimiter: str) -> Iterator[list[tuple[Passage, bool]]]:
    """The rows: of each cell what it says, and whether it is quoted. Empty lines are no rows."""
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    row: list[tuple[Passage, bool]] = []
    at = 0
    while at < len(text):
        builder = PassageBuilder()
        quoted = _QUOTED.match(text, at) if text[at] == '"' else None
        if quoted:
            _add_quoted(builder, text, *quoted.span(1))
            at = quoted.end()
        rest = plain.match(text, at)
        assert rest is not None
        builder.copy(rest[0], at)
        at = rest.end()
        ended = at >= len(text) or text[at] != delimiter
        if not ended or row or quoted or len(builder):
            row.append((builder.build(), quoted is not None))
        if not ended:
            at += 1
            if at >= len(text):
                row.append((Passage("", ()), False))
        if ended or at >= len(text):
            at += 2 if text.startswith("\r\n", at) else 1
            if row:
                yield row
            row = []


def _add_quoted(builder: PassageBuilder, text: str, start: int, end: int) -> None:
    while (sign := text.find('""', start, end)) >= 0:
        builder.copy(text[start:sign], start)
        builder.atom('"', sign, sign + 2)
        start = sign + 2
    builder.copy(text[start:end], start)


def _is_header(row: list[tuple[Passage, bool]]) -> bool:
    names = [passage.text.strip() for passage, _ in row]
    if not all(_HEADER.fullmatch(name) and len(name.split(None, _LONGEST_NAME)) <= _LONGEST_NAME for name in names):
        return False
    return any(names) and not any(name.replace(".", "").isdigit() for name in names)


def _quoted(text: str) -> str:
    return text.replace('"', '""')
