"""HTML's tokens as the standard cuts them, each with its place. Linear for any input: nothing is scanned twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_WS = r"[ \t\n\r\f]"
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][^ \t\n\r\f/>]*+)")
_VALUE = r"\"(?P<double>[^\"]*+)(?:\"|\Z)|'(?P<single>[^']*+)(?:'|\Z)|(?=>)|(?P<bare>[^ \t\n\r\f>\"'][^ \t\n\r\f>]*+)"
_ATTRIBUTE = re.compile(rf"(?P<name>=?[^ \t\n\r\f/>=]*+)(?:{_WS}*+={_WS}*+(?:{_VALUE}))?+")
_BEFORE_ATTRIBUTE = re.compile(r"[ \t\n\r\f/]*+")
_COMMENT_END = re.compile(r"--!?>")
_RAW_END = {
    name: re.compile(rf"</{name}(?=[ \t\n\r\f/>])", re.IGNORECASE)
    for name in ("script", "style", "xmp", "iframe", "noembed", "noframes", "title", "textarea")
}

RAW = frozenset(_RAW_END)
"""Elements in which tags are text."""


class TokenKind(StrEnum):
    TEXT = "text"
    START = "start"
    END = "end"
    COMMENT = "comment"
    OPEN = "open"
    """A comment, a raw element or a tag that the end of the text cuts off."""


@dataclass(frozen=True, slots=True)
class Attribute:
    name: str
    value: str
    start: int
    """Where the value stands."""
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    kind: TokenKind
    start: int
    end: int
    name: str = ""
    """Of a tag, in lower case. Of what is open: what would close it."""
    attributes: tuple[Attribute, ...] = ()
    empty: bool = False
    """Ends in ``/>``."""

    def attribute(self, name: str) -> str | None:
        return next((one.value for one in self.attributes if one.name == name), None)


class Scanner:
    """Iterates over the tokens of ``text``. In ``foreign`` content (SVG, MathML) no element is raw; the reader says so."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.foreign = False

    def __iter__(self) -> Iterator[Token]:
        text, at, size = self.text, 0, len(self.text)
        text_start = 0
        while at < size:
            sign = text.find("<", at)
            if sign < 0:
                break
            token = self._markup(sign)
            if token is None:
                at = sign + 1
                continue
            if text_start < sign:
                yield Token(TokenKind.TEXT, text_start, sign)
            yield token
            at = text_start = token.end
            if token.kind is TokenKind.START and token.name in RAW and not self.foreign:
                close = _RAW_END[token.name].search(text, at)
                end = close.start() if close else size
                if at < end:
                    yield Token(TokenKind.TEXT, at, end)
                if close is None:
                    yield Token(TokenKind.OPEN, end, end, f"</{token.name}")
                at = text_start = end
            elif token.kind is TokenKind.START and token.name == "plaintext" and not self.foreign:
                at = text_start = size
        if text_start < size:
            yield Token(TokenKind.TEXT, text_start, size)

    def _markup(self, sign: int) -> Token | None:
        """The token that begins with this ``<``, or None where it is text."""
        text = self.text
        following = text[sign + 1 : sign + 2]
        if following == "!" and text.startswith("--", sign + 2):
            return self._comment(sign)
        name = _TAG_NAME.match(text, sign)
        if name:
            return self._tag(sign, name)
        if following in ("!", "?") or (following == "/" and sign + 2 < len(text)):
            end = text.find(">", sign + 1)
            if end < 0:
                return Token(TokenKind.OPEN, sign, len(text), ">")
            return Token(TokenKind.COMMENT, sign, end + 1)
        return None

    def _comment(self, sign: int) -> Token:
        text, at = self.text, sign + 4
        if text.startswith(">", at) or text.startswith("->", at):
            return Token(TokenKind.COMMENT, sign, text.index(">", at) + 1)
        end = _COMMENT_END.search(text, at)
        return Token(TokenKind.COMMENT, sign, end.end()) if end else Token(TokenKind.OPEN, sign, len(text), "-->")

    def _tag(self, sign: int, name: re.Match[str]) -> Token:
        text, at, attributes = self.text, name.end(), []
        while True:
            before = _BEFORE_ATTRIBUTE.match(text, at)
            at = before.end() if before else at
            if at >= len(text):
                return Token(TokenKind.OPEN, sign, len(text), ">")
            if text[at] == ">":
                break
            one = _ATTRIBUTE.match(text, at)
            assert one is not None  # it matches at least a name of one character
            group = next((group for group in ("double", "single", "bare") if one[group] is not None), None)
            value = one[group] if group else ""
            place = one.span(group) if group else (one.end(), one.end())
            attributes.append(Attribute(one["name"].lower(), value, *place))
            at = one.end()
        kind = TokenKind.END if name[1] else TokenKind.START
        return Token(kind, sign, at + 1, name[2].lower(), tuple(attributes), text[at - 1] == "/")
