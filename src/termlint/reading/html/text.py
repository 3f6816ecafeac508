"""Character references and white space of HTML text."""

import html
import re
from html.entities import html5

from termlint.reading.passage import PassageBuilder

_PART = re.compile(
    r"&(?:#(?P<decimal>[0-9]++);?|#[xX](?P<hex>[0-9a-fA-F]++);?|(?P<named>[A-Za-z][A-Za-z0-9]{1,31}+);?)"
    r"|(?P<blank>[ \t\n\r\f]+)|[^ \t\n\r\f&]++(?: [^ \t\n\r\f&]++)*+|&"  # words with one blank between them
)
_WITHOUT_SEMICOLON = frozenset(name for name in html5 if not name.endswith(";"))
_LONGEST = max(map(len, _WITHOUT_SEMICOLON))


def add_text(builder: PassageBuilder, text: str, start: int, end: int) -> None:
    """White space collapses; references are whole or nothing. ``&ampcustomer`` is ``&`` and ``customer``, as in HTML."""
    at = start
    while at < end:
        part = _PART.match(text, at, end)
        assert part is not None
        at = part.end()
        if part["blank"]:
            if part[0] == " ":
                builder.copy(" ", part.start())
            else:
                builder.atom(" ", *part.span())
        elif part["named"]:
            at = _add_named(builder, part)
        elif part["decimal"] or part["hex"]:
            builder.atom(_numbered(part), *part.span())
        else:
            builder.copy(part[0], part.start())


def _add_named(builder: PassageBuilder, part: re.Match[str]) -> int:
    """Adds the reference as far as it is one, and returns where the text goes on."""
    start, end = part.span()
    name = part["named"]
    if part[0].endswith(";") and name + ";" in html5:
        builder.atom(html5[name + ";"], start, end)
        return end
    for size in range(min(len(name), _LONGEST), 1, -1):
        if name[:size] in _WITHOUT_SEMICOLON:
            stop = start + 1 + size
            builder.atom(html5[name[:size]], start, stop)
            return stop
    builder.copy("&", start)
    return start + 1


def _numbered(part: re.Match[str]) -> str:
    digits = part["hex"] or part["decimal"]
    if len(digits.lstrip("0")) > 8:
        return "\ufffd"
    code = int(digits, 16 if part["hex"] else 10)
    decoded = html.unescape(f"&#{code};")
    return decoded or chr(code)  # control characters, which the library drops and HTML keeps
