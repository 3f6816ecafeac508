"""JUnit's XML, which CI servers show as a list of tests: a file is a suite, a finding a failed test."""

from collections.abc import Iterator

from termlint.model.finding import Finding
from termlint.model.report import FileReport
from termlint.reporting.excerpt import excerpt
from termlint.reporting.messages import message_of
from termlint.reporting.places import lines_of, place_of
from termlint.reporting.regions import Unit, region_of
from termlint.reporting.run import Run
from termlint.reporting.xml_text import empty_tag, tag, text


def junit_report(run: Run) -> str:
    return "\n".join(_lines(run)) + "\n"


def _lines(run: Run) -> Iterator[str]:
    skipped = sum(report.skipped is not None for report in run.shown)
    tests = sum(max(len(report.findings), 1) for report in run.shown)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield tag("testsuites", name="termlint", tests=tests, failures=run.listed, errors=0, skipped=skipped, time="0")
    for report in run.shown:
        yield from _suite(report)
    yield "</testsuites>"


def _suite(report: FileReport) -> Iterator[str]:
    """A file without findings is one passed test, so that nobody takes a run that read nothing for a clean one."""
    failures, skipped = len(report.findings), int(report.skipped is not None)
    counts = {"tests": max(failures, 1), "failures": failures, "errors": 0, "skipped": skipped, "time": "0"}
    yield "  " + tag("testsuite", name=report.path, **counts)
    if report.skipped is not None:
        yield "    " + tag("testcase", classname=report.path, name="can be read", time="0")
        yield "      " + empty_tag("skipped", message=report.skipped)
        yield "    </testcase>"
    elif not failures:
        yield "    " + empty_tag("testcase", classname=report.path, name="follows the house style", time="0")
    for finding in report.findings:
        yield from _case(report, finding)
    yield "  </testsuite>"


def _case(report: FileReport, finding: Finding) -> Iterator[str]:
    region = region_of(report, finding, unit=Unit.CODE_POINT)
    where = f" at {region.line}:{region.column}" if region else f" in {finding.location.label}" if finding.location else ""
    name = f"{finding.code} {finding.name}{where}"
    yield "    " + tag("testcase", classname=report.path, name=name, time="0")
    opening = tag("failure", message=message_of(finding), type=finding.severity)
    yield f"      {opening}{text(_body(report, finding))}</failure>"
    yield "    </testcase>"


def _body(report: FileReport, finding: Finding) -> str:
    place = place_of(report, finding)
    if report.source is None or not report.source.has_places or finding.start is None or finding.end is None:
        return place
    source = report.source.text
    return "\n".join((place, *excerpt(source, lines_of(source), finding.start, finding.end)))
