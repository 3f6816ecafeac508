"""Text with its way back to the source, before it becomes a block: how readers put it together and take it apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from termlint.model.document import OBJECT, Mark, MarkKind, Segment, SegmentKind


@dataclass(frozen=True, slots=True)
class Passage:
    """The inline part of a block: ``segments`` cover ``text`` without a gap, in the order of the source."""

    text: str
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...] = ()


def copied(text: str, at: int) -> Passage:
    """Nothing but text that stands in the source as it is, from ``at`` on."""
    return Passage(text, (Segment(0, len(text), at, at + len(text)),))


@dataclass(frozen=True, slots=True)
class Piece:
    """A derived text's part from ``start`` on stands at ``source_start``; it ends where the next piece begins."""

    start: int
    source_start: int


@dataclass(slots=True)
class PassageBuilder:
    """Collects a passage from left to right. ``guarded`` above zero: what comes is read, but never to be written."""

    guarded: int = 0
    _parts: list[str] = field(default_factory=list)
    _size: int = 0
    _rows: list[tuple[int, int, int, int, SegmentKind]] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)

    def __len__(self) -> int:
        return self._size

    @property
    def source_end(self) -> int | None:
        """Where the source of the last character ends."""
        return self._rows[-1][3] if self._rows else None

    def copy(self, text: str, at: int) -> None:
        """Text that stands in the source as it is, from ``at`` on."""
        self._add(text, at, at + len(text), SegmentKind.GUARDED if self.guarded else SegmentKind.COPIED)

    def atom(self, text: str, start: int, end: int) -> None:
        self._add(text, start, end, SegmentKind.GUARDED if self.guarded else SegmentKind.ATOM)

    def guard(self, text: str, start: int, end: int) -> None:
        self._add(text, start, end, SegmentKind.GUARDED)

    def stand_in(self, kind: MarkKind, start: int, end: int) -> None:
        """One object character for ``source[start:end]``."""
        self._marks.append(Mark(self._size, self._size + 1, kind))
        self._add(OBJECT, start, end, SegmentKind.GUARDED)

    def mark(self, start: int, kind: MarkKind) -> None:
        """Mark what was added since the text offset ``start``."""
        if start < self._size:
            self._marks.append(Mark(start, self._size, kind))

    def collapse(self, since: int, kind: MarkKind, start: int, end: int) -> Passage:
        """Replace what was added since the text offset ``since`` by one object character, and return it as a passage."""
        taken = self._take(since)
        self.stand_in(kind, start, end)
        return taken

    def build(self) -> Passage:
        rows = tuple([Segment(*row) for row in self._rows])
        marks = self._marks if len(self._marks) < 2 else sorted(self._marks, key=lambda mark: (mark.start, -mark.end))
        return Passage("".join(self._parts), rows, tuple(marks))

    def _take(self, since: int) -> Passage:
        parts: list[str] = []
        while self._size > since:
            part = self._parts.pop()
            self._size -= len(part)
            parts.append(part)
        if self._size < since:  # pieces are taken whole, and the front of the last one given back
            part = parts.pop()
            self._parts.append(part[: since - self._size])
            parts.append(part[since - self._size :])
            self._size = since
        segments: list[Segment] = []
        while self._rows and self._rows[-1][1] > since:
            row = Segment(*self._rows.pop())
            segments.append(_part(row, since, row.end))
            if row.start < since:
                left = _part(row, 0, since)
                self._rows.append((left.start, left.end, left.source_start, left.source_end, left.kind))
        marks: list[Mark] = []
        while self._marks and self._marks[-1].end > since:
            mark = self._marks.pop()
            if mark.start < since:
                self._marks.append(Mark(mark.start, since, mark.kind))
                mark = Mark(since, mark.end, mark.kind)
            marks.append(Mark(mark.start - since, mark.end - since, mark.kind))
        return Passage("".join(reversed(parts)), tuple(reversed(segments)), tuple(reversed(marks)))

    def _add(self, text: str, start: int, end: int, kind: SegmentKind) -> None:
        if not text:
            return
        size = self._size
        self._parts.append(text)
        self._size = size + len(text)
        if self._rows and kind is SegmentKind.COPIED:
            last = self._rows[-1]
            if last[4] is kind and last[3] == start:
                self._rows[-1] = (last[0], self._size, last[2], end, kind)
                return
        self._rows.append((size, self._size, start, end, kind))


def cut(passage: Passage, start: int, end: int) -> Passage:
    """The part of a passage between two text offsets. A part of a spelled-otherwise segment is guarded."""
    if start <= 0 and end >= len(passage.text):
        return passage
    segments = tuple(_part(segment, start, end) for segment in _overlapping(passage.segments, start, end))
    marks = tuple(
        Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind)
        for mark in passage.marks
        if mark.start < end and mark.end > start
    )
    return Passage(passage.text[start:end], segments, marks)


def strip(passage: Passage) -> Passage:
    text = passage.text
    if len(text.strip()) == len(text):
        return passage
    return cut(passage, len(text) - len(text.lstrip()), len(text.rstrip()))


def put_stand_ins(passage: Passage, ranges: Iterable[tuple[int, int, MarkKind | None]]) -> Passage:
    """Replace text ranges (sorted, apart) by one object character each, or only guard them where no kind is given."""
    joined, at = _Joined(), 0
    for start, end, kind in ranges:
        joined.add(passage, at, start)
        if kind is None:
            joined.add(passage, start, end, guard=True)
        else:
            joined.add_object(passage, start, end, kind)
        at = end
    joined.add(passage, at, len(passage.text))
    return Passage("".join(joined.parts), tuple(joined.segments), joined.marks(passage.marks))


def move(passage: Passage, pieces: Sequence[Piece]) -> Passage:
    """A passage read from a derived text, in the coordinates of the source that the text's pieces came from."""
    starts = [piece.start for piece in pieces]

    def source_of(offset: int, *, after: bool = False) -> int:
        piece = pieces[max((bisect_left if after else bisect_right)(starts, offset) - 1, 0)]
        return piece.source_start + offset - piece.start

    segments: list[Segment] = []
    for segment in passage.segments:
        start, source = segment.start, segment.source_start
        if segment.kind is SegmentKind.COPIED:
            inside = starts[bisect_right(starts, source) : bisect_left(starts, segment.source_end)]
            for border in inside:
                end = start + border - source
                segments.append(Segment(start, end, source_of(source), source_of(border, after=True)))
                start, source = end, border
        segments.append(Segment(start, segment.end, source_of(source), source_of(segment.source_end, after=True), segment.kind))
    return Passage(passage.text, tuple(segments), passage.marks)


class _Joined:
    """A passage put together again from parts of the old one, with objects between; old marks move along."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self._size = 0
        self._objects: list[Mark] = []
        self._replaced: list[tuple[int, int]] = []

    def add(self, passage: Passage, start: int, end: int, *, guard: bool = False) -> None:
        if start == end:
            return
        by = self._size - start
        for row in _overlapping(passage.segments, start, end):
            part = _part(row, start, end)
            kind = SegmentKind.GUARDED if guard else part.kind
            shift = start + by
            self.segments.append(Segment(part.start + shift, part.end + shift, part.source_start, part.source_end, kind))
        self.parts.append(passage.text[start:end])
        self._size += end - start

    def add_object(self, passage: Passage, start: int, end: int, kind: MarkKind) -> None:
        replaced = [_part(row, start, end) for row in _overlapping(passage.segments, start, end)]
        segment = Segment(self._size, self._size + 1, replaced[0].source_start, replaced[-1].source_end, SegmentKind.GUARDED)
        self.segments.append(segment)
        self.parts.append(OBJECT)
        self._objects.append(Mark(self._size, self._size + 1, kind))
        self._replaced.append((start, end))
        self._size += 1

    def marks(self, old: tuple[Mark, ...]) -> tuple[Mark, ...]:
        starts = [start for start, _ in self._replaced]
        saved = [0]
        for start, end in self._replaced:
            saved.append(saved[-1] + end - start - 1)

        def moved(offset: int, *, after: bool) -> int:
            number = bisect_right(starts, offset)
            if number and offset < self._replaced[number - 1][1]:  # inside a replaced range, or at its start
                start = self._replaced[number - 1][0]
                return start - saved[number - 1] + (1 if after and offset > start else 0)
            return offset - saved[number]

        kept = []
        for mark in old:
            number = bisect_right(starts, mark.start) - 1
            if number >= 0 and mark.end <= self._replaced[number][1] and mark.start < self._replaced[number][1]:
                continue  # markup within what is now one object
            kept.append(Mark(moved(mark.start, after=False), moved(mark.end, after=True), mark.kind))
        return tuple(sorted([*kept, *self._objects], key=lambda mark: (mark.start, -mark.end)))


def _overlapping(segments: Sequence[Segment], start: int, end: int) -> Sequence[Segment]:
    first = bisect_right(segments, start, key=lambda segment: segment.end)
    after = bisect_left(segments, end, key=lambda segment: segment.start)
    return segments[first:after]


def _part(segment: Segment, start: int, end: int) -> Segment:
    left, right = max(segment.start, start), min(segment.end, end)
    if segment.kind is SegmentKind.COPIED:
        shift = segment.source_start - segment.start
        return Segment(left - start, right - start, left + shift, right + shift)
    whole = (left, right) == (segment.start, segment.end)
    kind = segment.kind if whole else SegmentKind.GUARDED
    return Segment(left - start, right - start, segment.source_start, segment.source_end, kind)
