"""The table of formats. What writes one is imported with the first report of it."""

from importlib import import_module

from termlint.reporting.report_format import ReportFormat
from termlint.reporting.run import Run

_WRITERS = {
    ReportFormat.TEXT: "text:text_report",
    ReportFormat.CONCISE: "text:concise_report",
    ReportFormat.JSON: "json_report:json_report",
    ReportFormat.JSONL: "json_report:finding_lines",
    ReportFormat.SARIF: "sarif:sarif_report",
    ReportFormat.GITHUB: "github:github_report",
    ReportFormat.GITLAB: "gitlab:gitlab_report",
    ReportFormat.RDJSON: "rdjson:rdjson_report",
    ReportFormat.JUNIT: "junit:junit_report",
    ReportFormat.CHECKSTYLE: "checkstyle:checkstyle_report",
    ReportFormat.MARKDOWN: "markdown:markdown_report",
}


def written(run: Run, format: ReportFormat) -> str:
    """The report of a run."""
    module, _, function = _WRITERS[format].partition(":")
    report: str = getattr(import_module(f"termlint.reporting.{module}"), function)(run)
    return report
