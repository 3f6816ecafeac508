"""The blocks made so far, and what stands around the next one."""

from collections.abc import Callable
from dataclasses import dataclass, field

from termlint.model.document import Block, BlockKind
from termlint.reading.headings import HeadingPath
from termlint.reading.passage import Passage

Writers = tuple[Callable[[str], str], ...]
Finish = Callable[[Passage], Passage | None]
"""Makes a passage ready to leave: in the coordinates of the file, objects in place; None where it holds no word."""


@dataclass(slots=True)
class Output:
    finish: Finish
    headings: HeadingPath
    quotes: int
    blocks: list[Block] = field(default_factory=list)
    lists: int = 0
    fresh_item: bool = False
    """Nothing of the current list item has been emitted yet."""
    directive: bool = False
    """An indented code block that comes next is the body of the directive just read."""
    _outer: list[HeadingPath] = field(default_factory=list)

    def emit(
        self, passage: Passage, kind: BlockKind, *, level: int = 0, trail: tuple[str, ...] = (), writers: Writers = ()
    ) -> str:
        """The text of the block that the passage became; empty where it holds no word."""
        finished = self.finish(passage)
        if finished is None:
            return ""
        if self.fresh_item and kind is BlockKind.PARAGRAPH:
            kind, level = BlockKind.ITEM, self.lists
        self.fresh_item = self.directive = False
        headings = self.headings.above(level) if kind is BlockKind.HEADING else self.headings.path
        quoted = self.quotes > 0
        self.blocks.append(
            Block(kind, finished.text, finished.segments, finished.marks, headings, trail, level, quoted, None, writers)
        )
        if kind is BlockKind.HEADING:
            self.headings.enter(finished.text, level)
        return finished.text

    def enter(self) -> None:
        """A quotation or an item begins: the headings in it end with it."""
        self._outer.append(self.headings.copy())

    def leave(self) -> None:
        self.headings = self._outer.pop()
