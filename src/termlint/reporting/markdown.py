"""A table in Markdown: a comment on a pull request, the summary of a job."""

import re
from collections.abc import Iterator

from termlint.model.finding import Finding
from termlint.model.report import FileReport
from termlint.reporting.messages import message_of
from termlint.reporting.printable import printable
from termlint.reporting.regions import Unit, region_of
from termlint.reporting.run import Run, most_severe_first
from termlint.reporting.text import summary_line

MARKER = "<!-- termlint -->"
"""By which a bot finds its own comment again."""
_LONGEST = 60_000
"""Bytes of the table. A comment holds 65,536 characters, a job's summary 1 MiB."""
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$]|:(?=//|[\w+-]+:))")


def markdown_report(run: Run) -> str:
    """Most severe first, and as much as a comment can hold."""
    return "\n".join(_lines(run)) + "\n"


def _lines(run: Run) -> Iterator[str]:
    yield MARKER
    yield f"**termlint**: {_escaped(summary_line(run))}"
    findings = most_severe_first(run.findings())
    rows: list[str] = []
    size = 0
    for report, finding in findings:
        row = _row(report, finding, run)
        size += len(row.encode("utf-8", "backslashreplace")) + 1
        if size > _LONGEST:
            break
        rows.append(row)
    if rows:
        yield from ("", "| where | rule | what |", "| --- | --- | --- |", *rows)
    if len(rows) < len(findings):
        yield from ("", f"{len(findings) - len(rows):,} more do not fit here.")
    skipped = [
        f"- {_code(run.repository_path(report.path))}: {_escaped(printable(report.skipped))}"
        for report in run.reports
        if report.skipped
    ]
    if skipped and size <= _LONGEST:
        yield from ("", "Not read:", "", *skipped[:20])
        if len(skipped) > 20:
            yield f"- and {len(skipped) - 20:,} more"


def _row(report: FileReport, finding: Finding, run: Run) -> str:
    region = region_of(report, finding, unit=Unit.CODE_POINT)
    place = f":{region.line}:{region.column}" if region else ""
    where = _code(run.repository_path(report.path) + place)
    return f"| {where} | {finding.severity} {finding.code} | {_escaped(message_of(finding))} |"


def _code(path: str) -> str:
    """In a code span no word of a path is markup. A backtick would end it, a bar the cell."""
    path = printable(path)
    return _escaped(path) if "`" in path or "|" in path or "\\" in path else f"`{path}`"


def _escaped(text: str) -> str:
    """As plain text: nobody is called by ``@name``, no issue by ``#1``."""
    escaped = _MARKUP.sub(r"\\\1", text)
    return re.sub("(@|\\\\#)", r"\1<!-- -->", escaped)
