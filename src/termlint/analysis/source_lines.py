"""The lines of the file within a block, whose text holds them as one: labels and lists of definitions go by lines."""

from bisect import bisect_right

from termlint.model.document import Block, Document, Segment


def line_start(document: Document, block: Block, at: int, *, reach: int) -> int | None:
    """Where the line that holds ``at`` begins in the block's text; None where it begins more than ``reach`` before."""
    first = bisect_right(block.segments, at, key=lambda segment: segment.start) - 1
    for segment in block.segments[first::-1]:
        if at - min(segment.end, at) > reach:
            return None
        broken = block.text.rfind("\n", segment.start, min(segment.end, at))
        if broken >= 0:
            return broken + 1
        if segment.end <= at and _is_line_end(document, segment):
            return segment.end
    return 0 if at <= reach else None


def line_end(document: Document, block: Block, at: int, *, reach: int) -> int:
    """Where the line that holds ``at`` ends, or ``at + reach`` where it is longer."""
    first = bisect_right(block.segments, at, key=lambda segment: segment.start) - 1
    for segment in block.segments[first:]:
        if segment.start - at >= reach:
            break
        broken = block.text.find("\n", max(segment.start, at), segment.end)
        if broken >= 0:
            return min(broken, at + reach)
        if segment.start >= at and _is_line_end(document, segment):
            return segment.start
    return min(len(block.text), at + reach)


def _is_line_end(document: Document, segment: Segment) -> bool:
    source = document.text[segment.source_start : segment.source_end]
    return source.isspace() and ("\n" in source or "\r" in source)
