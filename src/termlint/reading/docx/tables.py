"""Where in the tables of a document a paragraph stands."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cell:
    """Numbers from 1; tables are numbered in the order in which they begin."""

    table: int
    row: int
    column: int


@dataclass(slots=True)
class Tables:
    _open: list[list[int]] = field(default_factory=list)
    """Table, row and column; with the width of the cell last."""
    _cells: list[Cell | None] = field(default_factory=list)
    _count: int = 0

    @property
    def cell(self) -> Cell | None:
        return self._cells[-1] if self._cells else None

    def open_table(self) -> None:
        self._count += 1
        self._open.append([self._count, 0, 0, 1])

    def close_table(self) -> None:
        self._open.pop()

    def open_row(self) -> None:
        if self._open:
            self._open[-1][1:] = [self._open[-1][1] + 1, 0, 1]

    def open_cell(self) -> None:
        if not self._open:
            self._cells.append(None)
            return
        innermost = self._open[-1]
        innermost[2:] = [innermost[2] + innermost[3] if innermost[2] else 1, 1]
        self._cells.append(Cell(*innermost[:3]))

    def span(self, columns: int) -> None:
        """The cell that is open is as wide as so many columns."""
        if self._open:
            self._open[-1][3] = max(columns, 1)

    def close_cell(self) -> None:
        self._cells.pop()
