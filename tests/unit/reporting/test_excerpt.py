import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.model.source import Lines
from termlint.reporting.excerpt import excerpt
from termlint.reporting.printable import display_width, printable
from termlint.reporting.summary import closing_line


def marked(text: str, word: str) -> tuple[str, str]:
    start = text.index(word)
    return excerpt(text, Lines.of(text), start, start + len(word))


@pytest.mark.parametrize(
    ("text", "line", "marks"),
    [
        ("One.\nA customer here.\nMore.", "A customer here.", "  ^^^^^^^^"),
        ("A\tcustomer\r\nB", "A customer", "  ^^^^^^^^"),
        ("漢字 customer", "漢字 customer", "     ^^^^^^^^"),
        ("e\u0301 customer", "e\u0301 customer", "  ^^^^^^^^"),
        ("\x1b[1mcustomer", "\ufffd[1mcustomer", "    ^^^^^^^^"),
    ],
)
def test_the_word_is_marked_where_it_is_seen(text: str, line: str, marks: str) -> None:
    assert marked(text, "customer") == (line, marks)


def test_a_long_line_is_cut_around_the_word() -> None:
    line, marks = marked("many words " * 1000 + "customer" + " and more" * 1000, "customer")
    assert line.startswith("…")
    assert line.endswith("…")
    assert len(line) < 150
    assert line[len(marks) - 8 : len(marks)] == "customer"


@given(st.text(max_size=300), st.data())
def test_marks_stand_below_the_word_for_any_text(text: str, data: st.DataObject) -> None:
    text += "x"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    line, marks = excerpt(text, Lines.of(text), start, end)
    assert "\n" not in line
    assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in line)
    assert set(marks) <= {" ", "^"}
    assert len(marks) <= display_width(line) + 1


@given(st.text())
def test_printable_text_stays_and_the_rest_cannot_act(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert "\x1b" not in shown


def test_the_closing_line() -> None:
    told = closing_line(findings=3, files_with_findings=1, files=2000, skipped=1, fixed=2)
    assert told == "3 findings in 1 file (2,000 files checked, 2 fixed, 1 skipped)"
    assert closing_line(findings=0, files_with_findings=0, files=1, skipped=0) == "No findings (1 file checked)"
