"""From a file to a document: blocks of text, each character of it with its place in the file."""

from collections.abc import Sequence

from termlint.model.document import Document
from termlint.model.finding import Edit
from termlint.model.prose_fields import ProseFields
from termlint.model.revision import Revision
from termlint.model.source import SourceText
from termlint.reading.formats import FIELDS, FORMATS, format_of, reader_of, tracker_of
from termlint.reading.source import decode, load

__all__ = ["FORMATS", "decode", "format_of", "load", "read", "track_changes"]


def read(source: SourceText, *, format: str | None = None, fields: ProseFields | None = None) -> Document:
    """The document in a decoded file: in the given format, else by the file's extension, else as plain text.

    ``fields``: what the house style calls prose, where a file holds keys and values.
    Raises ``UnreadableError`` where the file's own declaration is wrong.
    """
    name = format or format_of(source.path) or "text"
    return reader_of(name)(source, fields) if name in FIELDS else reader_of(name)(source)


def track_changes(source: SourceText, edits: Sequence[Edit], revision: Revision) -> SourceText | None:
    """The file with its edits written beside what they replace; None where its format has no tracked changes.

    Raises ``UnreadableError`` where a word stands in a place that can hold no tracked change.
    """
    track = tracker_of(source.path)
    return None if track is None else track(source, edits, revision)
