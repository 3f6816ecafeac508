"""The path of headings above a block."""

from dataclasses import dataclass


@dataclass(slots=True)
class HeadingPath:
    """Follows the headings of a document from top to bottom."""

    path: tuple[str, ...] = ()
    _levels: tuple[int, ...] = ()

    def enter(self, text: str, level: int) -> None:
        """A heading begins a section: it ends every section of its level or deeper."""
        keep = sum(1 for above in self._levels if above < level)
        self.path, self._levels = (*self.path[:keep], text), (*self._levels[:keep], level)

    def above(self, level: int) -> tuple[str, ...]:
        """The path above a heading of this level that comes next."""
        return self.path[: sum(1 for other in self._levels if other < level)]

    def copy(self) -> "HeadingPath":
        return HeadingPath(self.path, self._levels)
