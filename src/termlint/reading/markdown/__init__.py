"""Markdown with exact places: pyromark's events, every leaf checked against the source."""

from termlint.model.document import BlockKind, Document
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.blocks import block_of, finished_passage, with_fallbacks
from termlint.reading.headings import HeadingPath
from termlint.reading.markdown.front_matter import read_front_matter
from termlint.reading.markdown.walk import walk
from termlint.reading.passage import Passage
from termlint.reading.placeholders import mask_placeholders
from termlint.reading.suppressions import Reach, find_suppressions

__all__ = ["read_markdown"]


def read_markdown(source: SourceText) -> Document:
    """Raises ``UnreadableError`` where the front matter declares something that does not exist."""
    masked = mask_placeholders(source.text)
    front = read_front_matter(source.text, masked.text, path=source.path)
    # Blank lines in the place of the front matter keep every offset as it is.
    body = "\n" * front.end + masked.text[front.end :]

    def finish(passage: Passage) -> Passage | None:
        return finished_passage(passage, masked)

    fields = []
    for key, value in front.fields:
        finished = finished_passage(value, masked)
        if finished:
            fields.append(block_of(finished, kind=BlockKind.FIELD, trail=(key,)))
    asides = Asides(list(masked.ranges))
    blocks = with_fallbacks([*fields, *walk(body, finish=finish, headings=HeadingPath(), asides=asides)], masked)
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
    in_front = find_suppressions(source.text, Asides(list(front.comments)), blocks, reach=Reach.BLOCK)
    suppressions = in_front + find_suppressions(source.text, asides, blocks)
    return Document(source.path, source.text, "markdown", blocks, front.title or first, front.declared, suppressions)
