"""One paragraph of a word processor's file while it is being read: its runs joined, its formatting as marks."""

from dataclasses import dataclass, field

from termlint.model.document import Mark, MarkKind
from termlint.reading.passage import Passage, PassageBuilder
from termlint.reading.xml import add_text


@dataclass(slots=True)
class Paragraph:
    slot: int
    """Its number among the blocks, in the order in which paragraphs begin."""
    style: str = ""
    outline: int | None = None
    numbered: bool | None = None
    depth: int = 1
    """Of a list item."""
    builder: PassageBuilder = field(default_factory=PassageBuilder)
    run: set[MarkKind] = field(default_factory=set)
    hidden: bool = False
    spans: dict[MarkKind, list[tuple[int, int]]] = field(default_factory=dict)
    links: list[int] = field(default_factory=list)

    def add(self, source: str, pieces: list[tuple[str, int]], *, preserve: bool) -> None:
        """The text of one ``w:t``. Without ``xml:space="preserve"`` blanks at its ends do not count."""
        if not preserve:
            pieces = _stripped(pieces)
        since = len(self.builder)
        for data, at in pieces:
            add_text(self.builder, source, data, at)
        for kind in self.run:
            self.span(kind, since)

    def span(self, kind: MarkKind, since: int) -> None:
        """Formatting goes on over the border of two runs."""
        end = len(self.builder)
        if since == end:
            return
        spans = self.spans.setdefault(kind, [])
        if spans and spans[-1][1] == since:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((since, end))

    def passage(self) -> Passage:
        built = self.builder.build()
        marks = [*built.marks]
        for kind, spans in self.spans.items():
            for start, end in spans:
                start, end = _whole_words(built.text, start, end)
                if start < end:
                    marks.append(Mark(start, end, kind))
        return Passage(built.text, built.segments, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A word is formatted as its first letter is: that is where an edit puts the new word."""
    while 0 < start < end and _is_inside_word(text, start):
        start += 1
    while start < end < len(text) and _is_inside_word(text, end):
        end += 1
    return start, end


def _is_inside_word(text: str, at: int) -> bool:
    return text[at - 1].isalnum() and text[at].isalnum()


def _stripped(pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    while pieces and not pieces[-1][0].strip(" \t\n"):
        pieces.pop()
    if pieces:
        data, at = pieces[-1]
        pieces[-1] = (data.rstrip(" \t\n"), at)
    first = 0
    while first < len(pieces) and not pieces[first][0].strip(" \t\n"):
        first += 1
    pieces = pieces[first:]
    if pieces:
        data, at = pieces[0]
        kept = data.lstrip(" \t\n")
        pieces[0] = (kept, at + len(data) - len(kept))
    return pieces
