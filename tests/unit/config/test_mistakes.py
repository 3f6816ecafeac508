"""What is wrong in a house style is told all at once, each with its place, what was found and what is allowed."""

from pathlib import Path

import pytest

from termlint.config import HouseStyleError, load, load_text
from termlint.model.errors import TermlintError


def told(text: str) -> list[str]:
    with pytest.raises(HouseStyleError) as caught:
        load_text(text, file="s.yaml")
    return str(caught.value).splitlines()


MANY = """\
version: 2
extend: default
extends: defualt
terms:
  ongoing: {prefered: client, deprecated: customer}
  transactional: {preferred: customer, deprecated: [client, customer, {term: x, plurl: y}, {plural: y}]}
  other: {}
min_confidence: 1.5
exceptions:
  - {phrase: customer success}
cues:
  - {phrase: managed portfolio, relationship: ongoin}
overrides:
  - files: []
    relationship: 3
  - relationship: ongoing
rules: {TL999: on, mixed-terms: on, TL201: maybe}
severity: {TL101: fatal}
examples: [{text: x, expect: bad}]
"""


def test_all_mistakes_are_told_at_once_in_order() -> None:
    lines = told(MANY)
    assert [line.split(" ")[0] for line in lines] == [
        "s.yaml:1:10:",
        "s.yaml:2:1:",
        "s.yaml:3:10:",
        "s.yaml:5:13:",
        "s.yaml:5:43:",
        "s.yaml:6:61:",
        "s.yaml:6:81:",
        "s.yaml:6:92:",
        "s.yaml:7:3:",
        "s.yaml:8:17:",
        "s.yaml:10:5:",
        "s.yaml:12:47:",
        "s.yaml:14:12:",
        "s.yaml:15:19:",
        "s.yaml:16:5:",
        "s.yaml:17:9:",
        "s.yaml:17:20:",
        "s.yaml:17:44:",
        "s.yaml:18:19:",
        "s.yaml:19:30:",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("version: 2", "s.yaml:1:10: version: found 2; allowed: 1"),
        ("version: true", "s.yaml:1:10: version: found true; allowed: 1"),
        (
            "terms: {ongoing: {prefered: client}}",
            's.yaml:1:19: unknown key "prefered" in terms.ongoing; allowed: preferred, admitted, deprecated; '
            'did you mean "preferred"?',
        ),
        ("min_confidence: 0.4", "s.yaml:1:17: min_confidence: found 0.4; allowed: auto, or a number from 0.5 to 1.0"),
        ("min_confidence: .nan", 's.yaml:1:17: min_confidence: found ".nan"; allowed: auto, or a number from 0.5 to 1.0'),
        (
            "min_confidence: Auto",
            's.yaml:1:17: min_confidence: found "Auto"; allowed: auto, or a number from 0.5 to 1.0; did you mean "auto"?',
        ),
        (
            "overrides: [{files: [a], relationship: ongonig}]",
            's.yaml:1:40: overrides[1].relationship: found "ongonig"; allowed: ongoing, transactional, unclear; '
            'did you mean "ongoing"?',
        ),
        (
            "terms: {ongoing: {deprecated: customer}}",
            's.yaml:1:31: terms.ongoing.deprecated: found "customer"; allowed: a list (a word or a phrase, or keys '
            "(term, plural)); write [customer]",
        ),
        ("- a", "s.yaml:1:1: found a list; allowed: keys (version, extends,"),
        ("just text", 's.yaml:1:1: found "just text"; allowed: keys (version, extends,'),
        ("rules: {TL201: maybe}", 's.yaml:1:16: rules.TL201: found "maybe"; allowed: on, off'),
        (
            "terms: {ongoing: {preferred: 5}}",
            "s.yaml:1:30: terms.ongoing.preferred: found 5; allowed: a word or a phrase, or keys",
        ),
        (
            "exceptions: [{phrase: a b, reason: ' '}]",
            's.yaml:1:36: exceptions[1].reason: " " is empty; allowed: why it is fine',
        ),
    ],
)
def test_one_mistake(text: str, expected: str) -> None:
    (line,) = told(text)
    assert line.startswith(expected)


@pytest.mark.parametrize(
    ("term", "problem"),
    [
        ("", "is empty"),
        ("  ", "is blank"),
        (" client", "begins or ends with a blank"),
        ("client ", "begins or ends with a blank"),
        ("cli\\nent", "holds a line break"),
        ("cli\\rent", "holds a line break"),
        ("client\\n", "holds a line break"),
        ("cli\\u2028ent", "holds a line break"),
        ("cli\\tent", "holds the invisible character U+0009"),
        ("cli\\u0000ent", "holds the invisible character U+0000"),
        ("cli\\u200bent", "holds the invisible character U+200B"),
        ("cli\\u202eent", "holds the invisible character U+202E"),
        ("- client", 'begins with "-"'),
        ("+ client", 'begins with "+"'),
        ("# client", 'holds "#"'),
        ("> client", 'holds ">"'),
        ("1. client", 'begins like a list item ("1.")'),
        ("12) client", 'begins like a list item ("12)")'),
        ("*client*", 'holds "*"'),
        ("`client`", 'holds "`"'),
        ("client_", 'holds "_"'),
        ("cli|ent", 'holds "|"'),
        ("<b>", 'holds "<"'),
        ("[client]", 'holds "["'),
        ("{{client}}", 'holds "{"'),
        ("client\\\\", 'holds "\\"'),
        ("a  b", "has two blanks in a row"),
        ("---", "holds no letter"),
        ("123", "holds no letter"),
        ("x" * 101, "has 101 characters"),
    ],
)
def test_terms_that_would_break_a_document_are_refused(term: str, problem: str) -> None:
    for text in (
        f'terms: {{ongoing: {{preferred: "{term}"}}}}',
        f'terms: {{ongoing: {{preferred: {{term: a, plural: "{term}"}}}}}}',
    ):
        (line,) = told(text)
        assert problem in line


@pytest.mark.parametrize(
    "term", ["member", "guest", "patient", "Gast", "Kundin", "client/partner", "R&D partner", "d'Artagnan", "é", "客户"]
)
def test_any_word_may_be_a_term(term: str) -> None:
    style = load_text(f'terms: {{ongoing: {{preferred: "{term}"}}}}').for_path("a.md")
    assert term.lower() in {each.singular for each in style.watched}


def test_a_term_has_one_status() -> None:
    (line,) = told("terms: {ongoing: {preferred: client, deprecated: [customer, Client]}}")
    assert line == (
        's.yaml:1:61: terms.ongoing: "Client" is preferred and deprecated, first in line 1, column 30; a term has one status'
    )
    (line,) = told("extends: none\nterms: {unclear: {deprecated: [a, b, a]}}")
    assert "is deprecated twice" in line


def test_an_inherited_preferred_term_is_not_deprecated_by_the_way() -> None:
    (line,) = told("terms: {ongoing: {deprecated: [client]}}")
    assert line == (
        's.yaml:1:32: terms.ongoing: "client" is deprecated here and preferred in preset default:6; name another preferred term'
    )
    (line,) = told("overrides: [{files: [x], terms: {ongoing: {deprecated: [client]}}}]")
    assert line.startswith("s.yaml:1:57: ")


def test_a_cue_holds_no_watched_term() -> None:
    (line,) = told("cues: [{phrase: Our  Clients, relationship: ongoing}]")
    assert line.startswith('s.yaml:1:8: cues: "our clients" holds the watched term "clients"')
    load_text("cues: [{phrase: clientele, relationship: ongoing}]")


@pytest.mark.parametrize(
    ("glob", "problem"),
    [
        ("", "is empty"),
        ("[", "matches nothing"),
        ("!", "is no glob"),
        ("a[z-a]", "is no glob"),
        ("# x", "matches nothing; put a leading # as \\#"),
        ("macros\\\\**", "write / between folders"),
        ("../x", "leaves the folder"),
        ("./x", "leaves the folder"),
        ("C:/x", "leaves the folder"),
        ("a*b*c*d*e", "more than 3 stars"),
        ("**/a/**/b/**/c/**/d", "more than 3 stars"),
    ],
)
def test_bad_globs(glob: str, problem: str) -> None:
    (line,) = told(f'overrides: [{{files: ["{glob}"]}}]')
    assert line.startswith("s.yaml:1:22: overrides[1].files[1]: ")
    assert problem in line


def test_mistakes_of_extended_files_are_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "base.yaml").write_text("versoin: 1\n", encoding="utf-8")
    (tmp_path / ".termlint.yaml").write_text("version: 3\nextends: ./base.yaml\nxyz: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TermlintError) as caught:
        load(tmp_path / ".termlint.yaml")
    assert [line.split(" ")[0] for line in str(caught.value).splitlines()] == [
        ".termlint.yaml:1:10:",
        ".termlint.yaml:3:1:",
        "base.yaml:1:1:",
    ]


def test_extends_loops_missing_and_too_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("extends: b.yaml\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("extends: [default, ./a.yaml]\n", encoding="utf-8")
    (tmp_path / "self.yaml").write_text("extends: self.yaml\n", encoding="utf-8")
    (tmp_path / "gone.yaml").write_text("extends: sub/gone.yaml\n", encoding="utf-8")
    (tmp_path / "folder.yaml").write_text("extends: sub/\n", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    for number in range(20):
        (tmp_path / f"d{number}.yaml").write_text(f"extends: d{number + 1}.yaml\n", encoding="utf-8")
    for file, expected in [
        ("a.yaml", "b.yaml:1:20: extends: a loop, a.yaml -> b.yaml -> a.yaml"),
        ("self.yaml", "self.yaml:1:10: extends: a loop, self.yaml -> self.yaml"),
        ("gone.yaml", 'gone.yaml:1:10: extends: "sub/gone.yaml" cannot be read; looked for sub/gone.yaml'),
        ("folder.yaml", 'folder.yaml:1:10: extends: "sub/" cannot be read; looked for sub'),
        ("d0.yaml", "d9.yaml:1:10: extends: more than 10 files in a row"),
    ]:
        with pytest.raises(HouseStyleError) as caught:
            load(file)
        assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"\x00\x01\x02", "s.yaml:1:1: the character U+0000 is not allowed in YAML"),
        (b"a: \xff", "s.yaml:1:4: not UTF-8 text (byte 0xff); save it as UTF-8"),
        (b"version: 1\nversion: 1\n", 's.yaml:2:1: "version" stands here a second time; the first is in line 1, column 1'),
        (b"\x89PNG\r\n\x1a\n", "s.yaml:1:1: not UTF-8 text (byte 0x89); save it as UTF-8"),
        (b"[" * 999_999, "s.yaml:1:42: nested deeper than 40 levels"),
        (b"#" * 1_000_001, "s.yaml:1:1: 1,000,001 bytes; at most 1,000,000 are read"),
    ],
)
def test_files_that_are_no_house_style(raw: bytes, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.yaml").write_bytes(raw)
    with pytest.raises(HouseStyleError) as caught:
        load("s.yaml")
    assert str(caught.value) == expected


def test_a_missing_or_odd_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(HouseStyleError, match=r"^gone\.yaml:1:1: cannot be read: no such file or directory$"):
        load("gone.yaml")
    with pytest.raises(HouseStyleError, match=r"^\.:1:1: cannot be read: "):
        load(".")


def test_byte_order_marks_and_line_ends_change_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "version: 1\nmin_confidence: 7\n"
    for raw in (
        text.encode(),
        text.encode("utf-8-sig"),
        text.replace("\n", "\r\n").encode("utf-8-sig"),
        text.replace("\n", "\r").encode(),
        text.encode("utf-16"),
    ):
        (tmp_path / "s.yaml").write_bytes(raw)
        with pytest.raises(HouseStyleError, match=r"^s\.yaml:2:17: min_confidence: found 7; "):
            load("s.yaml")


def test_pyproject_has_the_same_positions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\n\n[tool.termlint]\nmin_confidence = 7\n\n[[tool.termlint.overrides]]\nfile = ["a"]\n',
        encoding="utf-8",
    )
    with pytest.raises(HouseStyleError) as caught:
        load("pyproject.toml")
    assert [line.split(": ")[0] for line in str(caught.value).splitlines()] == [
        "pyproject.toml:5:18",
        "pyproject.toml:7:1",
        "pyproject.toml:8:1",
    ]
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    with pytest.raises(HouseStyleError, match=r"has no \[tool.termlint\]"):
        load("pyproject.toml")
