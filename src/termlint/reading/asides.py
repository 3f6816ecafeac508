"""What a reader passes over on its way: comments, and code, in which nothing is one."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from termlint.reading.passage import Piece

_CODE_TAGS = frozenset(("code", "kbd", "pre", "samp", "tt", "var"))


@dataclass(slots=True)
class Asides:
    """Source ranges, delimiters included, in any order."""

    comments: list[tuple[int, int]] = field(default_factory=list)
    """What may be one: those in code are told apart at the end."""
    code: list[tuple[int, int]] = field(default_factory=list)
    _opened: dict[str, int] = field(default_factory=dict)

    def see_tag(self, name: str, closing: bool, start: int, end: int) -> None:
        """An HTML tag: between those of code stands code."""
        if name not in _CODE_TAGS:
            return
        if not closing:
            self._opened.setdefault(name, start)
        elif name in self._opened:
            self.code.append((self._opened.pop(name), end))

    def take(self, inner: "Asides", pieces: Sequence[Piece]) -> None:
        """Those of a derived text, in the coordinates of the source that the text's pieces came from."""
        if pieces:
            starts = [piece.start for piece in pieces]
            self.comments += [_moved(one, pieces, starts) for one in inner.comments]
            self.code += [_moved(one, pieces, starts) for one in inner.code]


def _moved(place: tuple[int, int], pieces: Sequence[Piece], starts: Sequence[int]) -> tuple[int, int]:
    first = pieces[max(bisect_right(starts, place[0]) - 1, 0)]
    last = pieces[max(bisect_left(starts, place[1]) - 1, 0)]
    return first.source_start + place[0] - first.start, last.source_start + place[1] - last.start
