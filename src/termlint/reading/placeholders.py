"""Template placeholders: masked before a format is parsed, so that their insides can neither be prose nor markup."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from termlint.model.document import MarkKind
from termlint.reading.passage import Passage, put_stand_ins
from termlint.reading.placeholder_prose import Prose, branches, matching_braces, prose_in_placeholders

_MASKS = "".join(map(chr, range(0xE000, 0xF900)))  # private use

_OPENER = re.compile(
    r"\{\{!--|\{\{--|\{\{\{|\{\{|\{%|<%|<\?(?:php\b|=)|\{#(?=[ \t\r\n\-])|\$\{|\{/\*"
    r"|(?P<branched>\{\s{0,8}\w[\w.]{0,63}\s{0,8},\s{0,8}(?:plural|selectordinal|select)\s{0,8},)"  # ICU
    r"|(?P<whole>%\(\w{1,64}\)[#0 +\-]{0,4}\d{0,4}[a-zA-Z]"  # %(name)s
    # {name} {0} {order.id} %{name}, but not the name of a fence: ```{note}
    r"|[%#]?(?<![`~])(?<!:::)\{\w[\w.\-]{0,63}(?:\[\w{0,32}\])?(?:![rsa])?(?::[^{}\s]{0,16})?\}"
    r"|\{:[^{}\r\n]{0,200}\}"  # {: .class }
    r"|\{[!$]\w[\w.$:>\-]{0,100}\}"  # {!Contact.Name} {$client_name}
    r"|%[A-Za-z_]\w{0,63}(?:[.\-]\w{1,64}){0,8}%"  # %customer%
    r"|\*\|[A-Z][A-Z0-9_]{0,63}(?::[^|\r\n]{0,100})?\|\*"  # *|FNAME|*
    r"|[\ud800-\udfff]+)"  # halves of characters, which no parser takes
)
_MAY_OPEN = re.compile(r"[{<$%#*\ud800-\udfff](?:(?<=[{\ud800-\udfff])|(?<=<)[%?]|(?<=[$#])\{|(?<=%)[({A-Za-z_]|(?<=\*)\|)")
"""Begins where each of those above does, and is found ten times as fast, as it begins with one of few characters."""
_PER_CENT = re.compile(r"%[(A-Za-z_]")
_CLOSER = {
    "{{!--": "--}}",
    "{{--": "--}}",
    "{{{": "}}}",
    "{{": "}}",
    "{%": "%}",
    "<%": "%>",
    "<?php": "?>",
    "<?=": "?>",
    "{#": "#}",
    "{/*": "*/}",
    "${": "}",
}
_UNREAD_TAG = re.compile(r"\{%-?\s{0,8}(comment|highlight|schema|javascript|stylesheet)\b")
_PARAGRAPH_END = re.compile(r"(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Masked:
    """``text`` is as long as the source; ``ranges`` are the placeholders in it, sorted and apart."""

    text: str
    character: str
    """What a placeholder's characters were replaced by, line ends excepted. It stands nowhere else in ``text``."""
    ranges: tuple[tuple[int, int], ...]
    prose: tuple[Prose, ...] = ()
    """Texts within the placeholders, sorted."""


def mask_placeholders(source: str) -> Masked:
    """Replace every character of every placeholder, in linear time.

    The mask character is neither letter, blank nor punctuation to CommonMark and HTML, and no placeholder depends on
    a word before it, so an edit beside one never unmasks it. A placeholder does not reach over a blank line.
    """
    opens = any(map(source.__contains__, ("{", "<%", "<?", "*|"))) or _PER_CENT.search(source)
    if not opens and not _is_torn(source):
        return Masked(source, _MASKS[0], ())
    ranges = _find(source)
    prose = tuple(prose_in_placeholders(source, ranges)) if ranges else ()
    return mask_ranges(source, ranges, prose)


def mask_ranges(source: str, ranges: Iterable[tuple[int, int]], prose: tuple[Prose, ...] = ()) -> Masked:
    """``ranges`` may overlap: then they are one."""
    character = next((mask for mask in _MASKS if mask not in source), "\ufffd")
    apart: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    parts, at = [], 0
    for start, end in apart:
        parts.append(source[at:start])
        parts.append(re.sub(r"[^\r\n]", character, source[start:end]))
        at = end
    parts.append(source[at:])
    return Masked("".join(parts), character, tuple(apart), prose)


def put_placeholders(passage: Passage, masked: Masked) -> Passage:
    """Turn what was masked into one object character for each placeholder."""
    if not masked.ranges:
        return passage
    at = passage.text.find(masked.character)
    ranges: list[tuple[int, int, MarkKind | None]] = []
    segments = passage.segments
    while at >= 0:
        segment = segments[bisect_right(segments, at, key=lambda row: row.start) - 1]
        source = segment.source_start + min(at - segment.start, segment.source_end - segment.source_start - 1)
        number = bisect_right(masked.ranges, source, key=lambda pair: pair[0]) - 1
        end = at + 1
        if number >= 0:
            end = max(end, _text_end(passage, at, masked.ranges[number][1]))
        ranges.append((at, end, MarkKind.PLACEHOLDER))
        at = passage.text.find(masked.character, end)
    return put_stand_ins(passage, ranges) if ranges else passage


def _is_torn(source: str) -> bool:
    if source.isascii():
        return False
    try:
        source.encode()
    except UnicodeEncodeError:
        return True
    return False


def _text_end(passage: Passage, at: int, source_end: int) -> int:
    """The text offset where the placeholder that ends at ``source_end`` is over."""
    segments = passage.segments
    number = bisect_right(segments, at, key=lambda row: row.start) - 1
    end = at
    while number < len(segments) and segments[number].source_start < source_end:
        segment = segments[number]
        inside = source_end - segment.source_start
        end = segment.start + inside if inside < segment.source_end - segment.source_start else segment.end
        end = min(end, segment.end)
        number += 1
    return end


def _find(source: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    searched = _Searched(source)
    braces: dict[int, int] | None = None
    at = 0
    while match := _next_opener(source, at):
        if match["whole"] is not None:
            found.append(match.span())
            at = match.end()
            continue
        if match["branched"] is not None:
            braces = matching_braces(source) if braces is None else braces
            end = braces.get(match.start())
            if end is None or not branches(source, match.start(), end + 1, braces):
                at = match.start() + 1
                continue
            found.append((match.start(), end + 1))
            at = end + 1
            continue
        closer = _CLOSER[match[0]]
        place = searched.next(closer, match.end())
        if place < searched.paragraph_end(match.end()) or match[0] in ("{{!--", "{{--"):
            at = min(place + len(closer), len(source))
            if place < len(source) and match[0] == "{%" and (tag := _UNREAD_TAG.match(source, match.start(), at)):
                at = searched.after_end_tag(tag[1], at)
            if place < len(source):
                found.append((match.start(), at))
                continue
        at = match.start() + 1
    return found


def _next_opener(source: str, at: int) -> re.Match[str] | None:
    while may := _MAY_OPEN.search(source, at):
        if match := _OPENER.match(source, may.start()):
            return match
        at = may.start() + 1
    return None


class _Searched:
    """Where closers come next. Each is searched once for every time it is passed, so that unclosed openers cost nothing."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._closers: dict[str, int] = {}
        self._paragraph_end = -1
        self._end_tags: dict[str, tuple[int, int]] = {}

    def next(self, closer: str, at: int) -> int:
        if self._closers.get(closer, -1) < at:
            place = self.source.find(closer, at)
            self._closers[closer] = place if place >= 0 else len(self.source)
        return self._closers[closer]

    def paragraph_end(self, at: int) -> int:
        if self._paragraph_end < at:
            blank = _PARAGRAPH_END.search(self.source, at)
            self._paragraph_end = blank.start() if blank else len(self.source)
        return self._paragraph_end

    def after_end_tag(self, name: str, at: int) -> int:
        """Behind the ``{% endcomment %}`` of a ``{% comment %}`` that ends at ``at``; there itself where none comes."""
        if self._end_tags.get(name, (-1, -1))[0] < at:
            match = re.compile(rf"\{{%-?\s{{0,8}}end{name}\s{{0,8}}-?%\}}").search(self.source, at)
            self._end_tags[name] = match.span() if match else (len(self.source), -1)
        end = self._end_tags[name][1]
        return end if end >= 0 else at
