"""Bytes of a settings file to text."""

import codecs

from termlint.model.source import Lines
from termlint.yaml_source.mistake import Mistake, SourceError
from termlint.yaml_source.node import Place

LIMIT = 1_000_000
"""Bytes. Nobody writes a longer settings file; a longer one is the wrong file."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(raw: bytes, *, file: str, limit: int = LIMIT) -> str:
    """The text without its byte order mark, line ends as they stand. UTF-8 unless a mark says otherwise.

    Raises ``SourceError``.
    """
    if len(raw) > limit:
        raise SourceError([Mistake(file, Place(1, 1), f"{len(raw):,} bytes; at most {limit:,} are read")])
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKS if raw.startswith(mark)), (b"", "utf-8"))
    try:
        return raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding, "replace")
        message = f"not {encoding.upper()} text (byte 0x{error.object[error.start]:02x}); save it as UTF-8"
        raise SourceError([Mistake(file, Place(*Lines.of(before).place(len(before))), message)]) from None
