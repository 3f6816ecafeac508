import html
import re

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.model.finding import Severity
from termlint.reporting.markdown import markdown_report
from termlint.reporting.printable import printable
from termlint.reporting.run import Run
from tests.unit.reporting.build import finding, letter, report, skipped


def cells(markdown: str) -> list[list[str]]:
    """The rows of the table as a reader sees them, rendered by another program."""
    page = pyromark.html(markdown, options=pyromark.Options.ENABLE_TABLES)
    rows = re.findall(r"<tr>(.*?)</tr>", page.partition("<tbody>")[2], re.DOTALL)
    return [[_seen(cell) for cell in re.findall(r"<td>(.*?)</td>", row, re.DOTALL)] for row in rows]


def _seen(cell: str) -> str:
    return html.unescape(re.sub("<!--.*?-->|<[^>]*>", "", cell))


def test_a_table_with_the_most_severe_first() -> None:
    told = markdown_report(Run.of([report("a.md", finding()), report("b/c.md", finding(severity=Severity.ERROR)), skipped()]))
    assert told.startswith("<!-- termlint -->\n**termlint**: 2 findings in 2 files (2 files checked, 1 skipped)\n")
    message = '"customer": the text says "advise" (ongoing); write "client"'
    assert cells(told) == [["b/c.md:3:19", "error TL101", message], ["a.md:3:19", "warning TL101", message]]
    assert "`broken.md`: not UTF-8 at byte 5 (line 1)" in told


def test_no_findings_is_said_so_that_an_old_comment_can_be_replaced() -> None:
    assert markdown_report(Run.of([report()])) == "<!-- termlint -->\n**termlint**: No findings (1 file checked)\n"


def test_a_file_without_lines() -> None:
    ((where, _, what),) = cells(markdown_report(Run.of([letter()])))
    assert where == "letter.docx"
    assert what.endswith("[paragraph 3]")


@pytest.mark.parametrize(
    "nasty", ["@everyone", "#1", "<img src=x onerror=alert(1)>", "a|b", "[x](javascript:y)", "`code`", "**b**", "&lt;", "\\|"]
)
def test_a_document_cannot_write_into_the_comment(nasty: str) -> None:
    told = markdown_report(Run.of([report("a.md", finding(message=nasty))]))
    assert cells(told)[0][2] == nasty
    page = pyromark.html(told, options=pyromark.Options.ENABLE_TABLES)
    row = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert not re.search(r"<(?!/?(tr|td|code)\b|!-- -->)", row)
    assert not re.search(r"[@#]\w", row.replace("&#", ""))


@given(st.text(st.sampled_from("`|\\<>*_[]()!@#&;:~$\n a😀.-") | st.characters(codec="utf-8"), min_size=1, max_size=30))
def test_any_path_and_message_are_seen_as_they_are(nasty: str) -> None:
    ((where, _, what),) = cells(markdown_report(Run.of([report(f"a{nasty}a", finding(message=f"a{nasty}a"))])))
    assert " ".join(what.split()) == " ".join(printable(f"a{nasty}a").split())
    assert " ".join(where.split()) == " ".join(f"{printable(f'a{nasty}a')}:3:19".split())


def test_what_a_comment_cannot_hold_is_counted() -> None:
    told = markdown_report(Run.of([report(f"{number:05}.md", finding()) for number in range(2000)]))
    assert len(told.encode()) < 65_536
    rows = len(cells(told))
    assert f"\n{2000 - rows:,} more do not fit here.\n" in told
