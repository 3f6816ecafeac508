"""What MDX holds besides Markdown: imports and exports, ``{expressions}``, comments and JSX tags. One pass, in linear time.

Code fences and code spans are passed over: what looks like JSX in them is none.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_LINE_START = r"(?<![^\r\n])"
_SIGN = re.compile(
    rf"\\[^\r\n]|{_LINE_START}(?P<esm>import\s+(?:[\"'{{*]|[\w$]+(?:\s*,\s*[{{*]|\s+from\s*[\"']))"
    r"|export\s+(?:default|const|let|var|function|class|async|type|interface|enum|[{*])(?!\w))"
    rf"|{_LINE_START}(?:[ \t>]|[\-*+][ \t]|\d{{1,9}}[.)][ \t])*+(?P<fence>`{{3,}}(?=[^`\r\n]*+(?:[\r\n]|\Z))|~{{3,}})"
    r"|(?P<ticks>`+)|(?P<comment><!--)|(?P<id>\{#[\w\-:.]+\}[ \t]*(?=[\r\n]|\Z))|(?P<brace>\{)|(?P<tag></?(?=[A-Za-z_$>]))"
)
_FENCE_END = re.compile(rf"{_LINE_START}[ \t>]*(?P<fence>`{{3,}}|~{{3,}})[ \t]*(?=[\r\n]|\Z)")
_TICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)")
_SCRIPT = re.compile(
    r"\\.|\"(?:[^\"\\\r\n]|\\.)*+\"|'(?:[^'\\\r\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`|/\*.*?(?:\*/|\Z)|(?<!:)//[^\r\n]*|[{}()\[\]]",
    re.DOTALL,
)
_CLOSING = {"}": "{", ")": "(", "]": "["}
_NAME = re.compile(r"</?(?P<name>[A-Za-z_$][A-Za-z0-9_$\-]*(?:[.:][A-Za-z0-9_$\-]+)*)?")
_IN_TAG = re.compile(r"[^<>{}\"'/]++|\"[^\"]*\"|'[^']*'|/(?!>)|(?P<brace>\{)|(?P<end>/?>)")
_UNTRANSLATED = re.compile(r"\stranslate\s*=\s*[\"']?no\b|\sclass(?:Name)?\s*=\s*[\"'][^\"']*\bnotranslate\b")
_UNREAD = frozenset("pre script style svg math textarea template select object iframe canvas audio video".split())


class JsxKind(Enum):
    SCRIPT = auto()
    """Imports and exports."""
    EXPRESSION = auto()
    """Also an element whose content nobody reads: its content and its end tag with it."""
    COMMENT = auto()
    TAG = auto()


@dataclass(frozen=True, slots=True)
class Jsx:
    kind: JsxKind
    start: int
    end: int
    name: str = ""


def scan_jsx(text: str, at: int) -> Iterator[Jsx]:
    """From ``at`` on, in order and apart."""
    scanning = _Scanning(text, at)
    while sign := _SIGN.search(text, at):
        at = sign.end()
        if sign["fence"]:
            at = scanning.after_fence(sign["fence"], at)
        elif sign["ticks"]:
            at = scanning.after_code(sign["ticks"], at)
        else:
            found = scanning.item(sign)
            if found is not None:
                yield found
                at = found.end


class _Scanning:
    """Every question is answered by a search in a list, or by a scan that no later question repeats."""

    def __init__(self, text: str, first: int) -> None:
        self.text = text
        self.first = first
        self._blank = [match.start() for match in _BLANK_LINE.finditer(text)]
        self._ticks: dict[int, list[int]] = defaultdict(list)
        for match in _TICKS.finditer(text):
            self._ticks[len(match[0])].append(match.start())
        self._closes: dict[int, int] = {}
        self._scanned = 0
        self._next: dict[str, int] = {}

    def item(self, sign: re.Match[str]) -> Jsx | None:
        if sign["esm"]:
            start = sign.start("esm")
            return Jsx(JsxKind.SCRIPT, start, self.script_end(start)) if self.begins_block(start) else None
        if sign["comment"]:
            end = self.after("-->", sign.end())
            return Jsx(JsxKind.COMMENT, sign.start(), end) if end else None
        if sign["brace"]:
            return self.expression(sign.start())
        return self.tag(sign.start()) if sign["tag"] else None

    def after_fence(self, opening: str, at: int) -> int:
        for closing in _FENCE_END.finditer(self.text, at):
            if closing["fence"].startswith(opening):
                return closing.end()
        return len(self.text)

    def after_code(self, opening: str, at: int) -> int:
        """Behind a code span; behind its backticks where the paragraph does not close it."""
        places = self._ticks[len(opening)]
        number = bisect_left(places, at)
        closed = number < len(places) and places[number] < self.paragraph_end(at)
        return places[number] + len(opening) if closed else at

    def begins_block(self, start: int) -> bool:
        before = self.text[max(self.first, start - 500) : start]
        blank = before[len(before.rstrip()) :]
        return len(blank) == start - self.first or _BLANK_LINE.search(blank) is not None

    def paragraph_end(self, at: int) -> int:
        number = bisect_left(self._blank, at)
        return self._blank[number] if number < len(self._blank) else len(self.text)

    def expression(self, start: int) -> Jsx | None:
        close = self.close(start)
        if close is None or (close > self.paragraph_end(start) and not self.begins_line(start)):
            return None
        comment = self.text[start + 1 : start + 200].lstrip().startswith("/*")
        return Jsx(JsxKind.COMMENT if comment else JsxKind.EXPRESSION, start, close + 1)

    def begins_line(self, start: int) -> bool:
        before = self.text[max(0, start - 200) : start].rstrip(" \t>")
        return not before or before[-1] in "\r\n"

    def script_end(self, start: int) -> int:
        """The first blank line that stands within no bracket."""
        end = self.paragraph_end(start)
        for sign in _SCRIPT.finditer(self.text, start):
            if sign.start() >= end:
                break
            if sign[0] in _CLOSING.values():
                close = self.close(sign.start())
                if close is not None and close > end:
                    end = self.paragraph_end(close)
            elif sign.end() > end:  # a text or a comment over a blank line
                end = self.paragraph_end(sign.end())
        return end

    def tag(self, start: int) -> Jsx | None:
        named = _NAME.match(self.text, start)
        assert named is not None
        at = named.end()
        while part := _IN_TAG.match(self.text, at):
            at = part.end()
            if part["brace"]:
                close = self.close(part.start())
                if close is None:
                    return None
                at = close + 1
            elif part["end"]:
                return self.whole(named, at, empty=part[0] == "/>")
            elif _BLANK_LINE.search(part[0]) and part[0][0] not in "\"'":
                return None
        return None

    def whole(self, named: re.Match[str], end: int, *, empty: bool) -> Jsx:
        """The tag, or the whole element where its content is not read."""
        start, name = named.start(), named["name"] or ""
        if not empty and not named[0].startswith("</") and (name in _UNREAD or _UNTRANSLATED.search(self.text, start, end)):
            after = self.after(f"</{name}>", end)
            if after:
                return Jsx(JsxKind.EXPRESSION, start, after)
        return Jsx(JsxKind.TAG, start, end, name)

    def close(self, start: int) -> int | None:
        """Where the bracket that opens at ``start`` is closed, as JavaScript reads on from there."""
        if start >= self._scanned:
            opened: dict[str, list[int]] = {"{": [], "(": [], "[": []}
            own = opened[self.text[start]]
            self._scanned = len(self.text)
            for sign in _SCRIPT.finditer(self.text, start):
                if sign[0] in opened:
                    opened[sign[0]].append(sign.start())
                elif sign[0] in _CLOSING and (waiting := opened[_CLOSING[sign[0]]]):
                    self._closes[waiting.pop()] = sign.start()
                    if not own:
                        self._scanned = sign.end()
                        break
        return self._closes.get(start)

    def after(self, closer: str, at: int) -> int:
        """Behind the next ``closer``; 0 where none comes."""
        if self._next.get(closer, -1) < at:
            place = self.text.find(closer, at)
            self._next[closer] = place if place >= 0 else len(self.text)
        place = self._next[closer]
        return place + len(closer) if place < len(self.text) else 0
