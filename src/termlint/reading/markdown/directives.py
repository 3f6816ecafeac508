"""Blocks that other tools add to Markdown and that hold prose: MkDocs admonitions, ``:::`` containers, MyST fences."""

import re
from collections.abc import Iterator

from termlint.model.document import SegmentKind
from termlint.reading.passage import Passage, cut

_ADMONITION = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]+[\w\- ]*(?:\"(?P<title>[^\"]*)\")?[ \t]*|===[!+]?[ \t]+\"(?P<tab>[^\"]*)\"[ \t]*"
)
_CONTAINER = re.compile(r":{2,}[ \t]*(?:\{[^{}]*\}|[\w\-]+)?[ \t]*(?:\[(?P<title>[^\]]*)\]|(?P<rest>.*))", re.DOTALL)
_PROSE_FENCE = re.compile(
    r"[`~:]{3,}[ \t]*\{(?:note|warning|tip|important|caution|danger|hint|attention|error|seealso|admonition|dropdown|card"
    r"|tab-item|versionadded|versionchanged|deprecated|margin|sidebar|topic|epigraph)\}[ \t]*(?P<title>[^\r\n]*)"
)
_OPTION = re.compile(r"[ \t]*:[\w\-]+:[^\r\n]*(?:\r\n|\n|\r|\Z)")


def begins_directive(text: str) -> bool:
    """Whether a paragraph is worth a closer look. (To the parser, a ``:::`` line may be the definition ``::`` of a term.)"""
    return text.startswith(("!!! ", "??? ", "???+ ", "=== ", '===! "', '===+ "', "::")) or ":::" in text


def directive_parts(passage: Passage, source: str) -> tuple[list[Passage], bool]:
    """The prose of such a paragraph, title and body apart, and whether an indented block after it is its body."""
    lines = list(_lines(passage, source))
    first = passage.text[slice(*lines[0])]
    admonition = _ADMONITION.fullmatch(first)
    if admonition:
        group = "title" if admonition["title"] is not None else "tab"
        parts = [cut(passage, *admonition.span(group))] if admonition[group] else []
        if len(lines) > 1:
            parts.append(cut(passage, lines[1][0], len(passage.text)))
        return parts, True
    parts, start = [], 0
    for line_start, line_end in lines:
        container = _CONTAINER.match(passage.text, line_start, line_end)
        if not container:
            continue
        if start < line_start:
            parts.append(cut(passage, start, line_start))
        group = "title" if container["title"] is not None else "rest"
        if container[group]:
            parts.append(cut(passage, *container.span(group)))
        start = line_end
    if start < len(passage.text):
        parts.append(cut(passage, start, len(passage.text)))
    return parts, False


def fence_title(source: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the title of a MyST prose fence stands (it may be empty); None for a block of code."""
    match = _PROSE_FENCE.match(source, start, end)
    return match.span("title") if match else None


def body_after_options(source: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The body of a fence without the ``:class: wide`` lines at its beginning."""
    for number, (start, end) in enumerate(ranges):
        while option := _OPTION.match(source, start, end):
            start = option.end()
        if start < end:
            return [(start, end), *ranges[number + 1 :]]
    return []


def _lines(passage: Passage, source: str) -> Iterator[tuple[int, int]]:
    """The text ranges between line ends."""
    start = 0
    for segment in passage.segments:
        if segment.kind is SegmentKind.COPIED or segment.end - segment.start != 1 or passage.text[segment.start] not in " \n":
            continue
        written = source[segment.source_start : segment.source_end]
        if "\n" in written or "\r" in written:
            yield start, segment.start
            start = segment.end
    yield start, len(passage.text)
