"""From HTML's tokens to stretches of text: block tags part them, inline tags mark them, what is no prose is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from termlint.model.document import BlockKind, MarkKind
from termlint.reading.asides import Asides
from termlint.reading.html.inline_tags import InlineTags
from termlint.reading.html.scanner import RAW, Scanner, Token, TokenKind
from termlint.reading.html.text import add_text
from termlint.reading.passage import Passage, PassageBuilder

_INLINE = frozenset(
    (
        "a abbr acronym attribute b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark nobr output"
        " picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr"
    ).split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_KINDS = {
    **{f"h{level}": (BlockKind.HEADING, level) for level in range(1, 7)},
    "figcaption": (BlockKind.CAPTION, 0),
    "caption": (BlockKind.CAPTION, 0),
    "title": (BlockKind.FIELD, 0),
}
_UNREAD = frozenset("pre svg math template object audio video canvas textarea select datalist".split())
"""Elements whose content is no prose, besides the raw ones."""
_STAND_INS = {"svg": MarkKind.IMAGE, "math": MarkKind.CODE, "textarea": MarkKind.CODE}
_FOREIGN = frozenset(("svg", "math"))
_IMPLIED_ENDS = {
    "p": frozenset("address article aside blockquote div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p"
                   " section table ul".split()),
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th", "tr", "tbody", "tfoot")),
    "th": frozenset(("td", "th", "tr", "tbody", "tfoot")),
    "tr": frozenset(("tr", "tbody", "tfoot")),
}  # fmt: skip
_IMPLYING_ENDS = {
    "p": frozenset("div section article td li blockquote body".split()),
    "li": frozenset("ul ol menu".split()),
    "dt": frozenset(("dl",)),
    "dd": frozenset(("dl",)),
    "td": frozenset(("tr", "table", "tbody", "thead")),
    "th": frozenset(("tr", "table", "tbody", "thead")),
    "tr": frozenset(("table", "tbody", "thead")),
}

_HOLDERS = {
    **dict.fromkeys(("li",), frozenset("ul ol menu".split())),
    **dict.fromkeys(("dt", "dd"), frozenset(("dl",))),
    **dict.fromkeys(("td", "th", "tr"), frozenset(("table",))),
}


@dataclass(frozen=True, slots=True)
class HtmlPart:
    kind: BlockKind
    level: int
    quoted: bool
    passage: Passage
    element: str = ""
    """``title``; ``attribute`` for a text that an attribute holds."""
    cell: tuple[int, int, bool] | None = None
    """Of a table's cell: the table's number, the column, whether it is a header."""


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """The text ended within a comment or an unread element; ``closer`` (lower case) ends that."""

    closer: str


def html_parts(text: str, *, templates: bool = False, asides: Asides | None = None) -> Iterator[HtmlPart | OpenEnd]:
    """The parts in order, and an ``OpenEnd`` last where what is open goes on below a fragment.

    ``templates``: the content of ``<template>`` is what people see, as in Vue's files. ``asides`` is told what is passed over.
    """
    scanner = Scanner(text)
    reading = _Reading(text, scanner, _UNREAD - {"template"} if templates else _UNREAD, asides or Asides())
    open_end = ""
    for token in scanner:
        if token.kind is TokenKind.OPEN:
            open_end = token.name
        else:
            reading.see(token)
        if reading.parts:
            yield from reading.parts
            reading.parts.clear()
    if reading.skipped:
        open_end = open_end or f"</{reading.skipped.name}"
        reading.asides.code.append((reading.skipped.start, len(text)))
    reading.flush()
    yield from reading.parts
    if open_end and open_end != ">":
        yield OpenEnd(open_end)


@dataclass(slots=True)
class _Skipped:
    name: str
    start: int
    depth: int = 1
    inner: int = 0
    """Lists or tables within, whose own tags end nothing out here."""


@dataclass(slots=True)
class _Table:
    number: int
    column: int = -1
    in_cell: bool = False
    header: bool = False


@dataclass(slots=True)
class _Reading:
    text: str
    scanner: Scanner
    unread: frozenset[str]
    asides: Asides
    parts: list[HtmlPart] = field(default_factory=list)
    builder: PassageBuilder = field(default_factory=PassageBuilder)
    inline: InlineTags = field(init=False)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    element: str = ""
    quotes: int = 0
    lists: int = 0
    fresh_item: bool = False
    tables: list[_Table] = field(default_factory=list)
    table_count: int = 0
    skipped: _Skipped | None = None
    raw: bool = False

    def __post_init__(self) -> None:
        self.inline = InlineTags(self.builder)

    def see(self, token: Token) -> None:
        if self.skipped and not self.leaves(token):
            return
        if token.kind is TokenKind.TEXT:
            if self.raw:
                self.asides.code.append((token.start, token.end))
            else:
                add_text(self.builder, self.text, token.start, token.end)
        elif token.kind is TokenKind.COMMENT:
            self.asides.comments.append((token.start, token.end))
        elif token.kind is TokenKind.START:
            self.asides.see_tag(token.name, False, token.start, token.end)
            self.start(token)
        elif token.kind is TokenKind.END:
            self.asides.see_tag(token.name, True, token.start, token.end)
            self.raw = False
            if token.name in _INLINE:
                self.inline.see(token.name, closing=True, start=token.start, end=token.end)
            else:
                self.end_block(token.name)

    def start(self, token: Token) -> None:
        name = token.name
        if name in self.unread or (_untranslated(token) and name not in _VOID):
            if name not in _INLINE and name not in _STAND_INS:
                self.flush()
            if not (token.empty and name in _FOREIGN):
                self.skipped = _Skipped(name, token.start)
                self.scanner.foreign = name in _FOREIGN
        elif name in RAW and name != "title":
            self.raw = True
        elif name == "attribute":
            self.builder.stand_in(MarkKind.PLACEHOLDER, token.start, token.end)
            self.add_fallback(token)
        elif name in _INLINE:
            self.inline.see(name, closing=False, start=token.start, end=token.end)
        else:
            self.start_block(name)

    def leaves(self, token: Token) -> bool:
        """Whether the token ends what is skipped and is to be read itself."""
        skipped = self.skipped
        assert skipped is not None
        begins, ends = token.kind is TokenKind.START, token.kind is TokenKind.END
        if token.name in _HOLDERS.get(skipped.name, ()) and (begins or skipped.inner):
            skipped.inner += begins - ends
            return False
        if skipped.inner:
            return False
        if ends and token.name == skipped.name:
            skipped.depth -= 1
        elif begins and token.name == skipped.name and token.name not in _IMPLIED_ENDS:
            skipped.depth += not (token.empty and token.name in _FOREIGN)
        implied = (begins and token.name in _IMPLIED_ENDS.get(skipped.name, ())) or (
            ends and token.name in _IMPLYING_ENDS.get(skipped.name, ())
        )
        if skipped.depth and not implied:
            return False
        self.skipped, self.scanner.foreign = None, False
        self.asides.code.append((skipped.start, token.start))
        if implied:
            return True
        if skipped.name in _INLINE or skipped.name in _STAND_INS:
            self.builder.stand_in(_STAND_INS.get(skipped.name, MarkKind.CODE), skipped.start, token.end)
            return False
        return True

    def start_block(self, name: str) -> None:
        self.flush()
        self.kind, self.level = _KINDS.get(name, (self.resting, 0))
        self.element = name if name == "title" else ""
        if name == "blockquote":
            self.quotes += 1
        elif name in ("ul", "ol", "menu"):
            self.lists += 1
        elif name == "li":
            self.fresh_item = True
        elif name == "table":
            self.table_count += 1
            self.tables.append(_Table(self.table_count))
        elif name == "tr" and self.tables:
            self.tables[-1].column, self.tables[-1].in_cell = -1, False
        elif name in ("td", "th"):
            if self.tables:
                table = self.tables[-1]
                table.column, table.in_cell, table.header = table.column + 1, True, name == "th"
            self.kind = BlockKind.CELL

    def end_block(self, name: str) -> None:
        self.flush()
        if name == "blockquote":
            self.quotes = max(0, self.quotes - 1)
        elif name in ("ul", "ol", "menu"):
            self.lists = max(0, self.lists - 1)
        elif name == "li":
            self.fresh_item = False
        elif name == "table" and self.tables:
            self.tables.pop()
        elif name in ("td", "th", "tr") and self.tables:
            self.tables[-1].in_cell = False
        self.kind, self.level, self.element = self.resting, 0, ""

    @property
    def resting(self) -> BlockKind:
        """The kind of text with no block tag of its own."""
        return BlockKind.CELL if self.tables and self.tables[-1].in_cell else BlockKind.PARAGRAPH

    def add_fallback(self, token: Token) -> None:
        for one in token.attributes:
            if one.name == "default" and one.start < one.end:
                builder = PassageBuilder()
                add_text(builder, self.text, one.start, one.end)
                self.parts.append(HtmlPart(BlockKind.CAPTION, 0, self.quotes > 0, builder.build(), "attribute"))

    def flush(self) -> None:
        if not len(self.builder):
            return
        passage = self.builder.build()
        self.builder = PassageBuilder()
        self.inline = InlineTags(self.builder)
        if not passage.text.strip():
            return
        kind, level, cell = self.kind, self.level, None
        if kind is BlockKind.PARAGRAPH and self.fresh_item:
            kind, level = BlockKind.ITEM, max(self.lists, 1)
        self.fresh_item = False
        if kind is BlockKind.CELL and self.tables:
            cell = (self.tables[-1].number, self.tables[-1].column, self.tables[-1].header)
        self.parts.append(HtmlPart(kind, level, self.quotes > 0, passage, self.element, cell))


def _untranslated(token: Token) -> bool:
    if not token.attributes:
        return False
    translate = token.attribute("translate")
    return (translate is not None and translate.strip().lower() == "no") or "notranslate" in (
        token.attribute("class") or ""
    ).lower().split()
