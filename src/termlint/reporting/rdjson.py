"""reviewdog's diagnostic format, which becomes review comments with a suggestion to click."""

from termlint.model.finding import Applicability, Finding, Severity
from termlint.model.report import FileReport
from termlint.model.source import SourceText
from termlint.reporting.json_report import dumped
from termlint.reporting.messages import message_of
from termlint.reporting.regions import Region, Unit, region
from termlint.reporting.rule_links import PROJECT, rule_link
from termlint.reporting.run import Run
from termlint.reporting.text import headline

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
_LONGEST = 400
"""Characters that one suggestion replaces at most, for a fix in several places."""


def rdjson_report(run: Run) -> str:
    diagnostics = [_diagnostic(report, finding) for report, finding in run.findings()]
    return dumped({"source": {"name": "termlint", "url": PROJECT}, "diagnostics": diagnostics})


def _diagnostic(report: FileReport, finding: Finding) -> dict[str, object]:
    told: dict[str, object] = {
        "message": message_of(finding),
        "location": _location(report, finding.start, finding.end),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code, "url": rule_link(finding.code, finding.name)},
    }
    suggestion = _suggestion(report, finding)
    if suggestion is not None:
        told["suggestions"] = [suggestion]
    if finding.related:
        told["related_locations"] = [
            {"message": one.message, "location": _location(report, one.start, one.end)} for one in finding.related
        ]
    return told | {"original_output": headline(report, finding)}


def _location(report: FileReport, start: int | None, end: int | None) -> dict[str, object]:
    """Without a range in a file that has no lines."""
    place = region(report.source, start, end, unit=Unit.UTF_8)
    if place is None or report.source is None:
        return {"path": report.path}
    return {"path": report.path, "range": _range(place, report.source)}


def _suggestion(report: FileReport, finding: Finding) -> dict[str, object] | None:
    """A fix of several edits is one suggestion from the first to the last of them, where they stand close together."""
    source, fix = report.source, finding.fix
    if source is None or not source.fixable or fix is None or fix.applicability is Applicability.DISPLAY_ONLY:
        return None
    edits = sorted(fix.edits, key=lambda edit: (edit.start, edit.end))
    if not edits or edits[-1].end - edits[0].start > _LONGEST:
        return None
    place = region(source, edits[0].start, edits[-1].end, unit=Unit.UTF_8)
    if place is None:
        return None
    text, last = "", edits[0].start
    for edit in edits:
        text += source.text[last : edit.start] + edit.replacement
        last = edit.end
    return {"range": _range(place, source), "text": text}


def _range(place: Region, source: SourceText) -> dict[str, object]:
    """A byte order mark is part of the first line for a program that counts bytes."""
    mark = len(source.bom) if source.encoding.replace("_", "-").lower().startswith("utf-8") else 0
    return {
        "start": {"line": place.line, "column": place.column + (mark if place.line == 1 else 0)},
        "end": {"line": place.end_line, "column": place.end_column + (mark if place.end_line == 1 else 0)},
    }
