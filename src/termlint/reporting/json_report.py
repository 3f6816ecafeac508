"""``check --format json`` and ``explain --format jsonl``."""

import json
from collections.abc import Iterable, Sequence

from termlint.model.finding import Verdict
from termlint.model.report import FileReport
from termlint.reporting.rows import finding_row, mention_row


def json_report(reports: Sequence[FileReport]) -> str:
    """One object for the whole run. A file whose fixes could not be written is among the skipped ones, too."""
    skipped = [
        {"path": report.path, "reason": reason} for report in reports for reason in (report.skipped, *report.notes) if reason
    ]
    findings = [finding_row(report, finding) for report in reports for finding in report.findings]
    whole = {
        "version": 1,
        "findings": findings,
        "skipped": skipped,
        "summary": {
            "files": sum(report.skipped is None for report in reports),
            "findings": len(findings),
            "fixed": sum(report.fixed for report in reports),
            "skipped": len(skipped),
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def mention_lines(explained: Iterable[tuple[FileReport, Verdict]]) -> str:
    """One object a line. Characters that some programs take for line ends are escaped."""
    return "".join(_line(mention_row(report, verdict)) for report, verdict in explained)


def _line(row: dict[str, object]) -> str:
    line = json.dumps(row, ensure_ascii=False)
    for letter in "\u0085\u2028\u2029":
        line = line.replace(letter, f"\\u{ord(letter):04x}")
    return line + "\n"
