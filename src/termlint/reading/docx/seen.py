"""What the walk over a part finds."""

from dataclasses import dataclass

from termlint.reading.docx.tables import Cell
from termlint.reading.passage import Passage


@dataclass(frozen=True, slots=True)
class Seen:
    """A paragraph as read, before it becomes a block."""

    passage: Passage
    style: str
    outline: int | None
    numbered: bool | None
    depth: int
    cell: Cell | None
    number: int
    """Of its footnote or endnote; 0 elsewhere."""
    boxed: bool
    """In a text box."""
    copies: tuple[Passage, ...] = ()
    guarded: bool = False
    """Its copies read otherwise, so that no edit of one would be right."""
