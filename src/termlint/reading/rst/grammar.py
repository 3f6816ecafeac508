"""tree-sitter's tree of a text. It is given what it can take: no tables, no inline markup, in pieces, and not too deep."""

import re
from collections.abc import Callable, Iterator, Sequence

import tree_sitter_rst
from tree_sitter import Language, Node, Parser

from termlint.model.errors import UnreadableError
from termlint.reading.lines import Line
from termlint.reading.offsets import code_points
from termlint.reading.rst.adornments import ADORNMENT
from termlint.reading.rst.tables import Table

_DEEPEST_LEVEL = 60
"""Of indentation."""

_LANGUAGE = Language(tree_sitter_rst.language())
_LONG_GAP = re.compile(r"(?:[ \t]*\n){200,}")
"""Over which the parser takes quadratic time."""
_MARKERS = re.compile(r"[ \t]*(?:(?:[-*+|\u2022\u2023\u2043]|\(?[\w#]{1,4}[.)])(?:[ \t]+|$))*+")
_SIGN = re.compile(r"[^\w\s:]|_")
_BEGINNING = re.compile(r"(?:(?:--?|\+|/)\w[\w\-]*+(?:[ =][\w<>]++)?+(?:, )?+){1,6}+(?=  |$)|[^\w\s`*|\[\]]{0,4}")
"""What may make a line an option, a quotation or a prompt."""
_COLON = re.compile(r"(?<=\w):(?=\w)")
_EXPLICIT = re.compile(r"[ \t]*(?:\.\.|__)(?:[ \t]|$)")


def plain_text(text: str) -> str:
    """As long as the text, with one kind of line end.

    Raises ``UnreadableError`` where it nests deeper than anything that people write.
    """
    plain = text.replace("\r\n", " \n").replace("\r", "\n")
    _require_shallow(plain)
    return plain


def trees(
    plain: str, lines: Sequence[Line], tables: Sequence[Table]
) -> Iterator[tuple[Node, Callable[[int], int] | None, int]]:
    """The root of each piece, how its bytes are counted in code points (None: one by one), and where the piece begins."""
    neutral = _without_inline_markup(_without_tables(plain, lines, tables))
    parser = Parser(_LANGUAGE)
    at = 0
    for gap in (*_LONG_GAP.finditer(neutral), None):
        piece = neutral[at : gap.start() if gap else len(neutral)]
        yield parser.parse(piece.encode("utf-8", "surrogatepass")).root_node, code_points(piece), at
        at = gap.end() if gap else at


def _require_shallow(text: str) -> None:
    """No more levels than the grammar can keep: it overruns its own stack, and with it this process, beyond about 120."""
    columns: list[int] = []
    for line in text.split("\n"):
        written = line.expandtabs()
        column = len(written) - len(written.lstrip())
        if column == len(written):
            continue
        while columns and columns[-1] >= column:
            columns.pop()
        columns.append(column)
        markers = _MARKERS.match(written)
        if len(columns) + (len(markers[0].split()) if markers else 0) > _DEEPEST_LEVEL:
            raise UnreadableError(f"it nests deeper than {_DEEPEST_LEVEL} levels")


def _without_tables(text: str, lines: Sequence[Line], tables: Sequence[Table]) -> str:
    """With paragraphs in their places, which are passed over."""
    parts, at = [], 0
    for table in tables:
        start, end = lines[table.first].start, lines[table.after - 1].end
        parts += [text[at:start], re.sub(r"[^ \t\n]", "x", text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def _without_inline_markup(text: str) -> str:
    """As long as the text, with the same blocks: the parser takes quadratic time for signs, and for markup left open."""
    kept = []
    for line in text.split("\n"):
        if not _EXPLICIT.match(line) and not ADORNMENT.fullmatch(line):
            markers = _MARKERS.match(line)
            end = markers.end() if markers else 0
            beginning = _BEGINNING.match(line, end)
            end = beginning.end() if beginning else end
            line = line[:end] + _COLON.sub("x", _SIGN.sub("x", line[end:]))
        kept.append(line)
    return "\n".join(kept)
