"""What has to hold for every document that any reader makes of any text."""

import os
import re

from hypothesis import HealthCheck, settings

from termlint.model.document import OBJECT, Block, Document, SegmentKind
from termlint.model.editing import edits_for
from termlint.model.source import SourceText
from termlint.reading import read

WORD = re.compile(r"(?<!\w)(?:customer|client)(?!\w)")
_LONG_RUN = int(os.environ.get("TERMLINT_EXAMPLES", "0"))
"""Examples of every law, as ``make laws`` wants them; 0: as many as each says itself."""


def examples(number: int) -> settings:
    return settings(
        max_examples=_LONG_RUN or number, deadline=None, suppress_health_check=[HealthCheck.too_slow] if _LONG_RUN else []
    )


def read_text(text: str, format: str) -> Document:
    return read(SourceText("page", text), format=format)


def check_places(document: Document) -> None:
    """Segments cover the text, copied ones equal their slice, and every range lies in the source."""
    for block in document.blocks:
        at = 0
        for segment in block.segments:
            assert segment.start == at < segment.end
            assert 0 <= segment.source_start <= segment.source_end <= len(document.text)
            if segment.kind is SegmentKind.COPIED:
                assert block.text[segment.start : segment.end] == document.text[segment.source_start : segment.source_end]
            if OBJECT in block.text[segment.start : segment.end] and OBJECT not in document.text:
                assert segment.kind is SegmentKind.GUARDED
            at = segment.end
        assert at == len(block.text)
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)


def check_edits(document: Document, replacement: str) -> int:
    """Every word that may be replaced is replaced alone: the rest of the file is read as before. Returns how many."""
    before = [_seen(block) for block in document.blocks]
    edits = 0
    for number, block in enumerate(document.blocks):
        for match in WORD.finditer(block.text):
            made = edits_for(block, *match.span(), replacement)
            if made is None:
                continue
            edits += 1
            spliced = document.text
            for edit in sorted(made, key=lambda one: one.start, reverse=True):
                spliced = spliced[: edit.start] + edit.replacement + spliced[edit.end :]
            after = [_seen(again) for again in read_text(spliced, document.format).blocks]
            text = block.text[: match.start()] + replacement + block.text[match.end() :]
            planned = [*before[:number], (block.kind, text, block.level, block.quoted), *before[number + 1 :]]
            assert after == planned, (document.text, made)
    return edits


def _seen(block: Block) -> tuple[object, ...]:
    return block.kind, block.text, block.level, block.quoted
