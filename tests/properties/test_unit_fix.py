"""After the unit fix of a contract's party no use of the old word remains, and nothing else has changed."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreement_forms import as_docx, as_html, as_text

from termlint.config import load_text
from termlint.linting.fixing import SAFE, UNSAFE, fix_source
from termlint.linting.lint import lint_source
from termlint.model.revision import Revision
from termlint.model.source import SourceText
from termlint.reading import decode, read

STYLE = load_text("version: 1\nmin_confidence: 0.5\n").for_path("agreement.md")
"""How sure the reading is of a sale that was put together by chance is no matter of these tests."""
SHAPES = (
    'between Birch Ltd (the "Seller") and Odal plc (the "{word}").',
    "between Birch Ltd (the “Seller”) and Odal plc (“{word}”).",
    'between Birch Ltd and Odal plc (hereinafter referred to as the "{word}").',
    "between Birch Ltd and Odal plc, hereinafter the {word}.",
    "between Birch Ltd (**Seller**) and Odal plc (the **{word}**).",
    'between Birch Ltd and the company below. "{word}" means Odal plc.',
    "between Birch Ltd and the company below. **{word}** shall mean Odal plc.",
    'between Birch Ltd and Odal plc, together with its group (collectively, the "{word}s").',
    "between Birch Ltd and you (the ‘{word}’).",
    "between Birch Ltd and Odal plc (the «{word}»).",
)
CLAUSES = (
    "The {word} shall place each order in writing and pay the purchase price.",
    "The Seller shall deliver the goods to the {word}'s warehouse.",
    "The {word} may return faulty goods for a refund of the price.",
    "THE {WORD} SHALL INSPECT THE GOODS ON DELIVERY.",
    "Goods ordered by *the {word}* are delivered within two days.",
    "## Orders of the {word}",
    '"{word} Order" means an order for goods. The Seller shall ship each {word} Order.',
    "The goods of all {word}s are delivered together; the {word}s’ receipts are kept.",
    "| Item | Who pays |\n| --- | --- |\n| Delivery of the order | the {word} |",
    "- the {word} collects the parcel at the counter;",
)
TELLING = (CLAUSES[0], CLAUSES[2])
"""So that every agreement shows a sale; how well it is read is no matter of this test."""
NEUTRAL = ("This agreement is governed by the law of Norway.", "Notices are sent by post.", "[NAME OF BUYER]", "`client_id`")


@st.composite
def agreements(draw: st.DrawFn) -> tuple[str, str]:
    """A sale of goods with either word for its buyer."""
    shape = draw(st.sampled_from(SHAPES))
    clauses = draw(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=7))
    rest = draw(st.lists(st.sampled_from(NEUTRAL), max_size=3))
    parts = ["# Sale of goods", "This Agreement is made " + shape, *TELLING, *draw(st.permutations(clauses + rest))]
    return tuple("\n\n".join(parts).replace("{word}", word).replace("{WORD}", word.upper()) for word in ("Client", "Customer"))  # type: ignore[return-value]


@settings(max_examples=150, deadline=None)
@given(agreements(), st.sampled_from(("\n", "\r\n")))
def test_all_or_nothing(pair: tuple[str, str], end: str) -> None:
    wrong, right = (text.replace("\n", end) for text in pair)
    report = fix_source(SourceText("agreement.md", wrong), STYLE, wanted=UNSAFE)
    assert report.source is not None
    assert report.source.text in (wrong, right)
    flagged = [finding for finding in lint_source(SourceText("agreement.md", wrong), STYLE).findings if finding.code == "TL301"]
    assert (report.source.text == right) == bool(flagged and flagged[0].fix and flagged[0].fix.edits)
    assert not re.search(r"\bclients?\b", report.source.text.replace("client_id", ""), re.IGNORECASE) or not flagged


MAKERS = {"txt": as_text, "html": as_html, "docx": as_docx}


def read_in(kind: str, markdown: str) -> SourceText:
    made = MAKERS[kind](markdown)
    return decode(made if isinstance(made, bytes) else made.encode(), display=f"agreement.{kind}")


@settings(max_examples=120, deadline=None)
@given(agreements(), st.sampled_from(tuple(MAKERS)))
def test_all_or_nothing_in_every_format(pair: tuple[str, str], kind: str) -> None:
    wrong, right = (read_in(kind, text) for text in pair)
    report = fix_source(wrong, STYLE, wanted=UNSAFE)
    assert report.source is not None
    texts = {"wrong": texts_of(wrong), "right": texts_of(right)}
    assert texts_of(report.source) == texts["right" if report.fixed else "wrong"]
    assert report.fixed or any("no fix: " in finding.message for finding in report.findings)
    assert fix_source(report.source, STYLE, wanted=UNSAFE).fixed == 0
    if kind == "docx" and report.fixed:
        tracked = fix_source(wrong, STYLE, wanted=UNSAFE, revision=Revision("Jo", "2026-01-01T00:00:00Z"))
        assert tracked.source is not None
        assert texts_of(tracked.source) == texts["right"]
        assert re.findall("<w:del ", tracked.source.text)
    elif report.fixed:
        assert report.source.text == right.text


def texts_of(source: SourceText) -> list[tuple[str, tuple[str, ...]]]:
    return [(block.text, tuple(mark.kind.value for mark in block.marks)) for block in read(source).blocks]


@settings(max_examples=100, deadline=None)
@given(agreements())
def test_the_right_word_is_left_in_silence_and_no_use_is_touched_alone(pair: tuple[str, str]) -> None:
    wrong, right = pair
    assert lint_source(SourceText("agreement.md", right), STYLE).findings == ()
    assert [finding.code for finding in lint_source(SourceText("agreement.md", wrong), STYLE).findings] == ["TL301"]
    assert fix_source(SourceText("agreement.md", wrong), STYLE, wanted=SAFE).original is None


@settings(max_examples=50, deadline=None)
@given(agreements())
def test_off_judges_every_word_by_itself(pair: tuple[str, str]) -> None:
    style = load_text("version: 1\nagreements: off\n").for_path("agreement.md")
    report = lint_source(SourceText("agreement.md", pair[0]), style)
    assert report.agreement is None
    assert not any(verdict.mention.defined_term for verdict in report.verdicts)
    assert {finding.code for finding in report.findings} <= {"TL102"}
