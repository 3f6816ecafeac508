"""What YAML's scalars say, every character with its place."""

import itertools
import re
from collections.abc import Callable, Iterator

from termlint.reading.passage import Passage, PassageBuilder
from termlint.reading.yaml.tree import Scalar

_BREAK = r"(?:\r\n|\n|\r)"
_FOLD = rf"[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
_DOUBLE = re.compile(
    rf"(?P<joined>\\{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)|(?P<fold>{_FOLD})"
    r"|(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.))|(?P<text>[^\\\r\n \t]+|[ \t]+)|(?P<odd>\\)",
    re.DOTALL,
)
_SINGLE = re.compile(rf"(?P<fold>{_FOLD})|(?P<quote>'')|(?P<text>[^'\r\n \t]+|[ \t]+|')")
_PLAIN = re.compile(rf"(?P<fold>{_FOLD})|(?P<text>[^\r\n \t]+|[ \t]+)")
_ANY_BREAK = re.compile(_BREAK)
_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_HEADER = re.compile(r"[|>](?P<first>[+\-]|[1-9])?(?P<second>[+\-]|[1-9])?[ \t]*(?:#[^\r\n]*)?")
_LINE = re.compile(rf"( *)([^\r\n]*)({_BREAK}|\Z)")
_SIGNS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", " ": " ",
    '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def decoded(text: str, scalar: Scalar) -> Passage:
    """Final line ends of block scalars are left out: they say nothing."""
    builder = PassageBuilder(guarded=0 if scalar.sure else 1)
    if scalar.style == "block":
        _add_block(builder, text, scalar)
    elif scalar.style == "double":
        _add_double(builder, text, scalar.start + 1, scalar.end - 1)
    else:
        quoted = scalar.style == "single"
        inset = 1 if quoted else 0
        for part in (_SINGLE if quoted else _PLAIN).finditer(text, scalar.start + inset, scalar.end - inset):
            if part["fold"] is not None:
                builder.atom(_folded(part[0]), *part.span())
            elif part.lastgroup == "quote":
                builder.atom("'", *part.span())
            else:
                builder.copy(part[0], part.start())
    return builder.build()


def writers_of(scalar: Scalar) -> tuple[Callable[[str], str], ...]:
    """A plain scalar and a block have no escapes: what does not read as planned there is not written."""
    if scalar.style == "double":
        return (_double,)
    return (_single,) if scalar.style == "single" else ()


def _add_double(builder: PassageBuilder, text: str, start: int, end: int) -> None:
    skip_to = start
    for part in _DOUBLE.finditer(text, start, end):
        if part.start() < skip_to:
            continue
        if part["text"] is not None:
            builder.copy(part[0], part.start())
        elif part["fold"] is not None:
            builder.atom(_folded(part[0]), *part.span())
        elif part["joined"] is not None:
            builder.atom("\n" * (len(_ANY_BREAK.findall(part[0])) - 1), *part.span())
        elif part["escape"] is not None:
            pair = _PAIR.match(text, part.start(), end)
            if pair:
                skip_to = pair.end()
                high, low = int(pair[0][2:6], 16), int(pair[0][8:12], 16)
                builder.atom(chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00), *pair.span())
            else:
                builder.atom(_unescaped(part[0]), *part.span())
        else:
            builder.guard("\\", *part.span())


def _unescaped(escape: str) -> str:
    if escape[1] in "xuU" and len(escape) > 2:
        code = int(escape[2:], 16)
        return chr(code) if code < 0x110000 else "\ufffd"
    return _SIGNS.get(escape[1], escape)


def _folded(written: str) -> str:
    breaks = len(_ANY_BREAK.findall(written))
    return " " if breaks == 1 else "\n" * (breaks - 1)


def _add_block(builder: PassageBuilder, text: str, scalar: Scalar) -> None:
    header = _HEADER.match(text, scalar.start)
    assert header is not None
    told = next((mark for mark in (header["first"], header["second"]) if mark and mark.isdigit()), None)
    lines = list(_lines(text, header.end(), scalar.end))
    first = next((line for line in lines if line[2]), None)
    indent = scalar.outer + int(told) if told else (first[1] if first else 0)
    leading = itertools.takewhile(lambda line: not line[2], lines)
    if not told and any(spaces > indent for _, spaces, _, _ in leading):
        return  # YAML takes the blanks for the indentation, and the text for something else
    folds = text[scalar.start] == ">"
    join, ends_at, blanks, above_is_flush = False, header.end(), 0, False
    for start, spaces, content, stop in lines:
        if not content and spaces <= indent:
            blanks += 1
            continue
        if spaces < indent:
            break
        at = start + indent
        line = text[at:stop]
        flush = line[0] not in " \t"
        if not join:
            gap = "\n" * blanks
        elif folds and above_is_flush and flush:
            gap = "\n" * blanks or " "
        else:
            gap = "\n" * (blanks + 1)
        builder.atom(gap, ends_at, at)
        builder.copy(line, at)
        join, ends_at, blanks, above_is_flush = True, stop, 0, flush


def _lines(text: str, at: int, end: int) -> Iterator[tuple[int, int, str, int]]:
    """Of each line behind the header: where it begins, its leading blanks, the rest, and where it ends."""
    first = True
    while at < len(text) and (first or at < end):
        line = _LINE.match(text, at)
        assert line is not None
        if not first:
            yield at, len(line[1]), line[2], line.end(2)
        first, at = False, line.end()
        if not line[3]:
            break


def _double(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _single(text: str) -> str:
    return text.replace("'", "''")
