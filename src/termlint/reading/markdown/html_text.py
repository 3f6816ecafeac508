"""The prose between the tags of an HTML block, read simply: block tags part it, everything else is inline."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from termlint.model.document import BlockKind
from termlint.reading.markdown.tags import TAG, UNREAD, InlineTags
from termlint.reading.passage import Passage, PassageBuilder

_TEXT = re.compile(r"(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|(?P<blank>\s+)|[^\s&]+|&")
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small"
    " span strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_KINDS = {
    **{f"h{level}": (BlockKind.HEADING, level) for level in range(1, 7)},
    "li": (BlockKind.ITEM, 1),
    "td": (BlockKind.CELL, 0),
    "th": (BlockKind.CELL, 0),
    "figcaption": (BlockKind.CAPTION, 0),
}


@dataclass(frozen=True, slots=True)
class HtmlPart:
    kind: BlockKind
    level: int
    quoted: bool
    passage: Passage


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """The block ended within a comment or an unread element; ``closer`` (lower case) ends that."""

    closer: str


def read_html(text: str) -> Iterator[HtmlPart | OpenEnd]:
    """The parts in order, and an ``OpenEnd`` last where what is open goes on below the block."""
    at, quotes, kind = 0, 0, (BlockKind.PARAGRAPH, 0)
    builder = PassageBuilder()
    tags = InlineTags(builder)
    greater = True
    while at < len(text):
        sign = text.find("<", at)
        sign = len(text) if sign < 0 else sign
        _add_text(builder, text, at, sign)
        if sign == len(text):
            break
        if text.startswith("<!--", sign):
            end = text.find("-->", sign + 2)
            if end < 0:
                yield from _part(builder, kind, quotes)
                yield OpenEnd("-->")
                return
            at = end + 3
            continue
        tag = TAG.match(text, sign)
        if not tag:
            odd = text[sign + 1 : sign + 2] in ("!", "?", "/") and greater
            end = text.find(">", sign) if odd else -1
            if end < 0:
                builder.copy("<", sign)
                greater = greater and not odd  # none further on either
            at = max(sign, end) + 1
            continue
        name, closing, at = tag["name"].lower(), bool(tag["close"]), tag.end()
        if name in UNREAD and not closing and not tag[0].endswith("/>"):
            close = re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(text, at)
            if not close:
                yield from _part(builder, kind, quotes)
                yield OpenEnd(f"</{name}")
                return
            at = close.start()
        elif name in _INLINE:
            tags.see(name, closing=closing, start=sign, end=at)
        else:
            yield from _part(builder, kind, quotes)
            builder = PassageBuilder()
            tags = InlineTags(builder)
            kind = (BlockKind.PARAGRAPH, 0) if closing else _KINDS.get(name, (BlockKind.PARAGRAPH, 0))
            if name == "blockquote":
                quotes = max(0, quotes - 1) if closing else quotes + 1
    yield from _part(builder, kind, quotes)


def _part(builder: PassageBuilder, kind: tuple[BlockKind, int], quotes: int) -> Iterator[HtmlPart]:
    if len(builder):
        yield HtmlPart(*kind, quotes > 0, builder.build())


def _add_text(builder: PassageBuilder, text: str, start: int, end: int) -> None:
    for part in _TEXT.finditer(text, start, end):
        if part.lastgroup == "reference":
            decoded = html.unescape(part[0])
            if decoded == part[0]:
                builder.copy(decoded, part.start())
            else:
                builder.atom(decoded, *part.span())
        elif part.lastgroup == "blank" and part[0] != " ":
            builder.atom(" ", *part.span())
        else:
            builder.copy(part[0], part.start())
