"""Checkstyle's XML, which most review bots and build servers read."""

from collections.abc import Iterator

from termlint.model.finding import Finding
from termlint.model.report import FileReport
from termlint.reporting.messages import message_of
from termlint.reporting.regions import Unit, region_of
from termlint.reporting.run import Run
from termlint.reporting.xml_text import empty_tag, tag


def checkstyle_report(run: Run) -> str:
    return "\n".join(_lines(run)) + "\n"


def _lines(run: Run) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield tag("checkstyle", version="4.3")
    for report in run.shown:
        if report.findings:
            yield "  " + tag("file", name=report.path)
            for finding in report.findings:
                yield "    " + _error(report, finding)
            yield "  </file>"
    yield "</checkstyle>"


def _error(report: FileReport, finding: Finding) -> str:
    """Line 0 is Checkstyle's own way to speak of a whole file."""
    region = region_of(report, finding, unit=Unit.CODE_POINT)
    return empty_tag(
        "error",
        line=region.line if region else 0,
        column=region.column if region else None,
        severity=finding.severity,
        message=message_of(finding),
        source=f"termlint.{finding.code}",
    )
