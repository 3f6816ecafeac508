"""A file's bytes as text, or the reason why not. Nothing is guessed: a wrong guess would one day be written back."""

import codecs
import os
import stat
from pathlib import Path

from termlint.model.errors import TermlintError, UnreadableError
from termlint.model.source import SourceText
from termlint.reading.formats import decoder_of

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_POINTER_SIZE = 1024
"""Bytes; git-lfs takes nothing larger for a pointer."""


def load(path: Path, *, display: str, limit: int = 10_000_000, encoding: str | None = None) -> SourceText:
    """The decoded file. ``display`` is the path as the user would write it; ``limit`` counts bytes.

    Only regular files (or links to them) are ever opened: a FIFO or a device could block or never end.
    """
    return decode(_read(path, limit), display=display, encoding=encoding)


def decode(raw: bytes, *, display: str, encoding: str | None = None) -> SourceText:
    """The text of ``raw``: by its byte order mark, as strict UTF-8, or in the encoding that the user named.

    A format that is no text (docx, pdf), known by its name, is decoded by its own reader.

    A named encoding does not touch a file that says otherwise itself: one with a byte order mark, or one whose characters
    beyond ASCII are all valid UTF-8. So a folder that mixes both can be read with one option.
    """
    if encoding is not None:
        _require_text_encoding(encoding)
    if raw.startswith(_LFS_POINTER) and len(raw) < _POINTER_SIZE:
        raise UnreadableError("a Git LFS pointer, what it stands for is not here; git lfs pull fetches it")
    decode_container = decoder_of(display)
    if decode_container is not None:
        return decode_container(raw, display=display)
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decoded(raw, mark, name, display, hint="")
    if encoding is not None and not _is_utf8_beyond_ascii(raw):
        return _decoded(raw, b"", encoding, display, hint="")
    if b"\0" in raw:
        raise UnreadableError("a binary file (NUL bytes and no byte order mark)")
    return _decoded(raw, b"", "utf-8", display, hint="; name its encoding with --encoding")


def _decoded(raw: bytes, mark: bytes, encoding: str, display: str, *, hint: str) -> SourceText:
    body = raw[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + len(mark)
        line = _line_of(body[: error.start], encoding)
        raise UnreadableError(f"not {encoding.upper()} at byte {at} (line {line}){hint}") from error
    except UnicodeError as error:  # some codecs raise it bare, without a position
        raise UnreadableError(f"not {encoding.upper()}{hint}") from error
    if "\0" in text:
        raise UnreadableError("a binary file (NUL characters)")
    return SourceText(path=display, text=text, encoding=encoding, bom=mark, fixable=_round_trips(text, encoding, body))


def _round_trips(text: str, encoding: str, body: bytes) -> bool:
    if encoding == "utf-8":
        return True  # strict UTF-8 has one spelling
    try:
        return text.encode(encoding) == body
    except UnicodeError:
        return False


def _line_of(before: bytes, encoding: str) -> int:
    text = before.decode(encoding, errors="replace")
    return 1 + text.count("\n") + text.count("\r") - text.count("\r\n")


def _is_utf8_beyond_ascii(raw: bytes) -> bool:
    if raw.isascii():
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _require_text_encoding(encoding: str) -> None:
    try:
        "".encode(encoding)
    except (LookupError, UnicodeError, ValueError) as error:
        raise TermlintError(f"unknown encoding {encoding!r}; name one that Python knows, such as cp1252 or utf-16") from error


def _read(path: Path, limit: int) -> bytes:
    try:
        _require_readable(path.stat(), limit)
        # Non-blocking, for a FIFO that took the file's place since; binary, for Windows.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            _require_readable(os.fstat(file.fileno()), limit)
            raw = file.read(limit + 1)
    except FileNotFoundError as error:
        raise UnreadableError("it no longer exists") from error
    except PermissionError as error:
        raise UnreadableError("permission denied") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UnreadableError(_reason(error)) from error
    if len(raw) > limit:
        raise UnreadableError(_too_large(len(raw), limit))
    return raw


def _require_readable(status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("not a regular file (a device, pipe or socket)")
    if status.st_size > limit:
        raise UnreadableError(_too_large(status.st_size, limit))


def _too_large(size: int, limit: int) -> str:
    return f"{size:,} bytes, more than the limit of {limit:,}; raise it with --max-size"


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
