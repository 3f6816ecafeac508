"""From a file to a document: blocks of text, each character of it with its place in the file."""

from termlint.model.document import Document
from termlint.model.source import SourceText
from termlint.reading.formats import FORMATS, format_of
from termlint.reading.markdown import read_markdown
from termlint.reading.plain_text import read_plain_text
from termlint.reading.source import decode, load

__all__ = ["FORMATS", "decode", "format_of", "load", "read"]

_READERS = {"markdown": read_markdown, "text": read_plain_text}


def read(source: SourceText, *, format: str | None = None) -> Document:
    """The document in a decoded file: in the given format, else by the file's extension, else as plain text.

    Raises ``UnreadableError`` where the file's own declaration is wrong.
    """
    return _READERS[format or format_of(source.path) or "text"](source)
