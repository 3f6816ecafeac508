"""AsciiDoc, read line by line: there is no parser with places. Whatever is not plainly prose is left alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from termlint.model.document import Block, BlockKind, Document, MarkKind
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.blocks import block_of, finished_passage, with_fallbacks
from termlint.reading.headings import HeadingPath
from termlint.reading.lines import Line, lines_of
from termlint.reading.passage import Passage, PassageBuilder
from termlint.reading.placeholders import mask_placeholders
from termlint.reading.suppressions import find_suppressions

_TITLE = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_ATTRIBUTE = re.compile(r":!?[A-Za-z0-9_][\w\-]*!?:(?:[ \t]|$)")
_BLOCK_ATTRIBUTES = re.compile(r"\[[^\r\n]*\][ \t]*$")
_SKIPPED = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}|~{4,})(?:[\w,\-]*)[ \t]*$")
_CONTAINER = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--)[ \t]*$")
_TABLE = re.compile(r"[|,:!]={3,}[ \t]*$")
_MARKER = re.compile(r"(?:(?P<bullet>\*{1,5}|-)|(?P<number>\.{1,5})|\d{1,4}\.|<\d{1,3}>|<\.>)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)")
_TERM = re.compile(r"(?P<term>\S[^\r\n]*?)(?P<sign>:{2,4}|;;)(?:[ \t]+|$)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_BLOCK_MACRO = re.compile(r"(?P<name>\w+)::[^\s\[]*\[(?P<text>[^\]\r\n]*)\][ \t]*$")
_CONDITION = re.compile(r"(?:ifdef|ifndef|ifeval|endif|include)::")
_CELL_SPEC = re.compile(r"(?:\d+(?:\.\d+)?[+*]|\.\d+\+)?(?:[<^>](?:\.[<^>])?|\.[<^>])?[a-z]?\|")
_CODE_STYLES = re.compile(r"\[\s*(?:source|listing|literal|stem|latexmath|asciimath|pass|plantuml|mermaid|ditaa|graphviz|%)")
_QUOTE_STYLES = re.compile(r"\[\s*(?:quote|verse)")

_INLINE = re.compile(
    r"(?=[`+<\[( \t*_\\]|\b(?:link|xref|mailto|https?|ftp|image|kbd|btn|menu|icon|footnote|footnoteref|pass|stem|latexmath"
    r"|asciimath|indexterm2?|anchor|audio|video):)(?:"  # what any of these begins with
    r"(?P<code>(?<![\w`])`{1,2}[^`\r\n]+`{1,2}(?![\w`])|\+\+\+.+?\+\+\+|(?<![\w+])\+[^+\s](?:[^+\r\n]*[^+\s])?\+(?![\w+]))"
    r"|(?P<reference><<[^<>\r\n,]+>>|(?P<xref><<[^<>\r\n,]+,[ \t]*)(?P<xref_text>[^<>\r\n]{1,1000})>>)"
    r"|(?P<macro>(?:link:|xref:|mailto:|https?://|ftp://)[^\s\[\]<>]{1,500}\[)(?P<link_text>[^\]\r\n]{0,1000})\]"
    r"|(?P<other>(?:image|kbd|btn|menu|icon|footnote|footnoteref|pass|stem|latexmath|asciimath|indexterm2?|anchor|audio|video):[^\s\[\]]{0,500}\[[^\]\r\n]{0,1000}\])"
    r"|(?P<anchor>\[\[[^\[\]\r\n]+\]\]|\(\(\([^()\r\n]+\)\)\))"
    r"|(?P<roles>\[[.#%\w\-]{1,60}\](?=[#*_`]))"
    r"|(?P<break>[ \t]\+(?=[ \t]*(?:[\r\n]|\Z)))"
    r"|(?P<strong>(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|\*\*)"
    r"|(?P<emphasis>(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|__)"
    r"|(?P<escape>\\[*_`#\[{<]))"
)


def read_asciidoc(source: SourceText) -> Document:
    """Never raises."""
    masked = mask_placeholders(source.text)
    reading = _Reading(masked.text, lambda passage: finished_passage(passage, masked))
    reading.read()
    blocks = with_fallbacks(reading.blocks, masked)
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
    suppressions = find_suppressions(source.text, Asides(reading.comments), blocks)
    return Document(source.path, source.text, "asciidoc", blocks, title, suppressions=suppressions)


def add_inline(builder: PassageBuilder, text: str, start: int, end: int) -> None:
    at = start
    marks: dict[str, int | None] = {"strong": None, "emphasis": None}
    kinds = {"strong": MarkKind.STRONG, "emphasis": MarkKind.EMPHASIS}
    for match in _INLINE.finditer(text, start, end):
        if match.start() < at:
            continue
        builder.copy(text[at : match.start()], at)
        at = match.end()
        kind = match.lastgroup
        if match["code"]:
            builder.stand_in(MarkKind.CODE, *match.span())
        elif match["xref_text"]:
            _add_link(builder, text, *match.span("xref_text"))
        elif match["macro"]:
            # Named attributes and a target window are no text.
            if match["link_text"] and "=" not in match["link_text"]:
                _add_link(
                    builder, text, match.start("link_text"), match.start("link_text") + len(match["link_text"].rstrip("^"))
                )
            else:
                builder.stand_in(MarkKind.URL, *match.span())
        elif match["reference"] or match["other"]:
            builder.stand_in(MarkKind.CODE, *match.span())
        elif match["escape"]:
            builder.copy(match[0][1], match.start() + 1)
        elif kind in marks:
            since = marks[kind]
            if since is not None and since <= len(builder):
                builder.mark(since, kinds[kind])
                marks[kind] = None
            else:
                marks[kind] = len(builder)
    builder.copy(text[at:end], at)


def _add_link(builder: PassageBuilder, text: str, start: int, end: int) -> None:
    since = len(builder)
    builder.copy(text[start:end], start)
    builder.mark(since, MarkKind.LINK)


@dataclass(slots=True)
class _Reading:
    text: str
    finish: Callable[[Passage], Passage | None]
    blocks: list[Block] = field(default_factory=list)
    headings: HeadingPath = field(default_factory=HeadingPath)
    paragraph: list[Line] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    quotes: list[str] = field(default_factory=list)
    """Delimiters of the quotations that are open."""
    quoted_next: bool = False
    code_next: bool = False
    blank_before: bool = True
    comments: list[tuple[int, int]] = field(default_factory=list)

    def read(self) -> None:
        closer = ""
        table = False
        for line in lines_of(self.text):
            written = self.text[line.start : line.end].rstrip()
            if closer:
                closer = "" if written == closer else closer
            elif skipped := _SKIPPED.match(written):
                self.flush()
                closer, self.code_next = skipped[1], False
            elif table:
                table = not _TABLE.match(written)
                if table:
                    self.add_cells(line)
            elif _TABLE.match(written):
                self.flush()
                table = True
            else:
                self.see(line, written)
        self.flush()

    def see(self, line: Line, written: str) -> None:
        blank, self.blank_before = self.blank_before, not written
        if not written:
            self.flush()
            self.code_next = self.quoted_next = False
            return
        if _CONTAINER.match(written):
            self.flush()
            self.toggle(written)
            return
        if written.startswith("//") or _CONDITION.match(written):
            if not self.code_next:
                self.comments.append((line.start, line.start + len(written)))
            return
        if not self.paragraph:
            if _ATTRIBUTE.match(written):
                self.blank_before = blank
                return
            if _BLOCK_ATTRIBUTES.match(written):
                self.code_next = bool(_CODE_STYLES.match(written))
                self.quoted_next = bool(_QUOTE_STYLES.match(written))
                self.blank_before = blank
                return
            if self.code_next or (blank and written[0] in " \t" and not _MARKER.match(written.lstrip())):
                self.code_next = True  # a literal paragraph, to the next blank line
                return
            if written == "+" or written in ("'''", "<<<", "---", "***"):
                return
            if self.begin(line, written):
                return
        elif written == "+":
            self.flush()
            return
        elif _MARKER.match(written.lstrip()) or _TERM.match(written):
            self.flush()
            self.begin(line, written)
            return
        self.paragraph.append(line)

    def begin(self, line: Line, written: str) -> bool:
        """The first line of a block. Whether it is done with: it was read, or waits as the beginning of a paragraph."""
        if title := _TITLE.match(written):
            self.emit([Line(line.start + title.end(), line.end)], BlockKind.HEADING, len(title[1]))
            return True
        if _BLOCK_TITLE.match(written):
            self.emit([Line(line.start + 1, line.end)], BlockKind.CAPTION)
            return True
        if macro := _BLOCK_MACRO.match(written):
            if macro["name"] == "image":
                alternative = re.split(r",", macro["text"])[0]
                if "=" not in alternative:
                    first = line.start + macro.start("text")
                    self.emit([Line(first, first + len(alternative))], BlockKind.CAPTION)
            return True
        indent = len(written) - len(written.lstrip())
        if marker := _MARKER.match(written, indent):
            self.kind = BlockKind.ITEM
            self.level = len(marker["bullet"] or marker["number"] or "*")
            self.paragraph = [Line(line.start + marker.end(), line.end)]
            return True
        if term := _TERM.match(written, indent):
            self.emit([Line(line.start + term.start("term"), line.start + term.end("term"))], BlockKind.PARAGRAPH)
            if term.end() < len(written):
                self.paragraph = [Line(line.start + term.end(), line.end)]
            return True
        if admonition := _ADMONITION.match(written):
            self.paragraph = [Line(line.start + admonition.end(), line.end)]
            return True
        return False

    def toggle(self, delimiter: str) -> None:
        if delimiter in self.quotes:
            del self.quotes[self.quotes.index(delimiter) :]
        elif delimiter[0] == "_":
            self.quotes.append(delimiter)

    def add_cells(self, line: Line) -> None:
        """A line of a table. What follows the last bar of a line may go on below: it is read line by line."""
        written = self.text[line.start : line.end]
        if "|" not in written:
            self.emit([line], BlockKind.CELL)
            return
        at = 0
        for part in re.split(r"(?<!\\)\|", written):
            end = at + len(part)
            spec = _CELL_SPEC.search(written, max(at, end - 8), end + 1)
            if spec and spec.end() == end + 1 and (spec.start() == 0 or written[spec.start() - 1] in " \t"):
                until = spec.start()
            else:
                until = end
            if part.strip():
                self.emit([Line(line.start + at, line.start + until)], BlockKind.CELL)
            at = end + 1

    def flush(self) -> None:
        if self.paragraph:
            self.emit(self.paragraph, self.kind, self.level)
        self.paragraph, self.kind, self.level = [], BlockKind.PARAGRAPH, 0

    def emit(self, lines: list[Line], kind: BlockKind, level: int = 0) -> None:
        builder = PassageBuilder()
        for line in lines:
            written = self.text[line.start : line.end]
            start = line.start + len(written) - len(written.lstrip())
            if len(builder) and builder.source_end is not None:
                builder.atom(" ", builder.source_end, start)
            add_inline(builder, self.text, start, line.start + len(written.rstrip()))
        passage = self.finish(builder.build())
        if passage is None:
            return
        headings = self.headings.above(level) if kind is BlockKind.HEADING else self.headings.path
        quoted = bool(self.quotes) or self.quoted_next
        self.blocks.append(block_of(passage, kind=kind, headings=headings, level=level, quoted=quoted))
        if kind is BlockKind.HEADING:
            self.headings.enter(passage.text, level)
