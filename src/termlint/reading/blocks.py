"""From a passage to the block that leaves this room."""

import re

from termlint.model.document import Block, BlockKind
from termlint.reading.objects import find_objects
from termlint.reading.passage import Passage, put_stand_ins, strip
from termlint.reading.placeholders import Masked, put_placeholders

_WORD = re.compile(r"\w")


def finished_passage(passage: Passage, masked: Masked) -> Passage | None:
    """With an object for everything that is no prose; None where no word is left."""
    passage = put_placeholders(passage, masked)
    ranges = find_objects(passage.text)
    if ranges:
        passage = put_stand_ins(passage, ranges)
    return strip(passage) if _WORD.search(passage.text) else None


def block_of(
    passage: Passage,
    *,
    kind: BlockKind,
    headings: tuple[str, ...] = (),
    trail: tuple[str, ...] = (),
    level: int = 0,
    quoted: bool = False,
) -> Block:
    return Block(kind, passage.text, passage.segments, passage.marks, headings, trail, level, quoted)
