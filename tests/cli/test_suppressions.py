"""``check --add-suppressions``, and suppressions as the command obeys and reports them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ONGOING, Run


def test_they_are_written_and_obeyed(run: Run, folder: Path, wrong: Path) -> None:
    done = run("check", "--add-suppressions", "--reason", "their\n own words")
    assert (done.code, done.out) == (0, "No findings (1 file checked)\n")
    assert "1 finding suppressed in 1 file" in done.err
    comment = "<!-- termlint-disable-line TL101 -- their own words -->"
    assert wrong.read_bytes().decode() == ONGOING + f"We advise every customer. {comment}\n"
    assert run("check").code == 0
    row = json.loads(run("explain", "--format", "jsonl", "wrong.md").out)
    assert (row["verdict"], row["exempt"], row["rule"]) == ("exempt", "suppression", None)
    assert run("check", "--add-suppressions", "--reason", "again").code == 0
    assert wrong.read_bytes().decode().count("termlint-disable") == 1
    assert run("baseline", "write").code == 0
    assert json.loads((folder / ".termlint-baseline.json").read_text(encoding="utf-8"))["findings"] == []


def test_a_diff_shows_them_and_writes_nothing(run: Run, wrong: Path) -> None:
    before = wrong.read_bytes()
    done = run("check", "--add-suppressions", "--reason", "why", "--diff")
    assert done.code == 1
    assert "+We advise every customer. <!-- termlint-disable-line TL101 -- why -->" in done.out
    assert wrong.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", "We advise every customer.\n"), ("a.json", '{"message": "We advise every customer here."}'),
     ("a.csv", "id,text\n1,We advise every customer here.\n")],
)  # fmt: skip
def test_a_format_without_comments_says_what_to_do(run: Run, folder: Path, name: str, content: str) -> None:
    (folder / ".termlint.yaml").write_text("overrides: [{files: ['**'], relationship: ongoing}]\n", encoding="utf-8")
    (folder / name).write_text(content, encoding="utf-8")
    done = run("check", name, "--add-suppressions", "--reason", "why")
    assert done.code == 1
    assert f"{name}: not suppressed: its format has no comments; name it under exceptions" in done.err
    assert (folder / name).read_text(encoding="utf-8") == content
    exception = "exceptions: [{phrase: every customer, reason: theirs, files: ['" + name + "']}]\n"
    with (folder / ".termlint.yaml").open("a", encoding="utf-8") as style:
        style.write(exception)
    assert run("check", name).code == 0


@pytest.mark.parametrize(
    "options",
    [["--add-suppressions"], ["--reason", "why"], ["--add-suppressions", "--reason", " "],
     ["--add-suppressions", "--reason", "a --> b"], ["--add-suppressions", "--reason", "why", "--fix"],
     ["--add-suppressions", "--reason", "why", "-"]],
)  # fmt: skip
def test_what_makes_no_sense_is_a_usage_error(run: Run, wrong: Path, options: list[str]) -> None:
    before = wrong.read_bytes()
    assert run("check", *options).code == 2
    assert wrong.read_bytes() == before


def test_line_ends_bom_and_encoding_stay(run: Run, wrong: Path) -> None:
    before = b"\xef\xbb\xbf" + (ONGOING + "Caf\u00e9. We advise every customer.\n\nBye.").replace("\n", "\r\n").encode()
    wrong.write_bytes(before)
    assert run("check", "--add-suppressions", "--reason", "d\u00e9j\u00e0").code == 0
    comment = " <!-- termlint-disable-line TL101 -- d\u00e9j\u00e0 -->".encode()
    assert wrong.read_bytes().replace(comment, b"") == before


def test_a_file_that_cannot_be_written_is_told(run: Run, wrong: Path) -> None:
    before = wrong.read_bytes()
    wrong.chmod(0o444)
    done = run("check", "--add-suppressions", "--reason", "why")
    assert done.code == 1
    assert "read-only" in done.err
    assert wrong.read_bytes() == before


def test_needless_and_mistyped_ones_are_findings_with_fixes(run: Run, wrong: Path) -> None:
    wrong.write_bytes(b"<!-- termlint-disable-file TL101 -->\nNothing here.\n\nBye. <!-- termlint-disable-line TL1O1 -->\n")
    done = run("check", "--format", "json")
    assert [(each["code"], each["line"], each["column"]) for each in json.loads(done.out)["findings"]] == [
        ("TL901", 1, 1),
        ("TL902", 4, 33),
    ]
    assert run("check", "--select", "TL101").code == 0
    assert run("check", "--ignore", "TL102", "--format", "concise").out.count("TL901") == 0
    assert run("check", "--fix").code == 1
    assert wrong.read_bytes() == b"Nothing here.\n\nBye. <!-- termlint-disable-line TL1O1 -->\n"
    assert run("check", "--unsafe-fixes").code == 0
    assert wrong.read_bytes() == b"Nothing here.\n\nBye.\n"


def test_the_fast_start_does_not_pass_over_them(run: Run, folder: Path) -> None:
    (folder / "a.md").write_bytes(b"Nothing. <!-- termlint-disable-line -->\n")
    assert run("check", "a.md").code == 1
