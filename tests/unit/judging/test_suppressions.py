"""What suppressions permit, and what is said of those that permit nothing."""

from dataclasses import replace

import pytest

from termlint.judging import judge, judge_suppressions
from termlint.model.finding import Applicability, Exemption, Finding, Verdict, VerdictKind
from termlint.model.source import SourceText
from termlint.reading import read
from tests.unit.judging.build import mentions_in, style_of

NEXT = "<!-- termlint-disable-next-line{} -->\n"


def judged(text: str, *, style: str = "", narrowed: bool = False) -> tuple[tuple[Verdict, ...], tuple[Finding, ...]]:
    """Every "customer" reads as ongoing, which is wrong under the preset (TL101)."""
    effective = replace(style_of(style), narrowed=narrowed)
    document = read(SourceText("a.md", text))
    mentions = []
    for mention in mentions_in(document, effective):
        block = document.blocks[mention.block]
        place = block.segments[0].source_start + mention.start
        mentions.append(replace(mention, source_start=place, source_end=place + len(mention.text)))
    return judge_suppressions(document, judge(document, mentions, effective), effective)


def silent(text: str, **options: str) -> str:
    """A letter for each mention: flagged or exempt."""
    verdicts, _ = judged(text, **options)  # type: ignore[arg-type]
    assert all(one.exemption is Exemption.SUPPRESSION for one in verdicts if one.kind is VerdictKind.EXEMPT)
    return "".join("f" if one.kind is VerdictKind.FLAG else "e" for one in verdicts)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (NEXT.format("") + "A customer.\n\nA customer.\n", "ef"),
        (NEXT.format(" TL101") + "A customer.\n\nA customer.\n", "ef"),
        (NEXT.format(" TL102") + "A customer.\n", "f"),
        (NEXT.format(" wrong-term-for-ongoing") + "A customer.\n", "e"),
        (NEXT.format(" TL102") + NEXT.format(" TL101") + "A customer.\n", "e"),
        (NEXT.format(" TL109") + "A customer.\n", "f"),
        ("A customer. <!-- termlint-disable-line TL101 -- why -->\n\nA customer.", "ef"),
        ("A customer.\n\n<!-- termlint-disable -->\n\nA customer.\n\n<!-- termlint-enable -->\n\nA customer.", "fef"),
        ("<!-- termlint-disable TL101 -->\n\nA customer.\n\n<!-- termlint-enable TL102 -->\n\nA customer.", "ee"),
        ("<!-- termlint-disable -->\n\nA customer.\n\n<!-- termlint-enable TL101 -->\n\nA customer.", "ef"),
        ("A customer.\n\nA customer.\n\n<!-- termlint-disable-file TL101 -->\n", "ee"),
        ("<!-- termlint-disable TL101 -->\n\n<!-- termlint-disable -->\n\n<!-- termlint-enable -->\n\nA customer.", "f"),
        ("`<!-- termlint-disable-file -->` A customer.", "f"),
    ],
)
def test_what_is_silent(text: str, wanted: str) -> None:
    assert silent(text) == wanted


def told(text: str, **options: object) -> list[tuple[str, str]]:
    _, findings = judged(text, **options)  # type: ignore[arg-type]
    return [(finding.code, finding.text) for finding in findings]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (NEXT.format("") + "A customer.", []),
        (NEXT.format("") + "A client.", [("TL901", NEXT.format("").strip())]),
        (NEXT.format(" TL101, TL102") + "A customer.", [("TL901", "TL102")]),
        (NEXT.format(" TL101, TL102") + "A client.", [("TL901", NEXT.format(" TL101, TL102").strip())]),
        (NEXT.format(" TL101, TL109") + "A customer.", [("TL902", "TL109")]),
        (NEXT.format(" TL201") + "A client.", []),  # off
        ("<!-- termlint-enable -->\n\nA client.", [("TL901", "<!-- termlint-enable -->")]),
        ("<!-- termlint-disable -->\n\nA customer.\n\n<!-- termlint-enable -->\n", []),
        ("<!-- termlint-disabled-line -->\n", [("TL902", "termlint-disabled-line")]),
        ("<!-- termlint-disable-file TL901 -->\n" + NEXT.format("") + "A client.", []),
        ("<!-- termlint-disable-file TL902 -->\n" + NEXT.format(" TL109") + "A client.", []),
    ],
)
def test_what_is_wrong_with_them(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text) == wanted


def test_a_run_that_looks_at_less_calls_nothing_needless() -> None:
    assert told(NEXT.format(" TL101") + "A client.", narrowed=True) == []
    assert told(NEXT.format(" TL1O1") + "A client.", narrowed=True) == [("TL902", "TL1O1")]
    assert told(NEXT.format(" TL101") + "A client.", style="rules: {TL101: off}") == []
    assert told(NEXT.format(" TL101 TL109") + "A client.", style="rules: {TL901: off, TL902: off}") == []


@pytest.mark.parametrize(
    ("text", "wanted", "applicability"),
    [
        ("One.\n\n<!-- termlint-disable-next-line -->\nTwo.", "One.\n\nTwo.", "safe"),
        ("One.\n<!-- termlint-disable-next-line -->\nTwo.", "One.\n\nTwo.", "safe"),
        ("One.\r\n\r\n<!-- termlint-disable-next-line -->\r\nTwo.", "One.\r\n\r\nTwo.", "safe"),
        ("One. <!-- termlint-disable-line -->\nTwo.", "One.\nTwo.", "safe"),
        ("One <!-- termlint-disable-line --> two.", "One two.", "safe"),
        ("<!-- termlint-disable-line --> One.", "One.", "safe"),
        ("One. <!-- termlint-disable-line -->", "One.", "safe"),
        ("---\n# termlint-disable-next-line TL101\ntitle: One\n---\n", "---\ntitle: One\n---\n", "safe"),
        ("One. <!-- termlint-disable-line TL1O2 -->", "One. <!-- termlint-disable-line TL102 -->", "unsafe"),
        (
            "One. <!-- termlint-disable-line wrong-term-for-ongong -->",
            "One. <!-- termlint-disable-line wrong-term-for-ongoing -->",
            "unsafe",
        ),
        ("One. <!-- termlint-disable-line XYZ -->", "One.", "safe"),
        (
            "A customer. <!-- termlint-disable-line XYZ, TL101 -- why -->",
            "A customer. <!-- termlint-disable-line TL101 -- why -->",
            "safe",
        ),
        (
            "A customer. <!-- termlint-disable-line TL101 TL102, TL103: why -->",
            "A customer. <!-- termlint-disable-line TL101: why -->",
            "safe",
        ),
        ("One. <!-- termlint-diable-line -->", "One. <!-- termlint-disable-line -->", "unsafe"),
    ],
)
def test_the_fix(text: str, wanted: str, applicability: str) -> None:
    _, findings = judged(text)
    (finding,) = findings
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability(applicability)
    (edit,) = finding.fix.edits
    assert text[: edit.start] + edit.replacement + text[edit.end :] == wanted


def test_equal_suppressions_are_told_apart() -> None:
    _, findings = judged("One. <!-- termlint-disable-line -->\n\nTwo. <!-- termlint-disable-line -->")
    assert len({finding.fingerprint for finding in findings}) == len({finding.key for finding in findings}) == 2
