"""HTML pages, templates of HTML pages, and HTML that stands in another format."""

from collections.abc import Callable, Iterable
from functools import partial

from termlint.model.document import Block, BlockKind, Document
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.blocks import block_of, finished_passage, with_fallbacks
from termlint.reading.headings import HeadingPath
from termlint.reading.html.parts import HtmlPart, OpenEnd, html_parts
from termlint.reading.html.writing import html_text
from termlint.reading.passage import Passage
from termlint.reading.placeholders import mask_placeholders
from termlint.reading.suppressions import find_suppressions


def read_html(source: SourceText) -> Document:
    """Never raises: HTML has no errors, only texts that read in another way."""
    asides = Asides()
    blocks = html_blocks(source.text, templates=source.path.lower().endswith(".vue"), asides=asides)
    titles = (block.text for block in blocks if block.trail == ("title",))
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
    suppressions = find_suppressions(source.text, asides, blocks)
    return Document(source.path, source.text, "html", blocks, next(titles, "") or first, suppressions=suppressions)


def html_blocks(text: str, *, templates: bool = False, asides: Asides | None = None) -> tuple[Block, ...]:
    masked = mask_placeholders(text)
    asides = asides or Asides()
    asides.comments += masked.ranges
    finish = partial(finished_passage, masked=masked)
    return with_fallbacks(_blocks(html_parts(masked.text, templates=templates, asides=asides), finish=finish), masked)


def _blocks(parts: Iterable[HtmlPart | OpenEnd], *, finish: Callable[[Passage], Passage | None]) -> list[Block]:
    headings = HeadingPath()
    columns: dict[tuple[int, int], str] = {}
    blocks: list[Block] = []
    for part in parts:
        finished = None if isinstance(part, OpenEnd) else finish(part.passage)
        if isinstance(part, OpenEnd) or finished is None:
            continue
        path = headings.above(part.level) if part.kind is BlockKind.HEADING else headings.path
        trail = _trail(part, columns, finished.text)
        quoted, writers = part.quoted, (html_text,)
        blocks.append(
            block_of(finished, kind=part.kind, headings=path, trail=trail, level=part.level, quoted=quoted, writers=writers)
        )
        if part.kind is BlockKind.HEADING:
            headings.enter(finished.text, part.level)
    return blocks


def _trail(part: HtmlPart, columns: dict[tuple[int, int], str], text: str) -> tuple[str, ...]:
    """A cell's column header; it is the first header cell of its column."""
    if part.element == "title":
        return ("title",)
    if part.cell is None:
        return ()
    table, column, header = part.cell
    if header:
        columns.setdefault((table, column), text)
        return ()
    above = columns.get((table, column))
    return (above,) if above else ()
