"""Jupyter notebooks: the Markdown cells, each read as Markdown and written back as the strings of its lines."""

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from termlint.model.document import Block, BlockKind, Document, Location, Segment
from termlint.model.source import SourceText
from termlint.model.suppression import Suppression
from termlint.reading.composing import compose
from termlint.reading.headings import HeadingPath
from termlint.reading.json_text import scan
from termlint.reading.markdown import read_markdown
from termlint.reading.passage import Passage


@dataclass(slots=True)
class _Cell:
    kind: str = ""
    lines: list[Passage] = field(default_factory=list)


def read_jupyter(source: SourceText) -> Document:
    """Raises ``UnreadableError`` where it nests deeper than any notebook, or a cell declares what does not exist."""
    write = _ascii_string if source.text.isascii() else _string
    headings = HeadingPath()
    blocks: list[Block] = []
    suppressions: list[Suppression] = []
    title = ""
    for number, cell in enumerate(_cells(source.text), 1):
        if cell.kind != "markdown":
            continue
        text, outer = _joined(cell.lines)
        inner = read_markdown(replace(source, text=text))
        title = title or inner.title
        location = Location(f"cell {number}", (("cell", str(number)),))
        suppressions += [_moved(one, outer) for one in inner.suppressions]
        for block in inner.blocks:
            heading = block.kind is BlockKind.HEADING
            path = headings.above(block.level) if heading else headings.path
            if heading:
                headings.enter(block.text, block.level)
            blocks.append(replace(compose(block, outer, (write,)), headings=path, location=location))
    return Document(source.path, source.text, "jupyter", tuple(blocks), title, suppressions=tuple(suppressions))


def _cells(text: str) -> Iterator[_Cell]:
    cells: dict[str, _Cell] = {}
    for value in scan(text):
        passage = getattr(value, "passage", None)
        if passage is None or len(value.path) < 3 or value.path[0] != "cells":
            continue
        cell = cells.setdefault(value.path[1], _Cell())
        if value.path[2:] == ("cell_type",):
            cell.kind = passage.text
        elif value.path[2] == "source" and len(value.path) <= 4:
            cell.lines.append(passage)
    yield from cells.values()


def _joined(lines: list[Passage]) -> tuple[str, tuple[Segment, ...]]:
    """The text of all lines, and where each part of it stands in the file."""
    starts = accumulate((len(line.text) for line in lines), initial=0)
    segments = [
        Segment(segment.start + start, segment.end + start, segment.source_start, segment.source_end, segment.kind)
        for start, line in zip(starts, lines, strict=False)
        for segment in line.segments
    ]
    return "".join(line.text for line in lines), tuple(segments)


def _moved(one: Suppression, outer: tuple[Segment, ...]) -> Suppression:
    """In the coordinates of the file. What a cell's comment says of the rest of the file it says of the cell."""

    def place(offset: int) -> int:
        segment = outer[max(bisect_right(outer, offset, key=lambda each: each.start) - 1, 0)]
        return min(segment.source_start + offset - segment.start, segment.source_end)

    codes = tuple(replace(code, start=place(code.start), end=place(code.end)) for code in one.codes)
    reach = (place(one.reach[0]), place(one.reach[1]))
    return replace(one, start=place(one.start), end=place(one.end), codes=codes, reach=reach)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _ascii_string(text: str) -> str:
    return json.dumps(text)[1:-1]
