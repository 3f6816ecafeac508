"""A block's marks by their places: a line of megabytes holds thousands of them and of words."""

from bisect import bisect_right
from dataclasses import dataclass

from termlint.model.document import Block, Mark

_NESTED = 8
"""Marks that may stand around one place."""


@dataclass(frozen=True, slots=True)
class SortedMarks:
    starts: tuple[int, ...]
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, block: Block) -> "SortedMarks":
        marks = tuple(sorted(block.marks, key=lambda mark: mark.start))
        return cls(tuple(mark.start for mark in marks), marks)

    def around(self, start: int, end: int) -> tuple[Mark, ...]:
        """Those that hold all of ``start`` to ``end``."""
        last = bisect_right(self.starts, start)
        return tuple(mark for mark in self.marks[max(0, last - _NESTED) : last] if mark.end >= end)
