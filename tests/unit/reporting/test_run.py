import random

import pytest

from termlint.model.finding import Severity
from termlint.reporting.formats import written
from termlint.reporting.report_format import ReportFormat
from termlint.reporting.run import Run
from termlint.reporting.statistics import statistics_json, statistics_text
from tests.unit.reporting.build import finding, letter, report, skipped

REPORTS = [
    report("b.md", finding(), finding(nth=1, severity=Severity.ERROR)),
    report("a/ü 😀.md", finding(severity=Severity.INFO)),
    report("clean.md"),
    letter(),
    skipped(),
]


@pytest.mark.parametrize("format", ReportFormat)
def test_the_order_of_the_files_changes_no_byte(format: ReportFormat) -> None:
    shuffled = REPORTS[:]
    random.Random(7).shuffle(shuffled)
    assert shuffled != REPORTS
    assert written(Run.of(shuffled), format) == written(Run.of(REPORTS), format)


@pytest.mark.parametrize("write", [statistics_text, statistics_json])
def test_statistics_do_not_depend_on_it_either(write: object) -> None:
    assert callable(write)
    assert write(Run.of(REPORTS[::-1])) == write(Run.of(REPORTS))


@pytest.mark.parametrize("format", ReportFormat)
def test_a_run_without_files_and_one_without_findings_can_be_told(format: ReportFormat) -> None:
    for reports in ([], [report("clean.md")], [skipped()]):
        assert isinstance(written(Run.of(reports), format), str)


def test_a_limit_keeps_the_most_severe_in_the_order_of_their_places() -> None:
    run = Run.of(REPORTS, limit=2)
    assert [(file.path, one.severity.value) for file, one in run.findings()] == [("b.md", "warning"), ("b.md", "error")]
    assert (run.listed, run.found) == (2, 4)
    assert [file.path for file in run.shown] == [file.path for file in run.reports]


def test_a_limit_that_is_not_reached_changes_nothing() -> None:
    assert Run.of(REPORTS, limit=4) == Run.of(REPORTS)
