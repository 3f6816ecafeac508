"""What holds for a path, and where it came from."""

from pathlib import Path

import pytest

from termlint.config import EffectiveStyle, TermStatus, default, find, load, load_text
from termlint.config.describing import describe
from termlint.model.finding import Severity, VerdictKind
from termlint.model.mention import Relationship
from termlint.model.term import Term


def terms(style: EffectiveStyle, relationship: Relationship) -> dict[str, list[str]]:
    row = style.row(relationship)
    return {
        status.value: [entry.term.singular for entry in row.entries if entry.status is status]
        for status in TermStatus
        if any(entry.status is status for entry in row.entries)
    }


def test_without_a_file_the_default_holds() -> None:
    style = default().for_path("a.md")
    assert terms(style, Relationship.ONGOING) == {"preferred": ["client"], "deprecated": ["customer"]}
    assert terms(style, Relationship.TRANSACTIONAL) == {"preferred": ["customer"], "deprecated": ["client"]}
    assert terms(style, Relationship.UNCLEAR) == {}
    assert style.watched == (Term("client", "clients"), Term("customer", "customers"))
    assert style.min_confidence is None
    assert style.declared is None
    assert style.is_on("TL101")
    assert not style.is_on("TL201")


def test_an_empty_file_changes_nothing() -> None:
    for text in ("", "# nothing\n", "version: 1\n", "terms:\nexceptions:\n", "extends: default\n"):
        assert load_text(text).for_path("a.md") == default().for_path("a.md")


def test_extends_none_begins_from_nothing() -> None:
    assert load_text("extends: none").for_path("a.md").watched == ()


def test_a_preferred_term_leaves_the_inherited_deprecated_ones_and_lists_append() -> None:
    style = load_text("terms: {ongoing: {preferred: customer, deprecated: [account, punter]}}").for_path("a.md")
    assert terms(style, Relationship.ONGOING) == {
        "preferred": ["customer"],
        "admitted": ["client"],
        "deprecated": ["account", "punter"],
    }
    style = load_text("terms: {ongoing: {deprecated: [account]}}").for_path("a.md")
    assert terms(style, Relationship.ONGOING) == {"preferred": ["client"], "deprecated": ["customer", "account"]}
    style = load_text("terms: {ongoing: {admitted: [customer]}}").for_path("a.md")
    assert terms(style, Relationship.ONGOING) == {"preferred": ["client"], "admitted": ["customer"]}


def test_plurals_are_given_irregular_or_regular_and_hold_everywhere() -> None:
    style = load_text(
        "terms:\n"
        "  ongoing: {preferred: {term: Person we support, plural: People we support}, deprecated: [party]}\n"
        "  unclear: {deprecated: [person we support, person]}\n"
    ).for_path("a.md")
    plurals = {term.singular: term.plural for term in style.watched}
    assert plurals == {
        "person we support": "people we support",
        "client": "clients",
        "customer": "customers",
        "party": "parties",
        "person": "people",
    }
    preferred = style.row(Relationship.ONGOING).preferred
    assert preferred is not None
    assert preferred.spelling == Term("Person we support", "People we support")


def test_overrides_hold_for_their_files_and_the_last_match_wins(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    file = tmp_path / ".termlint.yaml"
    file.write_text(
        "min_confidence: 0.9\n"
        "overrides:\n"
        "  - {files: ['macros/**', '!macros/legal.md'], relationship: transactional, min_confidence: 0.6, rules: {TL201: on}}\n"
        "  - {files: [vip.md], relationship: ongoing, severity: {TL101: error},\n"
        "     terms: {ongoing: {deprecated: [guest]}}, exceptions: [{phrase: a b, reason: c}]}\n",
        encoding="utf-8",
    )
    style = load(file)
    names = ("a.md", "macros/x.md", "macros/legal.md", "macros/vip.md")
    elsewhere, macro, legal, vip = (style.for_path(tmp_path / name) for name in names)
    assert (elsewhere.declared, elsewhere.min_confidence, elsewhere.is_on("TL201")) == (None, 0.9, False)
    assert (macro.declared, macro.min_confidence, macro.is_on("TL201")) == (Relationship.TRANSACTIONAL, 0.6, True)
    assert legal.declared is None
    assert (vip.declared, vip.min_confidence) == (Relationship.ONGOING, 0.6)
    assert (vip.severity("TL101"), macro.severity("TL101")) == (Severity.ERROR, Severity.WARNING)
    assert [each.phrase for each in vip.exceptions] == ["a b"]
    assert "guest" in {term.singular for term in vip.watched}
    assert "guest" not in {term.singular for term in macro.watched}
    assert "guest" in {term.singular for term in style.watched}
    assert style.for_path(tmp_path.parent / "macros" / "x.md").declared is None


def test_globs_are_relative_to_the_file_that_holds_them(tmp_path: Path) -> None:
    (tmp_path / "team").mkdir()
    (tmp_path / "base.yaml").write_text(
        "overrides: [{files: [/team/legal/], relationship: ongoing}]\n"
        "exceptions: [{phrase: x, reason: y, files: [/team/legal/a.md]}]\n",
        encoding="utf-8",
    )
    (tmp_path / "team" / ".termlint.yaml").write_text("extends: ../base.yaml\n", encoding="utf-8")
    style = load(tmp_path / "team" / ".termlint.yaml")
    assert style.for_path(tmp_path / "team" / "legal" / "a.md").declared is Relationship.ONGOING
    assert style.for_path(tmp_path / "team" / "legal" / "a.md").exceptions
    assert style.for_path(tmp_path / "legal" / "a.md").declared is None
    assert not style.for_path(tmp_path / "team" / "legal" / "b.md").exceptions


def test_a_relative_path_is_taken_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "s.yaml").write_text("overrides: [{files: [/sub/a.md], relationship: ongoing}]\n", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    style = load("../s.yaml")
    assert style.for_path("a.md").declared is Relationship.ONGOING
    assert style.file == "../s.yaml"


def test_a_list_of_extends_is_merged_in_order_and_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("min_confidence: 0.6\nrules: {TL201: on}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("min_confidence: 0.7\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("extends: [a.yaml, b.yaml]\n", encoding="utf-8")
    style = load(tmp_path / "c.yaml")
    assert [Path(layer.file).name for layer in style.layers] == ["preset default", "a.yaml", "b.yaml", "c.yaml"]
    assert style.for_path("x").min_confidence == 0.7
    assert style.for_path("x").is_on("TL201")


def test_every_value_knows_where_it_came_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".termlint.yaml").write_text(
        "terms:\n  ongoing: {preferred: patient}\nmin_confidence: 0.75\n"
        "cues:\n  - {phrase: Managed  portfolio, relationship: ongoing}\n"
        "overrides:\n  - files: [a.md]\n    relationship: ongoing\n",
        encoding="utf-8",
    )
    told = [(key, value, str(origin)) for key, value, origin in describe(load(".termlint.yaml"), "a.md")]
    assert told[:8] == [
        ("relationship", "ongoing", ".termlint.yaml:8"),
        ("terms.ongoing.preferred", "patient (patients)", ".termlint.yaml:2"),
        ("terms.ongoing.admitted", "client (clients)", ".termlint.yaml:2"),
        ("terms.ongoing.deprecated", "customer (customers)", "preset default:6"),
        ("terms.transactional.preferred", "customer (customers)", "preset default:7"),
        ("terms.transactional.deprecated", "client (clients)", "preset default:7"),
        ("min_confidence", "0.75", ".termlint.yaml:3"),
        ("cues", "managed portfolio (ongoing)", ".termlint.yaml:5"),
    ]
    assert ("rules.TL201", "off") in {(key, value) for key, value, _ in told}


def test_examples_are_typed() -> None:
    style = load_text("examples:\n - {text: a, expect: flag, fixed: b}\n - {text: c, expect: [ok, exempt], path: x/y.md}\n")
    first, second = style.examples
    assert (first.text, first.expect, first.each, first.fixed, first.path) == ("a", (VerdictKind.FLAG,), False, "b", None)
    assert (second.expect, second.each, second.path) == ((VerdictKind.OK, VerdictKind.EXEMPT), True, "x/y.md")
    assert second.origin.line == 3


def test_the_nearest_file_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "repo" / "docs" / "deep"
    deep.mkdir(parents=True)
    assert find(deep / "a.md") is None or tmp_path not in (find(deep / "a.md") or tmp_path).parents
    (tmp_path / ".termlint.yaml").write_text("", encoding="utf-8")
    assert find(deep / "a.md") == tmp_path / ".termlint.yaml"
    (tmp_path / "repo" / ".git").mkdir()
    assert find(deep / "a.md") is None
    project = tmp_path / "repo" / "pyproject.toml"
    project.write_text('[project]\nname = "termlint-user"\n', encoding="utf-8")
    assert find(deep / "a.md") is None
    project.write_text("[tool.termlint]\n", encoding="utf-8")
    assert find(deep / "a.md") == project
    (tmp_path / "repo" / ".termlint.yaml").write_text("", encoding="utf-8")
    assert find(deep / "a.md") == tmp_path / "repo" / ".termlint.yaml"
    project_below = tmp_path / "repo" / "docs" / "pyproject.toml"
    project_below.write_text("[tool.termlint\nbroken", encoding="utf-8")
    assert find(deep / "a.md") == project_below
    project_below.write_text("broken = [ # termlint", encoding="utf-8")
    assert find(deep) == tmp_path / "repo" / ".termlint.yaml"


def test_a_worktree_has_a_git_file(tmp_path: Path) -> None:
    (tmp_path / ".termlint.yaml").write_text("", encoding="utf-8")
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert find(tmp_path / "tree" / "a.md") is None
