"""Fixing a text in memory until nothing more changes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from termlint.config import EffectiveStyle
from termlint.judging import SUPPRESSION_CODES
from termlint.linting.cache.reports import ReportCache
from termlint.linting.line_ranges import LineRanges, Spans, shifted, touches, within
from termlint.linting.lint import Reading, lint_source, read_and_judge
from termlint.linting.splicing import apply_edits, composed, edits_of, part_overlapping
from termlint.linting.verifying import reading_of, reads_as_planned
from termlint.model.document import Document
from termlint.model.errors import UnreadableError
from termlint.model.finding import Applicability, Edit, Finding
from termlint.model.report import FileReport
from termlint.model.revision import Revision
from termlint.model.source import SourceText
from termlint.reading import read, track_changes

SAFE = frozenset({Applicability.SAFE})
UNSAFE = frozenset({Applicability.SAFE, Applicability.UNSAFE})
_ROUNDS = 10

_Read = Callable[[SourceText], Document]


def fix_source(
    source: SourceText,
    style: EffectiveStyle,
    *,
    wanted: frozenset[Applicability],
    format: str | None = None,
    weights: Path | None = None,
    lines: LineRanges | None = None,
    revision: Revision | None = None,
    kept: ReportCache | None = None,
) -> FileReport:
    """The report of the text after its fixes: what remains, in offsets of the new text.

    Only what stands on ``lines`` is fixed and remains. A fix after which the text would not read as planned is not made and
    told in ``notes``. ``original`` is set if and only if the text changed. ``revision``: as tracked changes, where the format
    has them. Raises ``UnreadableError`` where these cannot be written.
    """
    spans = lines.spans(source.text) if lines is not None and source.has_places else None
    report = within(lint_source(source, style, format=format, weights=weights, kept=kept), spans)
    fixable = _fixable(report.findings, wanted, spans)
    if report.source is None or not fixable:
        return report
    if not source.fixable:
        return replace(report, notes=(f"not fixed: {source.unfixable}",))
    current, fixed, refused = source, 0, 0
    done: list[Edit] = []
    for _round in range(_ROUNDS):
        reading = read_and_judge(current, style, format=format, weights=weights)
        together, overlapping = part_overlapping(_fixable(reading.findings, wanted, spans))
        made = _verified(current, reading, together, partial(read, format=format, fields=style.fields))
        refused = len(together) - len(made) + len(overlapping)
        if not made:
            break
        edits = edits_of(made)
        done = composed(done, current.text, edits)
        current, spans = replace(current, text=apply_edits(current.text, edits)), shifted(spans, edits)
        fixed += len(made)
    else:
        return replace(report, notes=(f"not fixed: its fixes do not settle in {_ROUNDS} rounds",))
    notes = (f"{_count(refused)} could not be made without changing more than the word",) if refused else ()
    if not fixed:
        return replace(report, notes=notes)
    if revision is not None:
        current = _tracked(source, done, revision, current, partial(read, format=format, fields=style.fields))
    remaining = within(lint_source(current, style, format=format, weights=weights, kept=kept), spans)
    return replace(remaining, original=source, source=current, fixed=fixed, notes=notes)


def fix_one(
    source: SourceText, style: EffectiveStyle, finding: Finding, *, format: str | None = None, weights: Path | None = None
) -> SourceText | None:
    """The text with the fix of one of its findings, however safe it is; None where it would not read as planned."""
    reading = read_and_judge(source, style, format=format, weights=weights)
    if not source.fixable or not _verified(source, reading, [finding], partial(read, format=format, fields=style.fields)):
        return None
    return replace(source, text=apply_edits(source.text, edits_of([finding])))


def _fixable(findings: Sequence[Finding], wanted: frozenset[Applicability], spans: Spans | None) -> list[Finding]:
    return [
        finding
        for finding in findings
        if finding.fix is not None and finding.fix.applicability in wanted and touches(finding.start, finding.end, spans)
    ]


def _verified(source: SourceText, reading: Reading, findings: list[Finding], read_again: _Read) -> list[Finding]:
    """The longest run of halves whose fixes, made together, read as planned."""
    if not findings or _holds(source, reading, findings, read_again):
        return findings
    if len(findings) == 1:
        return []
    middle = len(findings) // 2
    first = _verified(source, reading, findings[:middle], read_again)
    second = _verified(source, reading, findings[middle:], read_again)
    both = first + second
    if not first or not second or _holds(source, reading, both, read_again):
        return both
    return first


def _holds(source: SourceText, reading: Reading, findings: list[Finding], read_again: _Read) -> bool:
    text = apply_edits(source.text, edits_of(findings))
    words = [finding for finding in findings if finding.code not in SUPPRESSION_CODES]
    try:
        source.encode(text)
        after = read_again(replace(source, text=text))
    except (UnicodeEncodeError, UnreadableError):
        return False
    return reads_as_planned(reading.document, edits_of(words), after, comments=len(words) < len(findings))


def _tracked(source: SourceText, edits: Sequence[Edit], revision: Revision, plain: SourceText, read_again: _Read) -> SourceText:
    """The text with its changes tracked; it has to read as the plainly fixed one does."""
    tracked = track_changes(source, edits, revision)
    if tracked is None:
        return plain
    told, wanted = (reading_of(read_again(each)) for each in (tracked, plain))
    if told != wanted:
        raise UnreadableError("not fixed: it would not read as planned with its changes tracked")
    return tracked


def _count(number: int) -> str:
    return f"{number} fix" if number == 1 else f"{number} fixes"
