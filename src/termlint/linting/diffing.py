"""A unified diff whose lines are the files' own bytes, so that ``patch`` and ``git apply`` take it."""

import difflib
from collections.abc import Iterator

from termlint.model.source import SourceText

_NO_NEWLINE = b"\\ No newline at end of file\n"


def unified_diff(before: SourceText, after: SourceText) -> bytes:
    """Empty where nothing changed. Lines end at ``\\n`` alone, as they do for ``patch``. Of a container: that it differs."""
    name = before.path.encode("utf-8", "surrogateescape")
    if not before.has_places:
        return b"Binary files a/%b and b/%b differ\n" % (name, name) if before.text != after.text else b""
    old, new = _lines(before), _lines(after)
    return b"".join(_terminated(difflib.diff_bytes(difflib.unified_diff, old, new, b"a/" + name, b"b/" + name)))


def _lines(source: SourceText) -> list[bytes]:
    if source.encoding.startswith(("utf-16", "utf-32")):  # no tool patches these; people read them
        return _split(source.text.encode())
    return _split(source.encode(source.text))


def _split(raw: bytes) -> list[bytes]:
    lines = raw.split(b"\n")
    last = lines.pop()
    return [line + b"\n" for line in lines] + ([last] if last else [])


def _terminated(lines: Iterator[bytes]) -> Iterator[bytes]:
    for line in lines:
        yield line
        if not line.endswith(b"\n"):
            yield b"\n" + _NO_NEWLINE
