"""GitLab's code quality report, which a merge request shows as a widget and in its diff."""

import hashlib

from termlint.model.finding import Finding, Severity
from termlint.model.report import FileReport
from termlint.reporting.json_report import dumped
from termlint.reporting.messages import message_of
from termlint.reporting.regions import Unit, region_of
from termlint.reporting.run import Run

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_report(run: Run) -> str:
    taken: set[str] = set()
    return dumped([_row(report, finding, run, taken) for report, finding in run.findings()])


def _row(report: FileReport, finding: Finding, run: Run, taken: set[str]) -> dict[str, object]:
    region = region_of(report, finding, unit=Unit.CODE_POINT)
    return {
        "description": f"{finding.code}: {message_of(finding)}",  # GitLab shows no other field
        "check_name": finding.code,
        "fingerprint": _unique(finding.fingerprint, taken),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": run.repository_path(report.path),
            "lines": {"begin": region.line if region else 1, "end": region.end_line if region else 1},
        },
    }


def _unique(fingerprint: str, taken: set[str]) -> str:
    """GitLab drops all but one finding of the same fingerprint, so that a repeated one is salted with its number."""
    unique, number = fingerprint, 1
    while not unique or unique in taken:
        number += 1
        unique = hashlib.sha256(f"{fingerprint}\0{number}".encode()).hexdigest()[:32]
    taken.add(unique)
    return unique
