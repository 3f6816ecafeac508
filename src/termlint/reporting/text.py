"""Findings for a person at a terminal."""

from collections import Counter
from collections.abc import Iterator

from termlint.model.finding import Applicability, Finding
from termlint.model.report import FileReport
from termlint.reporting.colour import PLAIN, Palette
from termlint.reporting.excerpt import excerpt
from termlint.reporting.places import lines_of, place_of
from termlint.reporting.printable import printable
from termlint.reporting.run import Run
from termlint.reporting.summary import closing_line, fixes_line


def text_report(run: Run) -> str:
    """Every finding with an excerpt, then a summary."""
    findings = "".join(findings_told(report, run.palette) for report in run.shown)
    return findings + "\n".join(_closing(run)) + "\n"


def findings_told(report: FileReport, palette: Palette = PLAIN) -> str:
    """Those of one file, with an empty line behind each."""
    return "".join(told(report, finding, palette) + "\n" for finding in report.findings)


def concise_report(run: Run) -> str:
    """One line a finding."""
    return "".join(headline(report, finding, run.palette) + "\n" for report, finding in run.findings())


def summary_line(run: Run) -> str:
    """Of all findings, listed or not."""
    reports = run.reports
    line = closing_line(
        findings=sum(len(report.findings) for report in reports),
        files_with_findings=sum(bool(report.findings) for report in reports),
        files=sum(report.skipped is None for report in reports),
        skipped=sum(report.skipped is not None for report in reports),
        fixed=sum(report.fixed for report in reports),
    )
    return line if run.listed == run.found else f"{line}; {run.listed:,} listed"


def headline(report: FileReport, finding: Finding, palette: Palette = PLAIN) -> str:
    """``path:line:column: CODE message``."""
    code = palette.severity(finding.severity, finding.code)
    where = finding.location if report.source is not None and report.source.has_places else None
    label = f" [{printable(where.label)}]" if where else ""
    return f"{palette.strong(place_of(report, finding))}: {code} {printable(finding.message)}{palette.faint(label)}"


def told(report: FileReport, finding: Finding, palette: Palette = PLAIN) -> str:
    """The headline with the line that the word stands in."""
    return "\n".join([headline(report, finding, palette), *_excerpt(report, finding, palette)]) + "\n"


def _excerpt(report: FileReport, finding: Finding, palette: Palette) -> Iterator[str]:
    if report.source is None or not report.source.has_places or finding.start is None or finding.end is None:
        return
    lines = lines_of(report.source.text)
    number = str(lines.place(finding.start)[0])
    line, marks = excerpt(report.source.text, lines, finding.start, finding.end)
    gutter = " " * len(number)
    yield f"  {palette.faint(number + ' |')} {line}"
    yield f"  {palette.faint(gutter + ' |')} {marks.replace('^', '') + palette.mark(marks.lstrip())}"


def _closing(run: Run) -> Iterator[str]:
    yield summary_line(run)
    fixes = Counter(finding.fix.applicability for report in run.reports for finding in report.findings if finding.fix)
    line = fixes_line(safe=fixes[Applicability.SAFE], unsafe=fixes[Applicability.UNSAFE], fixing=run.fixing)
    if line is not None:
        yield line
