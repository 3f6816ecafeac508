"""JUnit and Checkstyle, read back by parsers that are not ours."""

from xml.etree import ElementTree

import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.model.finding import Severity
from termlint.model.report import FileReport
from termlint.reporting.checkstyle import checkstyle_report
from termlint.reporting.junit import junit_report
from termlint.reporting.run import Run
from tests.unit.reporting.build import finding, letter, report, skipped

MESSAGE = '"customer": the text says "advise" (ongoing); write "client"'


def junit(*reports: FileReport) -> junitparser.JUnitXml:
    read = junitparser.JUnitXml.fromstring(junit_report(Run.of(reports)).encode())
    told = (read.tests, read.failures, read.errors, read.skipped)
    read.update_statistics()
    assert told == (read.tests, read.failures, read.errors, read.skipped)
    return read


def checkstyle(*reports: FileReport) -> list[tuple[str, dict[str, str]]]:
    """The files' errors, by the names and the order of Checkstyle's own XML."""
    root = ElementTree.fromstring(checkstyle_report(Run.of(reports)).encode())
    assert (root.tag, set(root.attrib)) == ("checkstyle", {"version"})
    assert all(file.tag == "file" and set(file.attrib) == {"name"} and len(file) for file in root)
    assert all(
        error.tag == "error" and error.attrib["severity"] in ("error", "warning", "info") for file in root for error in file
    )
    return [(file.attrib["name"], dict(error.attrib)) for file in root for error in file]


def test_a_suite_a_file_and_a_failed_test_a_finding() -> None:
    read = junit(report("b.md", finding(), finding(nth=1)), report("clean.md"), skipped())
    assert [(suite.name, suite.tests, suite.failures, suite.skipped) for suite in read] == [
        ("b.md", 2, 2, 0),
        ("broken.md", 1, 0, 1),
        ("clean.md", 1, 0, 0),
    ]
    first = next(iter(next(iter(read))))
    assert (first.classname, first.name) == ("b.md", "TL101 wrong-term-for-ongoing at 3:19")
    (failure,) = first.result
    assert (failure.message, failure.type) == (MESSAGE, "warning")
    assert failure.text == "b.md:3:19\nWe 😀 advise every customer.\n                   ^^^^^^^^"


def test_a_test_of_a_file_without_lines_names_the_place() -> None:
    (case,) = next(iter(junit(letter())))
    assert case.name == "TL101 wrong-term-for-ongoing in paragraph 3"


def test_an_error_says_where_and_what() -> None:
    assert checkstyle(report("docs/b.md", finding()), report("clean.md"), skipped()) == [
        (
            "docs/b.md",
            {"line": "3", "column": "19", "severity": "warning", "message": MESSAGE, "source": "termlint.TL101"},
        )
    ]


def test_an_error_of_a_file_without_lines_is_one_of_the_whole_file() -> None:
    ((_, error),) = checkstyle(letter())
    assert error["line"] == "0"
    assert "column" not in error
    assert error["message"].endswith("[paragraph 3]")


@pytest.mark.parametrize("severity", Severity)
def test_severities(severity: Severity) -> None:
    ((_, error),) = checkstyle(report("a.md", finding(severity=severity)))
    assert error["severity"] == severity.value


NASTY = st.text(st.sampled_from("<>&\"'\t\n\r\0\x1b\ufffe\ud800]]>😀 a") | st.characters(), min_size=1)


@given(NASTY, NASTY)
def test_any_name_and_any_word_make_well_formed_xml(path: str, word: str) -> None:
    one = finding(word + "customer", message=word)
    reports = [report(path, one, text=word + "customer"), skipped("z" + path, word)]
    for write in (junit_report, checkstyle_report):
        root = ElementTree.fromstring(write(Run.of(reports)).encode())
        names = {element.attrib["name"] for element in root}
        assert any(_as_shown(path) == name for name in names)


def _as_shown(path: str) -> str:
    return "".join("\ufffd" if not _is_xml(letter) else letter for letter in path)


def _is_xml(letter: str) -> bool:
    code = ord(letter)
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
