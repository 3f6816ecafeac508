"""Markdown with exact places: pyromark's events, every leaf checked against the source."""

from collections.abc import Callable

from termlint.model.document import BlockKind, Document
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.blocks import block_of, finished_passage, with_fallbacks
from termlint.reading.headings import HeadingPath
from termlint.reading.markdown.front_matter import FrontMatter, read_front_matter
from termlint.reading.markdown.walk import walk
from termlint.reading.passage import Passage
from termlint.reading.placeholders import Masked, mask_placeholders
from termlint.reading.suppressions import Reach, find_suppressions

__all__ = ["document_of", "read_markdown"]


def read_markdown(source: SourceText) -> Document:
    """Raises ``UnreadableError`` where the front matter declares something that does not exist."""
    masked = mask_placeholders(source.text)
    front = read_front_matter(source.text, masked.text, path=source.path)
    return document_of(source, front, masked, masked.text, format="markdown")


def document_of(
    source: SourceText,
    front: FrontMatter,
    masked: Masked,
    text: str,
    *,
    format: str,
    prepare: Callable[[Passage], Passage] | None = None,
) -> Document:
    """``text`` is as long as the file, and is what the parser gets; ``prepare`` makes its passages those of the file."""
    # Blank lines in the place of the front matter keep every offset as it is.
    body = "\n" * front.end + text[front.end :]

    def finish(passage: Passage) -> Passage | None:
        return finished_passage(passage if prepare is None else prepare(passage), masked)

    fields = []
    for one in front.fields:
        finished = finished_passage(one.passage, masked)
        if finished:
            fields.append(block_of(finished, kind=BlockKind.FIELD, trail=(one.key,), writers=one.writers))
    asides = Asides(list(masked.ranges))
    inner = walk(body, finish=finish, headings=HeadingPath(), asides=asides, jsx=format == "mdx")
    blocks = with_fallbacks([*fields, *inner], masked)
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
    in_front = find_suppressions(source.text, Asides(list(front.comments)), blocks, reach=Reach.BLOCK)
    suppressions = in_front + find_suppressions(source.text, asides, blocks)
    return Document(source.path, source.text, format, blocks, front.title or first, front.declared, suppressions)
