"""A fix is made only where the new text reads as planned."""

import pytest

from termlint.linting.splicing import apply_edits
from termlint.linting.verifying import reads_as_planned
from termlint.model.finding import Edit
from termlint.model.source import SourceText
from termlint.reading import read

WORD = "customer"


def holds(text: str, replacement: str) -> bool:
    starts = [at for at in range(len(text)) if text.startswith(WORD, at)]
    edits = [Edit(start, start + len(WORD), replacement) for start in starts]
    before = read(SourceText("a.md", text))
    return reads_as_planned(before, edits, read(SourceText("a.md", apply_edits(text, edits))))


@pytest.mark.parametrize(
    "text",
    [
        "A customer.",
        "# The customer\n\nA *customer*, a [customer](u), `x` and customer\n> customer\n",
        "| customer | b |\n|---|---|\n| x | customer |\n",
        "- customer\n  customer\n\n1. customer",
        "---\ntitle: A customer\n---\n\ncustomer\r\ncustomer",
    ],
)
def test_a_plain_word_is_fine_anywhere(text: str) -> None:
    assert holds(text, "client")


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        ("customer\n", "1. client"),
        ("customer\n", "# client"),
        ("x\n\ncustomer\n", ""),
        ("a customer b", "client\n\nc"),
        ("| a | b |\n|---|---|\n| customer | x |\n", "a | b"),
        ("[kept]customer", "(new) client"),
        ("*a customer*", "c*l"),
        ("`customer` outside", "client"),
        ("[a](customer)", "client"),
    ],
)
def test_what_changes_more_than_the_word_is_refused(text: str, replacement: str) -> None:
    assert not holds(text, replacement)
