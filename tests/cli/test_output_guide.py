"""What docs/output.md promises of formats, options and figures. Its commands are run by tests/docs."""

import re
import shlex
from pathlib import Path

import pytest

from termlint.reporting.report_format import ReportFormat
from termlint.reporting.run import Run as Found
from termlint.reporting.statistics import statistics_text
from tests.cli.conftest import ONGOING, Run
from tests.unit.reporting.test_statistics import CORPUS

GUIDE = (Path(__file__).parents[2] / "docs" / "output.md").read_text(encoding="utf-8")


def test_every_format_has_a_row_and_there_is_no_other() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE)
    assert rows == list(ReportFormat)


@pytest.mark.parametrize("options", re.findall(r"^\| `(--\w[^` ]* [^`]*)` \|", GUIDE, re.MULTILINE))
def test_options_of_the_table_are_taken(folder: Path, run: Run, options: str) -> None:
    (folder / "page.md").write_text(ONGOING + "We 😀 advise every customer.\n", encoding="utf-8")
    assert run("check", *shlex.split(options)).code in (0, 1)


def test_the_summary_is_what_is_printed() -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)
    assert statistics_text(Found.of(CORPUS)).endswith(shown)
