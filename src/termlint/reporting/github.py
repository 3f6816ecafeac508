"""Workflow commands of GitHub Actions, which it shows as annotations beside the lines of a pull request."""

from collections import Counter

from termlint.model.finding import Finding, Severity
from termlint.model.report import FileReport
from termlint.reporting.messages import message_of
from termlint.reporting.printable import printable
from termlint.reporting.regions import Unit, region_of
from termlint.reporting.run import Run, most_severe_first
from termlint.reporting.text import summary_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
"""How many of each command GitHub shows of one step."""


def github_report(run: Run) -> str:
    """Most severe first, since GitHub drops what comes after its limit; then the true total."""
    findings = most_severe_first(run.findings())
    lines = [_annotation(report, finding, run) for report, finding in findings]
    lines += [_skip(report, run) for report in run.reports if report.skipped is not None]
    counts = Counter(line.partition(" ")[0] for line in lines)
    note = f" GitHub shows the first {_SHOWN} of each level." if any(count > _SHOWN for count in counts.values()) else ""
    return "".join(line + "\n" for line in lines) + f"{summary_line(run)}.{note}\n"


def _annotation(report: FileReport, finding: Finding, run: Run) -> str:
    properties = {"file": run.repository_path(report.path)}
    region = region_of(report, finding, unit=Unit.UTF_16)
    if region is not None:
        properties |= {"line": str(region.line), "endLine": str(region.end_line)}
        if region.line == region.end_line:  # GitHub takes columns within one line only
            properties |= {"col": str(region.column), "endColumn": str(region.end_column)}
    properties["title"] = f"{finding.code} {finding.name}"
    return _command(_COMMANDS[finding.severity], properties, message_of(finding))


def _skip(report: FileReport, run: Run) -> str:
    properties = {"file": run.repository_path(report.path), "title": "termlint skipped this file"}
    return _command("notice", properties, printable(report.skipped or ""))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_escaped_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
