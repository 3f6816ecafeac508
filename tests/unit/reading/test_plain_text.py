"""Plain text: blocks where there is no doubt."""

import pytest

from termlint.model.source import SourceText
from termlint.reading import format_of, read


def told(text: str) -> list[tuple[str, str, int]]:
    return [(block.kind.value, block.text, block.level) for block in read(SourceText("page.txt", text)).blocks]


def test_paragraphs_end_at_blank_lines():
    assert told("First line,\n  second. \r\n \t\r\nNext one.\r\rLast.") == [
        ("paragraph", "First line, second.", 0),
        ("paragraph", "Next one.", 0),
        ("paragraph", "Last.", 0),
    ]


def test_items_and_their_depth():
    assert told("We do:\n- this\n  and more\n  * that\n- last\n\n1. one\n2) two") == [
        ("paragraph", "We do:", 0),
        ("item", "this and more", 1),
        ("item", "that", 2),
        ("item", "last", 1),
        ("item", "one", 1),
        ("item", "two", 1),
    ]


def test_a_number_at_the_beginning_of_a_line_may_end_a_sentence():
    assert told("We have worked together since day\n12. They left.") == [
        ("paragraph", "We have worked together since day 12. They left.", 0)
    ]


def test_quoted_mail_is_quoted():
    blocks = read(SourceText("page.txt", "Thanks!\n> you\n>> wrote\nBye.")).blocks
    assert [(block.text, block.quoted) for block in blocks] == [("Thanks!", False), ("you wrote", True), ("Bye.", False)]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Our work\n\nWe care.", ("heading", "Our work", 1)),
        ("x.\n\nOur work\n========\nWe care.", ("heading", "Our work", 1)),
        ("x.\n\nOur work\n---\n\nWe care.", ("heading", "Our work", 2)),
        ("x.\n\nOUR WORK\n\nWe care.", ("heading", "OUR WORK", 2)),
    ],
)
def test_a_heading_where_there_is_no_doubt(text, heading):
    assert heading in told(text)
    assert read(SourceText("page.txt", text)).blocks[-1].headings == (heading[1],)


@pytest.mark.parametrize(
    "text",
    [
        "Dear customer\n\nWe care.",
        "We care.\n\nWe do.",
        "Only line",
        "Our work,\n\nx",
        "x.\n\nOur work\n\ny.",
        "> Title\n\nx",
        "A. " * 40 + "b\n\nx",
    ],
)
def test_no_heading_where_there_is_doubt(text):
    assert "heading" not in [kind for kind, _, _ in told(text)]


def test_the_title_is_the_heading_at_the_top():
    assert read(SourceText("page.txt", "Our work\n\nWe care.")).title == "Our work"


def test_an_unknown_extension_is_read_as_plain_text():
    assert read(SourceText("Makefile", "# a")).format == "text"
    assert [format_of(name) for name in ("A.MD", "b.markdown", "c.text", "d.txt", "e.xyz", "f")] == [
        "markdown",
        "markdown",
        "text",
        "text",
        None,
        None,
    ]
