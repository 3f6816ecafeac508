"""Some lines of a file, as git counts them, and what stands on them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from termlint.model.finding import Edit, Verdict
from termlint.model.report import FileReport

Spans = tuple[tuple[int, int], ...]
"""Half-open ranges of characters, sorted and apart."""


@dataclass(frozen=True, slots=True)
class LineRanges:
    ranges: tuple[tuple[int, int], ...]
    """First and last line of each, from 1, sorted and apart. Git's lines end at ``\\n`` alone."""

    def spans(self, text: str) -> Spans:
        """What stands on these lines of ``text``, their ends included. Lines beyond its end hold nothing."""
        spans = []
        line, at = 1, 0
        for first, last in self.ranges:
            at, line = _start_of(text, first, at, line)
            start = at
            at, line = _start_of(text, last + 1, at, line)
            if start < at:
                spans.append((start, at))
        return tuple(spans)


def touches(start: int | None, end: int | None, spans: Spans | None) -> bool:
    """Whether any of ``start`` to ``end`` stands in ``spans``. None is the whole file; so is a finding without a place."""
    if spans is None or start is None or end is None:
        return True
    return any(start < last and (end > first or start == end == first) for first, last in spans)


def within(report: FileReport, spans: Spans | None) -> FileReport:
    """Only what stands in ``spans`` of its ``source``."""
    if spans is None or report.source is None:
        return report
    return replace(
        report,
        verdicts=tuple(verdict for verdict in report.verdicts if _stands(verdict, spans)),
        findings=tuple(finding for finding in report.findings if touches(finding.start, finding.end, spans)),
    )


def shifted(spans: Spans | None, edits: Sequence[Edit]) -> Spans | None:
    """Where ``spans`` stand after ``edits``, which do not overlap. A span grows and shrinks with the edits in it."""
    if spans is None:
        return None
    return tuple((_moved(start, edits, end=False), _moved(end, edits, end=True)) for start, end in spans)


def _stands(verdict: Verdict, spans: Spans) -> bool:
    return touches(verdict.mention.source_start, verdict.mention.source_end, spans)


def _moved(offset: int, edits: Sequence[Edit], *, end: bool) -> int:
    moved = offset
    for edit in edits:
        grown = len(edit.replacement) - (edit.end - edit.start)
        if edit.end <= offset:
            moved += grown
        elif edit.start < offset:  # the border falls into the edit: take all of it
            moved += (edit.end - offset) + grown if end else edit.start - offset
    return moved


def _start_of(text: str, wanted: int, at: int, line: int) -> tuple[int, int]:
    """Where line ``wanted`` begins, sought from ``line``, which begins at ``at``; the end of the text where it has none."""
    while line < wanted and at < len(text):
        found = text.find("\n", at)
        at = len(text) if found < 0 else found + 1
        line += 1
    return at, line
