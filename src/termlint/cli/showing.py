"""Where a report goes."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cli.streams import emit, tell
from termlint.reporting.report_format import ReportFormat

if TYPE_CHECKING:
    from termlint.reporting.run import Run

_WITH_SUMMARY = (ReportFormat.TEXT, ReportFormat.GITHUB, ReportFormat.MARKDOWN)


def show_report(run: "Run", format: ReportFormat, *, output: str | None) -> None:
    """The report to standard output or a file; beside it, on standard error, what a person would miss."""
    from termlint.reporting.formats import written
    from termlint.reporting.text import summary_line

    emit(written(run, format), output=output)
    if output is not None or format is ReportFormat.CONCISE or (run.listed < run.found and format not in _WITH_SUMMARY):
        tell(summary_line(run))
    if format is ReportFormat.GITHUB:
        _summarise_job(run)


def _summarise_job(run: "Run") -> None:
    """GitHub shows, above a job's log, the Markdown that its steps add to this file."""
    from termlint.reporting.markdown import markdown_report

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    try:
        with Path(file).open("ab") as summary:
            summary.write(markdown_report(run).encode("utf-8", "backslashreplace") + b"\n")
    except OSError as error:
        tell(f"the job summary cannot be written ({(error.strerror or str(error)).lower()})")
