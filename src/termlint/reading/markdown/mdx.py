"""MDX: Markdown in which scripts, expressions and JSX stand. They are taken out first, and Markdown reads what is left."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termlint.model.document import Document, SegmentKind
from termlint.model.source import SourceText
from termlint.reading.markdown import document_of
from termlint.reading.markdown.front_matter import read_front_matter
from termlint.reading.markdown.jsx import Jsx, JsxKind, scan_jsx
from termlint.reading.passage import Passage
from termlint.reading.placeholders import mask_placeholders, mask_ranges

_PREFIX = re.compile(r"(?:[ \t>]|[\-*+][ \t]|\d{1,9}[.)][ \t])*+")
_LINE_REST = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)")
_INLINE_NAMES = frozenset("a b strong i em br img code kbd samp var tt".split())
"""Tags that say something of the words within. No other may keep its name: some begin blocks that Markdown leaves alone."""


def read_mdx(source: SourceText) -> Document:
    """Raises ``UnreadableError`` where the front matter declares something that does not exist."""
    text = source.text
    placeholders = mask_placeholders(text)
    front = read_front_matter(text, placeholders.text, path=source.path)
    found = list(scan_jsx(text, front.end))
    objects = [(one.start, one.end) for one in found if _is_object(one, text)]
    masked = mask_ranges(text, [*placeholders.ranges, *objects])
    body = _without_jsx(masked.text, text, found)
    return document_of(source, front, masked, body, format="mdx", prepare=lambda passage: _checked(passage, masked.text))


def _is_object(one: Jsx, text: str) -> bool:
    """Whether it shows in a sentence as something that is no prose. A tag has no place in it, but no tag holds a blank line."""
    if one.kind is JsxKind.TAG:
        return not one.name or _BLANK_LINE.search(text, one.start, one.end) is not None
    return one.kind is not JsxKind.SCRIPT


def _without_jsx(masked: str, text: str, found: Sequence[Jsx]) -> str:
    """As long as the text, with blank lines for what has lines of its own, and tags that Markdown knows."""
    parts, at = [], 0
    for run in _runs(text, found):
        alone = run[0].kind is JsxKind.SCRIPT or (_has_own_lines(text, run) and any(_parts_blocks(one) for one in run))
        for one in run:
            parts.append(masked[at : one.start])
            written, at = masked[one.start : one.end], one.end
            if alone:
                parts.append(re.sub(r"[^\r\n]", " ", written))
            else:
                parts.append(written if _is_object(one, text) else _tag(one.name, written))
    return "".join([*parts, masked[at:]])


def _runs(text: str, found: Sequence[Jsx]) -> Iterator[list[Jsx]]:
    """What stands side by side in one line, or in lines of which nothing else is left."""
    run: list[Jsx] = []
    for one in found:
        if run and (one.kind is JsxKind.SCRIPT or text[run[-1].end : one.start].strip(" \t")):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _parts_blocks(one: Jsx) -> bool:
    return one.kind in (JsxKind.TAG, JsxKind.COMMENT)


def _has_own_lines(text: str, run: Sequence[Jsx]) -> bool:
    before = text[max(0, run[0].start - 200) : run[0].start]
    line = re.split(r"[\r\n]", before)[-1]
    if len(line) == len(before) == 200:
        return False
    return _PREFIX.fullmatch(line) is not None and _LINE_REST.match(text, run[-1].end) is not None


def _tag(name: str, written: str) -> str:
    """A tag of the same length that CommonMark knows, whatever JSX may hold."""
    opening = 2 if written.startswith("</") else 1
    closing = 2 if written.endswith("/>") else 1
    kept = name if name in _INLINE_NAMES else "x" * len(name)
    middle = written[opening + len(name) : len(written) - closing]
    filled = re.sub(r"[^ \t\r\n]", " " if opening == 2 else "x", middle)
    return written[:opening] + kept + filled + written[len(written) - closing :]


def _checked(passage: Passage, text: str) -> Passage:
    """What stands otherwise in the file, where Markdown saw no tag, is never written."""
    segments = tuple(
        replace(one, kind=SegmentKind.GUARDED)
        if one.kind is SegmentKind.COPIED and passage.text[one.start : one.end] != text[one.source_start : one.source_end]
        else one
        for one in passage.segments
    )
    return replace(passage, segments=segments)
