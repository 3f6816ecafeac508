"""Values of front matter with their places. Written for reading prose, not as a parser: what is not simple is left out."""

import re
from collections.abc import Iterator

from termlint.reading.passage import Passage, PassageBuilder

_LINE_END = r"(?:\r\n|\n|\r)"
_YAML_KEY = re.compile(rf"{_LINE_END}([ \t]*)([A-Za-z_][\w\-]*|\"[\w\-]+\"|'[\w\-]+')[ \t]*:(?=\s|\Z)[ \t]*")
_TOML_KEY = re.compile(rf"{_LINE_END}[ \t]*([\w\-]+)[ \t]*=[ \t]*")
_TOML_TABLE = re.compile(rf"{_LINE_END}[ \t]*\[")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*+)"(?=[ \t]*(?:[ \t]#.*)?(?:[\r\n]|\Z))', re.DOTALL)
_SINGLE = re.compile(r"'((?:[^']|'')*+)'(?=[ \t]*(?:[ \t]#.*)?(?:[\r\n]|\Z))")
_BLOCK = re.compile(r"[|>](?:[+\-]?[1-9]?|[1-9][+\-])[ \t]*(?:[ \t]#.*)?(?=[\r\n]|\Z)")
_DOUBLE_PART = re.compile(
    rf"(?P<line>[ \t]*\\{_LINE_END}[ \t]*)|(?P<fold>[ \t]*{_LINE_END}\s*)"
    r"|(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.))|(?P<plain>[^\\\r\n \t]+|[ \t]+)"
)
_SINGLE_PART = re.compile(rf"(?P<fold>[ \t]*{_LINE_END}\s*)|(?P<quote>'')|(?P<plain>[^'\r\n \t]+|[ \t]+)")
_PLAIN_LINE = re.compile(r"[^\r\n]*")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_CONTINUED = re.compile(rf"[ \t]*{_LINE_END}([ \t]+)(?=[^\s#])")
_BLOCK_LINE = re.compile(rf"{_LINE_END}([ \t]*)([^\r\n]*)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "\\": "\\", "/": "/", " ": " ", "_": "\xa0", "N": "\x85"}


def yaml_values(text: str, start: int, end: int) -> Iterator[tuple[str, Passage]]:
    """The plain, quoted and block scalars under the outermost keys of ``text[start:end]``, which begins with a line end."""
    indent = -1
    for match in _YAML_KEY.finditer(text, start, end):
        indent = len(match[1]) if indent < 0 else indent
        if len(match[1]) != indent:
            continue
        key, at = match[2].strip("\"'"), match.end()
        sign = text[at : at + 1] if at < end else ""
        if sign in ("|", ">"):
            for passage in _block_scalar(text, at, end, indent):
                yield key, passage
        elif sign == '"' and (quoted := _DOUBLE.match(text, at, end)):
            yield key, _double_quoted(text, quoted.start(1), quoted.end(1))
        elif sign == "'" and (quoted := _SINGLE.match(text, at, end)):
            yield key, _single_quoted(text, quoted.start(1), quoted.end(1))
        elif sign and sign not in "\"'[]{}&*!%@`,?#|>\r\n" and text[at : at + 2] not in ("- ", "-\n", "-\r"):
            yield key, _plain(text, at, end, indent)


def toml_values(text: str, start: int, end: int) -> Iterator[tuple[str, Passage]]:
    """The one-line strings under the keys above the first table of ``text[start:end]``."""
    table = _TOML_TABLE.search(text, start, end)
    end = table.start() if table else end
    for match in _TOML_KEY.finditer(text, start, end):
        quoted = _DOUBLE.match(text, match.end(), end)
        if quoted and "\n" not in quoted[1] and "\r" not in quoted[1]:
            yield match[1], _double_quoted(text, quoted.start(1), quoted.end(1))
        elif text[match.end() : match.end() + 1] == "'":
            close = text.find("'", match.end() + 1, end)
            value = text[match.end() + 1 : close] if close > 0 else ""
            if value and "\n" not in value and "\r" not in value:
                builder = PassageBuilder()
                builder.copy(value, match.end() + 1)
                yield match[1], builder.build()


def _double_quoted(text: str, start: int, end: int) -> Passage:
    builder = PassageBuilder()
    for part in _DOUBLE_PART.finditer(text, start, end):
        if part.lastgroup == "plain":
            builder.copy(part[0], part.start())
        elif part.lastgroup == "fold":
            builder.atom(" ", *part.span())
        elif part.lastgroup == "escape":  # guarded: what replaces it would have to be escaped too
            builder.guard(_unescaped(part[0]), *part.span())
    return builder.build()


def _unescaped(escape: str) -> str:
    if escape[1] in "xuU" and len(escape) > 2:
        code = int(escape[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _ESCAPES.get(escape[1], escape)


def _single_quoted(text: str, start: int, end: int) -> Passage:
    builder = PassageBuilder()
    for part in _SINGLE_PART.finditer(text, start, end):
        if part.lastgroup == "plain":
            builder.copy(part[0], part.start())
        elif part.lastgroup == "fold":
            builder.atom(" ", *part.span())
        else:
            builder.guard("'", *part.span())
    return builder.build()


def _plain(text: str, at: int, end: int, outer: int) -> Passage:
    builder = PassageBuilder()
    while True:
        line = _PLAIN_LINE.match(text, at, end)
        assert line is not None
        comment = _COMMENT.search(text, at, line.end())
        stop = comment.start() if comment else line.end()
        value = text[at:stop].rstrip(" \t")
        if ": " in value or value.endswith(":"):
            builder.guarded = 1  # not what YAML takes for a plain scalar
        builder.copy(value, at)
        more = _CONTINUED.match(text, at + len(value), end)
        if comment or not more or len(more[1]) <= outer:
            return builder.build()
        builder.atom(" ", *more.span())
        at = more.end()


def _block_scalar(text: str, at: int, end: int, outer: int) -> Iterator[Passage]:
    """One passage for each paragraph of the block."""
    header = _BLOCK.match(text, at, end)
    if not header:
        return
    builder, at, indent = PassageBuilder(), header.end(), -1
    while line := _BLOCK_LINE.match(text, at, end):
        at = line.end()
        value = line[2].rstrip(" \t")
        if not value:
            if len(builder):
                yield builder.build()
                builder = PassageBuilder()
            continue
        if indent < 0:
            indent = len(line[1])
        if indent <= outer or len(line[1]) < indent:
            break
        if len(builder):
            builder.atom(" ", builder.source_end or 0, line.start(2))
        builder.copy(value, line.start(2))
    if len(builder):
        yield builder.build()
