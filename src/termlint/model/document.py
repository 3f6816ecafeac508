r"""What a reader makes of a file: blocks of text with a map back to the source.

All offsets are code points. A *source* offset counts in the decoded file without its byte order mark, line ends as they
stand (``\r\n`` is two). A *text* offset counts in one block's ``text``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from termlint.model.mention import Relationship
from termlint.model.suppression import Suppression

OBJECT = "\ufffc"
"""Stands in a block's text for something that is not prose: inline code, an image, a placeholder, a URL."""


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    """A paragraph that begins a list item."""
    CELL = "cell"
    """One table cell; cells of one row are neighbours."""
    FIELD = "field"
    """A value with a key: front matter, an interface string. The key is the last of ``trail``."""
    CAPTION = "caption"
    """Text shown beside something: an image's alternative text."""


class SegmentKind(StrEnum):
    COPIED = "copied"
    """Text and source are the same characters; any part of it can be edited."""
    ATOM = "atom"
    """The source spells the text otherwise (``&amp;``, a folded line end); only the whole can be edited."""
    GUARDED = "guarded"
    """Read, so that sentences stay whole, and never written."""


@dataclass(frozen=True, slots=True)
class Segment:
    """``text[start:end]`` of a block stands at ``source[source_start:source_end]``."""

    start: int
    end: int
    source_start: int
    source_end: int
    kind: SegmentKind = SegmentKind.COPIED


class MarkKind(StrEnum):
    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"
    CODE = "code"
    PLACEHOLDER = "placeholder"
    URL = "url"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over ``text[start:end]`` of a block."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Location:
    """Where a block stands for people, in files without lines of their own (page, macro title, cell)."""

    label: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that a reader would call one paragraph, heading, item or cell.

    ``segments`` are sorted and cover ``text`` without a gap; a gap in the source is markup. ``headings`` is the path of
    headings above the block, outermost first (a heading's own text is not in its own path).
    """

    kind: BlockKind
    text: str
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...] = ()
    headings: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    level: int = 0
    """Of a heading: 1 to 6. Of an item: its depth from 1. Otherwise 0."""
    quoted: bool = False
    """Inside a block quote: somebody else's words."""
    location: Location | None = None
    writers: tuple[Callable[[str], str], ...] = ()
    """How the file spells a text that is put here, innermost layer first. None: as it is."""
    copies: tuple[tuple[Segment, ...], ...] = ()
    """Segments of further places of the same text (a text box and its fallback): read once, edited together."""
    joins: bool = False
    """Markup that stands within a word parts nothing (the runs of a word processor)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its reader understood it."""

    path: str
    text: str
    format: str
    blocks: tuple[Block, ...]
    title: str = ""
    """From front matter, else the first heading of level 1, else empty."""
    declared: Relationship | None = None
    """What the file's own front matter declares; beats every inference."""
    suppressions: tuple[Suppression, ...] = ()
    """In the order of the source."""


def source_range(block: Block, start: int, end: int) -> tuple[int, int]:
    """Where ``block.text[start:end]`` stands in the source: from its first to its last character, markup between included."""
    touched = _touched(block, start, end)
    first, last = touched[0], touched[-1]
    source_start = first.source_start + (start - first.start if first.kind is SegmentKind.COPIED else 0)
    source_end = last.source_end - (last.end - end if last.kind is SegmentKind.COPIED else 0)
    return source_start, source_end


def editable_range(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """The source range to replace for ``block.text[start:end]``, or None where no edit of that range alone is right.

    None where a guarded segment or only a part of an atom is touched, or where markup stands between two touched segments.
    """
    touched = _touched(block, start, end)
    for segment in touched:
        if segment.kind is SegmentKind.GUARDED:
            return None
        if segment.kind is SegmentKind.ATOM and (segment.start < start or segment.end > end):
            return None
    if any(left.source_end != right.source_start for left, right in pairwise(touched)):
        return None
    return source_range(block, start, end)


def _touched(block: Block, start: int, end: int) -> tuple[Segment, ...]:
    first = bisect_right(block.segments, start, key=lambda segment: segment.start) - 1
    after = bisect_left(block.segments, end, key=lambda segment: segment.start)
    return block.segments[first:after]
