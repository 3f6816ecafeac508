"""What a plain check told, kept for the fast start to tell again."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from termlint.config.paths import absolute
from termlint.linting.cache.answers import Answer, Answers
from termlint.linting.styles import HouseStyles
from termlint.linting.target import Target
from termlint.model.finding import Applicability, Severity
from termlint.model.report import FileReport
from termlint.reporting.text import findings_told

_FAILING = (Severity.ERROR, Severity.WARNING)


def keep_answers(targets: Sequence[Target], reports: Sequence[FileReport], styles: HouseStyles, *, fixing: bool) -> None:
    """Of the files that were read, and neither changed nor skipped."""
    answers = Answers(checked=True)
    noted: set[Path | None] = {None}
    for target, report in zip(targets, reports, strict=True):
        if report.source is None or report.original is not None or report.notes or report.skipped is not None:
            continue
        try:
            raw = report.source.encode(report.source.text)
        except UnicodeError:
            continue
        file = Path(target.file)
        style = styles.file_above(file)
        if style not in noted:
            noted.add(style)
            above = styles.above(file)
            words = tuple(form for term in above.watched for form in (term.singular, term.plural))
            answers.note(absolute(style or ""), list(above.sources), words)
        answers.keep(target.path, target.file, raw, _answer(report), fixing=fixing)
    answers.trim()


def _answer(report: FileReport) -> Answer:
    fixes = Counter(finding.fix.applicability for finding in report.findings if finding.fix)
    return Answer(
        findings_told(report).encode("utf-8", "backslashreplace"),
        len(report.findings),
        fixes[Applicability.SAFE],
        fixes[Applicability.UNSAFE],
        sum(finding.severity in _FAILING for finding in report.findings),
    )
