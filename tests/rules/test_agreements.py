"""The agreements of tests/agreements: what is reported in each, and that a renamed party is renamed everywhere."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.agreement_forms import as_docx, as_html, as_text, docx_text

from termlint import Applicability, Finding, check_text, explain_text
from termlint.config import default
from termlint.linting.fixing import UNSAFE, fix_source
from termlint.model.source import SourceText
from termlint.reading import decode

FOLDER = Path(__file__).parents[1] / "agreements"
WORD = re.compile(r"(?<!\w)(?:client|customer)s?(?!\w)", re.IGNORECASE)
OTHER = {"client": "customer", "clients": "customers", "customer": "client", "customers": "clients"}


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    kind: str
    path: str
    text: str
    findings: tuple[tuple[str, str, int], ...]
    """Code, word, and which of its occurrences."""
    refused: str
    """What the reason of a refused fix names; empty where the fix is made."""

    @property
    def codes(self) -> list[str]:
        return [code for code, _, _ in self.findings]


def _case(raw: dict[str, Any]) -> Case:
    findings = raw.get("findings", [])
    wanted = tuple((each["code"], each["text"], each["occurrence"]) for each in findings)
    refused = next((each["refused"] for each in findings if "refused" in each), "")
    return Case(raw["id"], raw["kind"], raw.get("path", "agreement.md"), raw["text"], wanted, refused)


@cache
def load() -> tuple[Case, ...]:
    yaml = YAML(typ="safe", pure=True)
    return tuple(_case(raw) for file in sorted(FOLDER.glob("*.yaml")) for raw in yaml.load(file.read_text(encoding="utf-8")))


CASES = load()
RENAMED = [case for case in CASES if "TL301" in case.codes and not case.refused]
IN_MARKDOWN = [case for case in CASES if case.path.endswith(".md")]


def swapped(text: str) -> str:
    def other(match: re.Match[str]) -> str:
        word = OTHER[match[0].lower()]
        return word.upper() if match[0].isupper() else word.capitalize() if match[0][0].isupper() else word

    return WORD.sub(other, text)


def told(text: str, findings: tuple[Finding, ...]) -> list[tuple[str, str, int]]:
    found = []
    for finding in findings:
        places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(finding.text)}(?!\w)", text)]
        found.append((finding.code, finding.text, places.index(finding.start or 0) + 1))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_what_is_reported(case: Case) -> None:
    assert told(case.text, check_text(case.text, path=case.path)) == list(case.findings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_no_use_is_reported_by_itself(case: Case) -> None:
    """Neither as it is written nor with the other word."""
    for text in (case.text, swapped(case.text)):
        for verdict in explain_text(text, path=case.path):
            if verdict.mention.defined_term and verdict.finding is not None:
                assert verdict.kind.value == "exempt" or verdict.finding.code not in ("TL101", "TL102")


@pytest.mark.parametrize("case", RENAMED, ids=lambda case: case.id)
def test_a_renamed_party_is_renamed_everywhere_and_nothing_else_changes(case: Case) -> None:
    (finding,) = [each for each in check_text(case.text, path=case.path) if each.code == "TL301"]
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.UNSAFE
    assert len(finding.fix.edits) == len(finding.related) + 1
    report = fix_source(SourceText(case.path, case.text), default().for_path(case.path), wanted=UNSAFE)
    assert report.source is not None
    assert report.source.text == swapped(case.text)
    assert (report.fixed, report.findings) == (1, ())


@pytest.mark.parametrize("case", RENAMED, ids=lambda case: case.id)
def test_a_party_is_not_renamed_unless_asked_for(case: Case) -> None:
    report = fix_source(SourceText(case.path, case.text), default().for_path(case.path), wanted=UNSAFE - {Applicability.UNSAFE})
    assert report.original is None


@pytest.mark.parametrize("case", [case for case in CASES if case.refused], ids=lambda case: case.id)
def test_a_refused_fix_says_why(case: Case) -> None:
    (finding,) = check_text(case.text, path=case.path)
    assert finding.fix is not None
    assert (finding.fix.applicability, finding.fix.edits) == (Applicability.DISPLAY_ONLY, ())
    blocking = finding.related[-1]
    assert "no fix: " in finding.message
    assert "stands in the way" in blocking.message
    assert case.refused in finding.message or case.refused in case.text[: blocking.start]


@pytest.mark.parametrize("case", IN_MARKDOWN, ids=lambda case: case.id)
def test_plain_text_reads_the_same(case: Case) -> None:
    assert [each.code for each in check_text(as_text(case.text), path="a.txt")] == case.codes


@pytest.mark.parametrize("case", IN_MARKDOWN, ids=lambda case: case.id)
def test_html_reads_the_same(case: Case) -> None:
    assert [each.code for each in check_text(as_html(case.text), path="a.html")] == case.codes


@pytest.mark.parametrize("case", IN_MARKDOWN, ids=lambda case: case.id)
def test_a_word_processors_file_reads_the_same_and_keeps_its_runs(case: Case) -> None:
    raw = as_docx(case.text)
    source = decode(raw, display="a.docx")
    report = fix_source(source, default().for_path("a.docx"), wanted=frozenset())
    assert [each.code for each in report.findings] == case.codes
    if case in RENAMED:
        fixed = fix_source(source, default().for_path("a.docx"), wanted=UNSAFE)
        assert fixed.source is not None
        assert docx_text(fixed.source.encode(fixed.source.text)) == swapped(docx_text(raw))
        assert fixed.source.text.count("<w:r>") == source.text.count("<w:r>")


def test_the_cases_are_many_and_half_of_them_are_right() -> None:
    assert len(CASES) >= 50
    assert len({case.kind for case in CASES}) >= 10
    assert 0.4 <= sum(not case.findings for case in CASES) / len(CASES) <= 0.6
    assert len({case.id for case in CASES}) == len(CASES)
