"""``termlint baseline`` and the baseline that ``check`` finds."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ONGOING, Run

NAME = ".termlint-baseline.json"


@pytest.fixture
def page(folder: Path) -> Path:
    (folder / "docs").mkdir()
    path = folder / "docs" / "page.md"
    path.write_bytes((ONGOING + "We advise every customer.\n\nA customer pays. A customer pays.\n").encode())
    return path


def entries(folder: Path) -> list[dict[str, str]]:
    whole = json.loads((folder / NAME).read_text(encoding="utf-8"))
    assert whole["version"] == 1
    return list(whole["findings"])


def test_old_findings_stay_silent_wherever_they_move_and_new_ones_show(run: Run, page: Path) -> None:
    assert run("check").code == 1
    assert run("baseline", "write").code == 0
    assert run("check").code == 0
    text = page.read_bytes().decode()
    moved = (
        text.replace("We advise", "# A title\n\nSomething else, and much of it.\n\nWe\nadvise") + "\nAnd one more customer.\n"
    )
    page.write_bytes(moved.encode())
    results = json.loads(run("check", "--format", "sarif").out)["runs"][0]["results"]
    assert [result["baselineState"] for result in results] == ["new"]
    done = run("check", "--format", "concise")
    assert done.code == 1
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["docs/page.md"]
    assert ":13:14:" in done.out
    page.write_bytes(moved.replace("A customer pays. ", "").encode())  # one of two alike is gone: nothing new
    assert len(run("check", "--format", "concise").out.splitlines()) == 1
    page.write_bytes(text.replace("\n\nA customer", "\n\nA customer pays. A customer").encode())  # one more of them
    assert len(run("check", "--format", "concise").out.splitlines()) == 1


def test_it_holds_from_every_folder_and_for_every_way_to_name_a_file(run: Run, folder: Path, page: Path) -> None:
    run("baseline", "write")
    for name in ("docs/page.md", "./docs/../docs/page.md", str(page), "docs", "."):
        assert run("check", name).code == 0, name
    assert run("check", "-", "--stdin-filename", "docs/page.md", stdin=page.read_bytes()).code == 0
    assert run("check", "--no-baseline").code == 1
    row = json.loads(run("explain", "--format", "jsonl", "docs/page.md").out.splitlines()[0])
    assert (row["verdict"], row["exempt"], row["rule"]) == ("exempt", "baseline", None)
    written = (folder / NAME).read_bytes()
    (folder / NAME).rename(folder / "known.json")
    assert run("check").code == 1
    assert run("check", "--baseline", "known.json").code == 0
    (folder / "known.json").rename(folder / NAME)
    assert run("baseline", "write", str(page)).code == 0
    assert (folder / NAME).read_bytes() == written


@pytest.mark.usefixtures("page")
def test_it_stands_beside_the_house_style(run: Run, folder: Path) -> None:
    (folder / "docs" / ".termlint.yaml").write_text("version: 1\n", encoding="utf-8")
    assert run("baseline", "write").code == 0
    assert [row["path"] for row in json.loads((folder / "docs" / NAME).read_text(encoding="utf-8"))["findings"]] == [
        "page.md"
    ] * 3
    assert run("check", "docs/page.md").code == 0


def test_a_fix_leaves_the_known_alone(run: Run, page: Path) -> None:
    run("baseline", "write")
    before = page.read_bytes()
    page.write_bytes(before + b"\nWe advise this customer too.\n")
    assert run("check", "--fix").code == 0
    assert page.read_bytes() == before + b"\nWe advise this client too.\n"


def test_writing_ignores_what_is_known_and_keeps_other_files(run: Run, folder: Path, page: Path) -> None:
    other = folder / "other.md"
    other.write_bytes((ONGOING + "Another customer.\n").encode())
    run("baseline", "write")
    assert len(entries(folder)) == 4
    first = (folder / NAME).read_bytes()
    run("baseline", "write")
    assert (folder / NAME).read_bytes() == first
    page.write_bytes((ONGOING + "One customer.\n").encode())
    run("baseline", "write", "docs")
    assert [row["path"] for row in entries(folder)] == ["docs/page.md", "other.md"]
    assert run("check").code == 0


def test_only_what_was_looked_at_is_stale(run: Run, folder: Path, page: Path) -> None:
    other = folder / "other.md"
    other.write_bytes((ONGOING + "Another customer.\n").encode())
    run("baseline", "write")
    page.write_bytes((ONGOING + "Nobody.\n").encode())
    done = run("baseline", "check", "other.md")
    assert (done.code, done.out) == (0, "")
    done = run("baseline", "check")
    assert (done.code, done.out.count("\n")) == (1, 3)
    assert run("baseline", "prune", "other.md").code == 0
    assert len(entries(folder)) == 4
    other.unlink()
    assert run("baseline", "check", "docs/page.md").code == 1
    run("baseline", "prune", "docs/page.md")
    assert [row["path"] for row in entries(folder)] == ["other.md"]  # its folder was not asked for
    run("baseline", "prune")
    assert entries(folder) == []
    assert run("baseline", "check").code == 0


@pytest.mark.usefixtures("page")
def test_a_rule_that_is_off_makes_nothing_stale(run: Run, folder: Path) -> None:
    run("baseline", "write")
    (folder / ".termlint.yaml").write_text("version: 1\nrules: {TL101: off}\n", encoding="utf-8")
    assert run("baseline", "check").code == 0
    run("baseline", "prune")
    assert len(entries(folder)) == 3


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"version": true}', b'{"version": 1}', b'{"version": 1, "findings": [{"path": "a"}]}',
     b'{"version": 2, "findings": []}', b'{"version": 1, "findings": [3]}', b"[" * 100_000, b"<<<<<<< HEAD\n{}"],
)  # fmt: skip
@pytest.mark.usefixtures("page")
def test_a_damaged_or_newer_baseline_is_an_error_and_never_overwritten(run: Run, folder: Path, content: bytes) -> None:
    (folder / NAME).write_bytes(content)
    (folder / "clean.md").write_bytes(b"Nothing.\n")
    for command in (["check", "clean.md"], ["baseline", "write"]):
        done = run(*command)
        assert (done.code, done.out) == (2, ""), command
        assert NAME in done.err
        assert done.err.count("\n") == 1
    assert (folder / NAME).read_bytes() == content


@pytest.mark.usefixtures("page")
def test_every_command_tells_of_a_damaged_baseline(run: Run, folder: Path) -> None:
    (folder / NAME).write_bytes(b"{")
    for command in (["check"], ["explain"], ["baseline", "check"], ["baseline", "prune"]):
        assert (run(*command).code, run(*command).out) == (2, ""), command
    assert run("check", "--no-baseline").code == 1


@pytest.mark.usefixtures("page")
def test_a_named_baseline_must_be_there(run: Run, folder: Path) -> None:
    (folder / "clean.md").write_bytes(b"Nothing.\n")
    assert run("check", "clean.md", "--baseline", "gone.json").code == 2
    assert run("baseline", "check", "--baseline", "gone.json").code == 2
    assert run("baseline", "prune").code == 2
    assert run("check", "--baseline", "a.json", "--no-baseline").code == 2
    assert run("baseline", "write", "--baseline", "gone.json").code == 0
    assert run("check", "--baseline", "gone.json").code == 0


def test_odd_names_and_files_that_cannot_be_read(run: Run, folder: Path, page: Path) -> None:
    odd = folder / "a b\u00e9\u2028\n.md"
    odd.write_bytes(page.read_bytes())
    run("baseline", "write")
    assert run("check").code == 0
    before = (folder / NAME).read_bytes()
    page.write_bytes(b"\xff not utf-8")
    assert run("baseline", "check").code == 0  # a skipped file was not judged
    run("baseline", "write")
    assert (folder / NAME).read_bytes() == before


@pytest.mark.usefixtures("page")
def test_the_baseline_itself_is_no_text(run: Run) -> None:
    run("baseline", "write")
    assert run("explain", NAME).out == ""
