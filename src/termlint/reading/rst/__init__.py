"""reStructuredText with exact places: tree-sitter's blocks, our own tables and inline markup."""

from termlint.model.document import BlockKind, Document
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.blocks import finished_passage, with_fallbacks
from termlint.reading.headings import HeadingPath
from termlint.reading.placeholders import mask_placeholders
from termlint.reading.rst.walk import walk
from termlint.reading.suppressions import Reach, find_suppressions

__all__ = ["read_rst"]


def read_rst(source: SourceText) -> Document:
    """Raises ``UnreadableError`` where it nests deeper than anything that people write."""
    masked = mask_placeholders(source.text)
    asides = Asides()
    found = walk(masked.text, finish=lambda passage: finished_passage(passage, masked), headings=HeadingPath(), asides=asides)
    blocks = with_fallbacks(found, masked)
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
    suppressions = find_suppressions(source.text, asides, blocks, reach=Reach.BLOCK)
    return Document(source.path, source.text, "rst", blocks, title, suppressions=suppressions)
