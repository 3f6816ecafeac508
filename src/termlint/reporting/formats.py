"""The table of formats."""

from collections.abc import Callable, Mapping

from termlint.reporting.checkstyle import checkstyle_report
from termlint.reporting.github import github_report
from termlint.reporting.gitlab import gitlab_report
from termlint.reporting.json_report import finding_lines, json_report
from termlint.reporting.junit import junit_report
from termlint.reporting.markdown import markdown_report
from termlint.reporting.rdjson import rdjson_report
from termlint.reporting.report_format import ReportFormat
from termlint.reporting.run import Run
from termlint.reporting.sarif import sarif_report
from termlint.reporting.text import concise_report, text_report

WRITERS: Mapping[ReportFormat, Callable[[Run], str]] = {
    ReportFormat.TEXT: text_report,
    ReportFormat.CONCISE: concise_report,
    ReportFormat.JSON: json_report,
    ReportFormat.JSONL: finding_lines,
    ReportFormat.SARIF: sarif_report,
    ReportFormat.GITHUB: github_report,
    ReportFormat.GITLAB: gitlab_report,
    ReportFormat.RDJSON: rdjson_report,
    ReportFormat.JUNIT: junit_report,
    ReportFormat.CHECKSTYLE: checkstyle_report,
    ReportFormat.MARKDOWN: markdown_report,
}
