"""Whether a fixed text reads as planned: the same blocks, in which only the replaced words differ."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from termlint.model.document import OBJECT, Block, Document, MarkKind, Segment, SegmentKind
from termlint.model.finding import Edit


def reads_as_planned(before: Document, edits: Sequence[Edit], after: Document, *, comments: bool = False) -> bool:
    """Whether ``after`` is ``before`` with just ``edits`` made. Each edit has to show in at least one block.

    ``comments``: some came or went besides, with the white space around them; those of a template are objects in a text.

    No rule of escaping catches what this does: a word at the beginning of a line that turns it into a list item, a bracket
    that closes a link, an underscore that ends an emphasis.
    """
    if len(before.blocks) != len(after.blocks):
        return False
    shown: set[int] = set()
    for old, new in zip(before.blocks, after.blocks, strict=True):
        if _shape(old, comments) != _shape(new, comments):
            return False
        for segments in (old.segments, *old.copies):
            text = _text_with(old.text, segments, edits, shown)
            if text != new.text and not (comments and text is not None and _words(text) == _words(new.text)):
                return False
    return len(shown) == len(edits)


def reading_of(document: Document) -> list[tuple[object, ...]]:
    """What a reader sees of each block, wherever it stands in the file."""
    return [(block.text, block.headings, block.location, *_shape(block, comments=False)) for block in document.blocks]


def _shape(block: Block, comments: bool) -> tuple[object, ...]:
    counts = len(block.headings), len(block.trail), len(block.copies)
    marks = tuple(mark.kind for mark in block.marks if not (comments and mark.kind is MarkKind.PLACEHOLDER))
    return block.kind, block.level, block.quoted, block.location is None, counts, marks


def _words(text: str) -> list[str]:
    return text.replace(OBJECT, " ").split()


def _text_with(text: str, segments: Sequence[Segment], edits: Sequence[Edit], shown: set[int]) -> str | None:
    """The text with those edits made that fall into it; None where one falls into something not editable."""
    if not segments:
        return text
    first, last = segments[0].source_start, segments[-1].source_end
    pieces = []
    at = 0
    for number, edit in sorted(enumerate(edits), key=lambda one: one[1].start):
        if edit.end <= first or edit.start >= last or _between(segments, edit):
            continue
        start = _text_offset(segments, edit.start, of_end=False)
        end = _text_offset(segments, edit.end, of_end=True)
        if start is None or end is None:
            return None
        pieces += [text[at:start], edit.seen]
        at = end
        shown.add(number)
    return "".join(pieces) + text[at:]


def _between(segments: Sequence[Segment], edit: Edit) -> bool:
    """Whether the edit touches nothing that may be edited here: another block may stand there.

    A text box within a paragraph, or the text within a placeholder. No other block shows an edit that has no place in one.
    """
    number = bisect_left(segments, edit.end, key=lambda segment: segment.source_start) - 1
    if number < 0 or segments[number].source_end <= edit.start:
        return True
    return segments[number].kind is SegmentKind.GUARDED and segments[number].source_start <= edit.start


def _text_offset(segments: Iterable[Segment], source: int, *, of_end: bool) -> int | None:
    for segment in segments:
        inside = (
            segment.source_start < source <= segment.source_end
            if of_end
            else segment.source_start <= source < segment.source_end
        )
        if not inside:
            continue
        if segment.kind is SegmentKind.COPIED:
            return segment.start + source - segment.source_start
        if segment.kind is SegmentKind.ATOM and source == (segment.source_end if of_end else segment.source_start):
            return segment.end if of_end else segment.start
        return None
    return None
