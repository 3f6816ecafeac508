"""``--format json`` and ``jsonl``: everything termlint knows, for programs."""

import json
from collections.abc import Iterable

from termlint.model.finding import Verdict
from termlint.model.report import FileReport
from termlint.reporting.rows import finding_row, mention_row
from termlint.reporting.run import Run


def json_report(run: Run) -> str:
    """One object for the whole run. A file whose fixes could not be written is among the skipped ones, too."""
    skipped = [
        {"path": report.path, "reason": reason}
        for report in run.reports
        for reason in (report.skipped, *report.notes)
        if reason
    ]
    whole = {
        "version": 1,
        "findings": [finding_row(report, finding) for report, finding in run.findings()],
        "skipped": skipped,
        "summary": {
            "files": sum(report.skipped is None for report in run.reports),
            "findings": run.found,
            "fixed": sum(report.fixed for report in run.reports),
            "skipped": len(skipped),
        },
    }
    return dumped(whole)


def finding_lines(run: Run) -> str:
    """One object a line, the same as the ``findings`` of ``json_report``."""
    return "".join(_line(finding_row(report, finding)) for report, finding in run.findings())


def mention_lines(explained: Iterable[tuple[FileReport, Verdict]]) -> str:
    """One object a line, for ``explain``."""
    return "".join(_line(mention_row(report, verdict)) for report, verdict in explained)


def dumped(whole: object) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _line(row: dict[str, object]) -> str:
    """Characters that some programs take for line ends are escaped."""
    line = json.dumps(row, ensure_ascii=False)
    for letter in "\u0085\u2028\u2029":
        line = line.replace(letter, f"\\u{ord(letter):04x}")
    return line + "\n"
