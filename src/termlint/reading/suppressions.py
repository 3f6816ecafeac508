"""Which of the comments that a reader passes over are suppressions, and how far each reaches.

``<!-- termlint-disable-next-line TL101 -- a quotation -->``: the comment begins with the word, rules follow (none: all of
them), then ``--`` or ``:`` and the reason.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import accumulate

from termlint.model.document import Block
from termlint.model.suppression import Suppression, SuppressionKind, WrittenCode
from termlint.reading.asides import Asides
from termlint.reading.lines import Line, lines_of

MARK = "termlint-"

_OPENING = re.compile(
    r"(?:<!--|\{/\*|\{\{!(?:--)?|\{\{--|<%#|\{#-?|\{%-?\s{0,8}comment\s{0,8}-?%\}|\{%-?\s{0,8}#|/\*|//+|#|\.\.)\s{0,80}"
    r"(?=termlint-)"
)
_CLOSING = re.compile(
    r"(?:\s{0,80}(?:--!?>|\*/\}|--\}\}|\}\}|%>|-?#\}|\{%-?\s{0,8}endcomment\s{0,8}-?%\}|-?%\}|\*/))?\s{0,80}\Z"
)
_WORD = re.compile(r"termlint-([A-Za-z\-]{1,40})(?![\w])")
_CODE = re.compile(r"[\s,]{0,80}(?!--)([\w][\w\-]{0,60})(?![\w\-])")
_REASON = re.compile(r"\s{0,80}(?:--+|[:\u2013\u2014])\s{0,80}")
_LONGEST = 2_000
"""Of a comment, in characters: nobody writes a longer reason."""
_KEY = re.compile(r" *(?:[-?:] +)*")
_BLOCK_SCALAR = re.compile(r"[|>][+\-\d]{0,3}[ \t]*(?:#.*)?$")


class Reach(Enum):
    """How far ``disable-next-line`` reaches."""

    LINE = auto()
    """The next line with anything but comments on it."""
    BLOCK = auto()
    """What begins on that line, to its end: no comment can stand within a paragraph or a value of this format."""
    ENTRY = auto()
    """To the next blank line: the entry of a catalogue."""


def find_suppressions(
    text: str, asides: Asides, blocks: Sequence[Block], *, reach: Reach = Reach.LINE
) -> tuple[Suppression, ...]:
    """Those among the comments, in the order of the source. What stands in code is an example and not obeyed."""
    if MARK not in text:
        return ()
    found = [one for start, end in sorted(set(asides.comments)) if (one := _parsed(text, start, end)) is not None]
    found = _outside(found, asides.code)
    if not found:
        return ()
    reaching = _Reaching(text, blocks, found, reach)
    return tuple(replace(one, reach=reaching.of(one)) for one in found)


def _parsed(text: str, start: int, end: int) -> Suppression | None:
    if end - start > _LONGEST:
        return None
    opening = _OPENING.match(text, start, end)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end(), end)
    until = closing.start() if closing else end
    word = _WORD.match(text, opening.end(), until)
    if word is None:
        return None
    codes: list[WrittenCode] = []
    at = word.end()
    while (code := _CODE.match(text, at, until)) and (code.start(1) > at or codes == []):
        codes.append(WrittenCode(code[1], *code.span(1)))
        at = code.end()
    reason = _REASON.match(text, at, until)
    told = " ".join(text[reason.end() if reason else at : until].split())
    written = word[1].rstrip("-")
    kind = next((kind for kind in SuppressionKind if kind.value == written.lower()), None)
    return Suppression(start, end, written, kind, tuple(codes), told)


class _Reaching:
    """Every answer takes a search at most, so that a file of nothing but suppressions is no trouble."""

    def __init__(self, text: str, blocks: Sequence[Block], found: Sequence[Suppression], reach: Reach) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.reach = reach
        self.content = [number for number, line in enumerate(self.lines) if _holds_anything(text, line, found)]
        """Lines with anything but blanks, quotation marks and suppressions, which may stand one above the other."""
        self.blank = [line.start for line in self.lines if not text[line.start : line.end].strip()]
        places = ((block.segments[0].source_start, block.segments[-1].source_end) for block in blocks if block.segments)
        self.places = sorted(places) if reach is Reach.BLOCK else []

    def of(self, one: Suppression) -> tuple[int, int]:
        last = len(self.text) + 1
        if one.kind is SuppressionKind.FILE:
            return 0, last
        if one.kind is SuppressionKind.LINE:
            return self.lines[self.number(one.start)].start, self.end_of(self.number(one.end))
        if one.kind is SuppressionKind.NEXT_LINE:
            following = bisect_right(self.content, self.number(one.end))
            if following == len(self.content):
                return one.end, one.end
            number = self.content[following]
            return self.lines[number].start, self.far_end(number)
        return (one.end, last) if one.kind else (one.start, one.start)

    def far_end(self, number: int) -> int:
        line = self.lines[number]
        if self.reach is Reach.ENTRY:
            following = bisect_right(self.blank, line.start)
            return self.blank[following] if following < len(self.blank) else len(self.text) + 1
        until = self.end_of(number)
        if self.reach is Reach.LINE:
            return until
        if _BLOCK_SCALAR.search(self.text, line.start, line.end):
            until = self.end_of_scalar(number)
        first, after = bisect_left(self.places, (line.start, 0)), bisect_left(self.places, (until, 0))
        return max((end for _, end in self.places[first:after]), default=until)

    def end_of_scalar(self, number: int) -> int:
        """To the next line that is indented no more than its key."""
        key = _KEY.match(self.text, self.lines[number].start)
        outer = len(key[0]) if key else 0
        following = bisect_right(self.content, number)
        last = number
        while following < len(self.content) and self.indent(self.content[following]) > outer:
            last = self.content[following]
            following += 1
        return self.end_of(last)

    def indent(self, number: int) -> int:
        written = self.text[self.lines[number].start : self.lines[number].end]
        return len(written) - len(written.lstrip(" "))

    def end_of(self, number: int) -> int:
        """Its line end is in reach: a word may begin there in no format."""
        return self.lines[number].end + 1

    def number(self, offset: int) -> int:
        return bisect_right(self.lines, offset, key=lambda line: line.start) - 1


def _holds_anything(text: str, line: Line, found: Sequence[Suppression]) -> bool:
    if not text[line.start : line.end].strip(" \t>"):
        return False
    first = bisect_right(found, line.start, key=lambda one: one.end)
    if first == len(found) or found[first].start >= line.end:
        return True
    before = text[line.start : max(found[first].start, line.start)]
    after = text[min(found[first].end, line.end) : line.end]
    return bool(before.strip(" \t>") or after.strip())


def _outside(found: list[Suppression], code: Sequence[tuple[int, int]]) -> list[Suppression]:
    ranges = sorted(code)
    ends = list(accumulate((end for _, end in ranges), max))
    starts = [start for start, _ in ranges]

    def inside(one: Suppression) -> bool:
        last = bisect_right(starts, one.start) - 1
        return last >= 0 and one.start < ends[last]

    return [one for one in found if not inside(one)]
