"""Where a finding stands, for people."""

from functools import lru_cache

from termlint.model.finding import Finding
from termlint.model.report import FileReport
from termlint.model.source import Lines
from termlint.reporting.printable import printable


@lru_cache(maxsize=4)
def lines_of(text: str) -> Lines:
    return Lines.of(text)


def place_of(report: FileReport, finding: Finding) -> str:
    """``path:line:column``, or ``path (where)`` in a file without lines of its own."""
    path = printable(report.path)
    if finding.start is None or report.source is None or not report.source.has_places:
        return f"{path} ({printable(finding.location.label)})" if finding.location else path
    line, column = lines_of(report.source.text).place(finding.start)
    return f"{path}:{line}:{column}"
