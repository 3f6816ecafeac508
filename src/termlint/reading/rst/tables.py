"""Tables drawn with characters. Only a text that can grow without moving a border is ever changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termlint.reading.lines import Line

_GRID = re.compile(r"[ \t]*(\+(?:[-=]+\+)+)[ \t]*")
_SIMPLE = re.compile(r"[ \t]*=+(?:[ \t]+=+)+[ \t]*")
_SPANNING = re.compile(r"[ \t]*-+(?:[ \t]+-+)*[ \t]*")
_RUN = re.compile(r"=+")


@dataclass(frozen=True, slots=True)
class TableCell:
    row: int
    """From 0; header rows first."""
    column: int
    parts: tuple[tuple[int, int], ...]
    """Where its lines stand in the source, without the blanks around them."""
    fixed: bool
    """A longer text would move a border."""


@dataclass(frozen=True, slots=True)
class Table:
    first: int
    """Numbers of its first line and of the line after its last."""
    after: int
    header: int
    """How many rows are header rows."""
    cells: tuple[TableCell, ...]


def find_tables(text: str, lines: list[Line]) -> Iterator[Table]:
    number = 0
    while number < len(lines):
        written = text[lines[number].start : lines[number].end]
        stripped = written.strip()
        table = None
        if stripped.startswith(("+-", "+=")):
            table = _grid(text, lines, number) if _GRID.fullmatch(written) else None
        elif stripped.startswith("=") and _SIMPLE.fullmatch(written):
            table = _simple(text, lines, number)
        if table is None:
            number += 1
        else:
            yield table
            number = table.after


def _grid(text: str, lines: list[Line], first: int) -> Table | None:
    indent = len(text[lines[first].start : lines[first].end]) - len(text[lines[first].start : lines[first].end].lstrip())
    after = first
    while after < len(lines) and text[lines[after].start + indent : lines[after].start + indent + 1] in ("+", "|"):
        if lines[after].start + indent >= lines[after].end:
            break
        after += 1
    if after - first < 3:
        return None
    cells: list[TableCell] = []
    rows: dict[int, list[tuple[int, int]]] = {}
    row = header = 0
    for number in range(first, after):
        line = lines[number]
        written = text[line.start : line.end]
        border = _GRID.fullmatch(written)
        if border is None:
            at = line.start + indent
            for column, piece in enumerate(re.split(r"[|+]", written[indent:])[1:-1]):
                at += 1
                left = len(piece) - len(piece.lstrip())
                content = piece.strip()
                if content.strip("-="):
                    rows.setdefault(column, []).append((at + left, at + left + len(content)))
                at += len(piece)
            continue
        cells += [TableCell(row, column, tuple(parts), True) for column, parts in sorted(rows.items())]
        row += bool(rows)
        rows = {}
        if "=" in border[1]:
            header = row
    return Table(first, after, header, tuple(cells))


def _simple(text: str, lines: list[Line], first: int) -> Table | None:
    borders = [first]
    number = first + 1
    while number < len(lines) and len(borders) < 3:
        written = text[lines[number].start : lines[number].end]
        if written.strip().startswith("=") and _SIMPLE.fullmatch(written):
            borders.append(number)
            blank = number + 1 >= len(lines) or lines[number + 1].start == lines[number + 1].end
            if blank or len(borders) == 3:
                break
        number += 1
    if len(borders) < 2:
        return None
    line = lines[first]
    columns = [match.start() for match in _RUN.finditer(text[line.start : line.end])]
    cells: list[TableCell] = []
    row = 0
    header = 0
    last = borders[-1]
    open_row: dict[int, list[tuple[int, int]]] = {}
    for number in range(first + 1, last + 1):
        line = lines[number]
        written = text[line.start : line.end]
        ends = number in borders or not written.strip() or bool(_SPANNING.fullmatch(written))
        continues = not ends and not written[: columns[1]].strip() and bool(open_row)
        if open_row and not continues:
            cells += [
                TableCell(row, column, tuple(parts), column < len(columns) - 1) for column, parts in sorted(open_row.items())
            ]
            row, open_row = row + 1, {}
        if number in borders and number != last:
            header = row
        if ends:
            continue
        for column, start in enumerate(columns):
            end = columns[column + 1] if column + 1 < len(columns) else len(written)
            piece = written[start:end]
            left = len(piece) - len(piece.lstrip())
            if piece.strip():
                at = line.start + start + left
                open_row.setdefault(column, []).append((at, at + len(piece.strip())))
    return Table(first, last + 1, header, tuple(cells))
