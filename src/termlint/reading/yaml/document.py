"""A YAML file's prose."""

from dataclasses import replace

from termlint.model.document import Document
from termlint.model.prose_fields import ProseFields
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.fields.document import document_of
from termlint.reading.fields.value import Value, bounded
from termlint.reading.placeholders import mask_placeholders
from termlint.reading.suppressions import MARK, Reach, find_suppressions
from termlint.reading.yaml.scalars import decoded, writers_of
from termlint.reading.yaml.tree import comments, scan


def read_yaml(source: SourceText, fields: ProseFields | None = None) -> Document:
    """Raises ``UnreadableError`` where it nests deeper or holds more than anything that people write.

    Placeholders are masked for the parser, which would take them for mappings; what the scalars say is decoded unmasked.
    """
    text = source.text
    masked = mask_placeholders(text).text
    rows = ((row, decoded(text, row)) for row in scan(masked))
    values = (Value(row.record, row.path, passage.text, passage, writers_of(row)) for row, passage in rows)
    document = document_of(source, bounded(values), format="yaml", fields=fields or ProseFields(), markdown=True)
    if MARK not in text:
        return document
    asides = Asides(list(comments(masked)))
    return replace(document, suppressions=find_suppressions(text, asides, document.blocks, reach=Reach.BLOCK))
