"""A file's text and how to turn it back into the same bytes."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded file. ``text`` is without the byte order mark and with its line ends as they stand."""

    path: str
    """As the user would write it, with ``/``, and no leading ``./``."""
    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    fixable: bool = True
    """False where decoding was a guess or encoding the text again would not give the same bytes."""
    unfixable: str = "writing it in its encoding would not give back the same bytes"
    """Why, where ``fixable`` is False."""

    @property
    def has_places(self) -> bool:
        """False where characters of ``text`` are no places that a person knows: reports then tell a block's location."""
        return True

    def encode(self, text: str) -> bytes:
        """The bytes of ``text`` in this file's encoding, with its byte order mark.

        Raises ``UnicodeEncodeError`` where the encoding lacks a character.
        """
        return self.bom + text.encode(self.encoding)


@dataclass(frozen=True, slots=True)
class Lines:
    """Line starts of a text. Lines end at ``\\n``, ``\\r\\n`` and a lone ``\\r`` only."""

    starts: tuple[int, ...] = field(default=(0,))

    @classmethod
    def of(cls, text: str) -> "Lines":
        starts = [0]
        at, size = 0, len(text)
        if "\r" not in text:
            at = text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
            return cls(tuple(starts))
        while at < size:
            if text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n"):
                starts.append(at + 1)
            at += 1
        return cls(tuple(starts))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a source offset, both from 1, the column in code points."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
