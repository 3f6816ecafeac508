"""The inline markup of reStructuredText, by the rules of docutils; what is a key or code is never written."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from termlint.model.document import MarkKind
from termlint.reading.passage import Passage, PassageBuilder

_BEFORE = frozenset(" \t\r\n'\"([{<-/:\u2018\u201c\u00ab\u00a1\u00bf\u2019\u2010\u2011\u2012\u2013\u2014\u00a0")
_AFTER = r"(?=\Z|[\s'\")\]}>\-/\\:.,;!?\u2019\u201d\u00bb\u2010\u2011\u2012\u2013\u2014\u00a0\u2026])"
_TOKEN = re.compile(
    r"\\|(?<![ \t])[ \t]*(?:\r\n|\n|\r)[ \t]*|`{1,2}|:[A-Za-z][\w.+:\-]{0,60}:`|\*{1,2}|\||\[|_`"
    r"|(?<!\w)[A-Za-z0-9][\w.+:\-]{0,80}?_{1,2}(?![\w`])"
)
_ENDS = {
    "``": re.compile(r"(?<=\S)``" + _AFTER),
    "`": re.compile(r"(?<![\s\\])`(?P<tail>__?|:[A-Za-z][\w.+:\-]{0,60}:)?" + _AFTER),
    "**": re.compile(r"(?<![\s\\])\*\*" + _AFTER),
    "*": re.compile(r"(?<![\s\\])\*" + _AFTER),
    "|": re.compile(r"(?<![\s\\])\|_{0,2}" + _AFTER),
    "[": re.compile(r"\]_" + _AFTER),
}
_FOOTNOTE = re.compile(r"\[(?:#?[A-Za-z0-9][\w.+:\-]{0,80}|#|\*)\]_" + _AFTER)
_TARGET = re.compile(r"[ \t\r\n]*<[^<>]*>\Z")
_STOP = re.compile(r"[\\\r\n]|[ \t]+(?=[\r\n])")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")
_SHOWN = {"emphasis": MarkKind.EMPHASIS, "strong": MarkKind.STRONG, "sub": None, "sup": None}
"""Roles whose text is prose."""


def read_inline(text: str, start: int, end: int) -> Passage:
    """The passage in ``text[start:end]``, the lines of one paragraph."""
    builder = PassageBuilder()
    add_inline(builder, text, start, end)
    return builder.build()


def add_inline(builder: PassageBuilder, text: str, start: int, end: int) -> None:
    _Inline(text, start, end, builder).read(start)


@dataclass(slots=True)
class _Inline:
    text: str
    start: int
    end: int
    builder: PassageBuilder
    unclosed: set[str] = field(default_factory=set)
    """Markup for which no end comes any more."""

    def read(self, at: int) -> None:
        while at < self.end:
            match = _TOKEN.search(self.text, at, self.end)
            if match is None:
                self.builder.copy(self.text[at : self.end], at)
                return
            self.builder.copy(self.text[at : match.start()], at)
            at = self.token(match.start(), match[0])

    def token(self, at: int, token: str) -> int:
        """Where reading goes on after the token that begins at ``at``."""
        if token == "\\" or token[0] in " \t\r\n":
            return self.plain(at, at + len(token) + (token == "\\"))
        handler: Callable[[int], int | None] | None = None
        if at == self.start or self.text[at - 1] in _BEFORE:
            if token[0] == ":":
                handler = self.role
            elif token[-1] == "_":
                return self.name(at, token)
            else:
                handler = {
                    "``": self.literal,
                    "`": self.interpreted,
                    "|": self.substitution,
                    "[": self.footnote,
                    "_`": self.anchor,
                }.get(token, self.emphasis)
        after = handler(at) if handler else None
        if after is not None:
            return after
        self.builder.copy(token[:1], at)  # a single sign, since the next one may begin something else
        return at + 1

    def closing(self, kind: str, at: int) -> re.Match[str] | None:
        """The end of markup whose content begins at ``at``."""
        if kind in self.unclosed or at >= self.end or self.text[at].isspace():
            return None
        match = _ENDS[kind].search(self.text, at + 1, self.end)
        if match is None:
            self.unclosed.add(kind)
        return match

    def literal(self, at: int) -> int | None:
        match = self.closing("``", at + 2)
        if match:
            self.builder.stand_in(MarkKind.CODE, at, match.end())
        return match.end() if match else None

    def role(self, at: int) -> int | None:
        tick = self.text.index("`", at)
        match = self.closing("`", tick + 1)
        if not match:
            return None
        name = self.text[at + 1 : tick - 1]
        if name in _SHOWN:
            self.marked(_SHOWN[name], tick + 1, match.start())
        else:
            self.builder.stand_in(MarkKind.CODE, at, match.end())
        return match.end()

    def interpreted(self, at: int) -> int | None:
        match = self.closing("`", at + 1)
        if not match:
            return None
        tail = match["tail"] or ""
        target = _TARGET.search(self.text, at + 1, match.start()) if tail[:1] == "_" else None
        if tail == "__" or (target and target.start() > at + 1):
            self.marked(MarkKind.LINK, at + 1, target.start() if target else match.start())
        elif tail == "_":
            self.guarded(at + 1, match.start())
        else:
            self.builder.stand_in(MarkKind.CODE, at, match.end())
        return match.end()

    def emphasis(self, at: int) -> int | None:
        kind = "**" if self.text.startswith("**", at) else "*"
        match = self.closing(kind, at + len(kind))
        if not match:
            return None
        self.marked(MarkKind.STRONG if kind == "**" else MarkKind.EMPHASIS, at + len(kind), match.start())
        return match.end()

    def substitution(self, at: int) -> int | None:
        match = self.closing("|", at + 1)
        if match:
            self.builder.stand_in(MarkKind.PLACEHOLDER, at, match.end())
        return match.end() if match else None

    def footnote(self, at: int) -> int | None:
        match = _FOOTNOTE.match(self.text, at, self.end)
        return match.end() if match else None

    def anchor(self, at: int) -> int | None:
        match = self.closing("`", at + 2)
        if not match or match["tail"]:
            return None
        self.guarded(at + 2, match.start())
        return match.end()

    def name(self, at: int, token: str) -> int:
        """``customer_``: the text is the target's name; of ``customer__`` it is not."""
        text = token.rstrip("_")
        if token.endswith("__"):
            self.marked(MarkKind.LINK, at, at + len(text))
        else:
            self.guarded(at, at + len(text))
        return at + len(token)

    def guarded(self, start: int, end: int) -> None:
        self.builder.guarded += 1
        self.marked(MarkKind.LINK, start, end)
        self.builder.guarded -= 1

    def marked(self, kind: MarkKind | None, start: int, end: int) -> None:
        since = len(self.builder)
        self.plain(start, end)
        if kind is not None:
            self.builder.mark(since, kind)

    def plain(self, at: int, end: int) -> int:
        """Text without markup: escapes and line ends only. Returns where it ends."""
        end = min(end, self.end)
        while at < end:
            sign = self.text[at]
            line_end = _LINE_END.match(self.text, at, end) if sign in " \t\r\n" else None
            if line_end:
                self.builder.atom(" ", *line_end.span())
                at = line_end.end()
            elif sign == "\\":
                at = self.escape(at)
            else:
                stop = _STOP.search(self.text, at + 1, end)
                until = stop.start() if stop else end
                self.builder.copy(self.text[at:until], at)
                at = until
        return at

    def escape(self, at: int) -> int:
        """A backslash takes a blank or a line end after it away, and leaves any other sign as it is."""
        if at + 1 >= self.end:
            return at + 1
        if self.text[at + 1].isspace():
            return at + 2 + self.text.startswith("\r\n", at + 1)
        self.builder.copy(self.text[at + 1], at + 1)
        return at + 2
