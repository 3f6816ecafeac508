"""The catalogue and what is generated from it."""

import re
from pathlib import Path

from termlint.model.finding import Severity
from termlint.rulebook import PRESETS, catalogue, preset_text
from termlint.rulebook.rules_page import rules_page

ROOT = Path(__file__).parents[3]


def test_codes_and_names_are_unique_and_sorted() -> None:
    codes = [rule.code for rule in catalogue()]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"TL\d{3}", code) for code in codes)
    names = [rule.name for rule in catalogue()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


def test_the_contract_of_severities_and_switches() -> None:
    severities = {rule.code: rule.severity for rule in catalogue()}
    assert {code for code, severity in severities.items() if severity is Severity.ERROR} == {"TL301", "TL302", "TL303"}
    assert {code for code, severity in severities.items() if severity is Severity.INFO} == {"TL304"}
    assert {rule.code for rule in catalogue() if not rule.on} == {"TL201"}


def test_a_rule_is_told_in_one_line_and_explained() -> None:
    for rule in catalogue():
        assert "\n" not in rule.summary
        assert not rule.summary.endswith(".")
        assert rule.explanation.endswith(".")
        assert rule.implemented or not (rule.wrong or rule.right)
        assert not rule.implemented or rule.right


def test_lines_of_rules_are_where_they_stand() -> None:
    lines = (ROOT / "rules" / "rules.yaml").read_text(encoding="utf-8").splitlines()
    assert all(lines[rule.line - 1] == f"{rule.code}:" for rule in catalogue())


def test_the_rules_page_is_up_to_date() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page == rules_page(catalogue()), "run: python -m termlint.rulebook.rules_page > docs/rules.md"


def test_every_preset_file_is_listed() -> None:
    assert {path.stem for path in (ROOT / "rules" / "presets").glob("*.yaml")} == set(PRESETS)
    assert all(preset_text(name).startswith("# ") for name in PRESETS)
