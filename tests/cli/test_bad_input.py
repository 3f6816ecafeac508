"""Whatever is wrong with one file, it is told, the others are checked, and nothing is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ONGOING, Done, Run


def make_cp1252(path: Path) -> None:
    path.write_bytes("Le café du customer".encode("cp1252"))


def make_nul(path: Path) -> None:
    path.write_bytes(b"A customer\0 and more")


def make_invalid(path: Path) -> None:
    path.write_bytes(b"A customer.\n" * 3 + b"broken \xff here\n" + b"A customer.\n")


def make_huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_bad_declaration(path: Path) -> None:
    path.write_text("---\ntermlint: {relationship: forever}\n---\nA customer.\n", encoding="utf-8")


SKIPPED = [
    pytest.param(make_cp1252, "UTF-8", id="cp1252"),
    pytest.param(make_nul, "binary", id="NUL bytes"),
    pytest.param(make_invalid, "not UTF-8 at byte 43 (line 4)", id="invalid UTF-8 in the middle"),
    pytest.param(make_huge, "50,000,000 bytes, more than the limit of 10,000,000", id="50 MB"),
    pytest.param(make_loop, "a symbolic link that leads nowhere", id="a link to itself"),
    pytest.param(make_bad_declaration, "forever", id="a declaration that says nothing"),
]


@pytest.mark.parametrize(("make", "reason"), SKIPPED)
def test_one_bad_file_is_a_skip_and_the_others_are_checked(
    make: Callable[[Path], None], reason: str, folder: Path, wrong: Path, run: Run
) -> None:
    make(folder / "bad.md")
    before = {path.name: path.lstat().st_size for path in folder.iterdir()}
    done = run("check", "bad.md", wrong.name)
    assert done.code == 1
    assert "wrong.md:4:17: TL101" in done.out
    assert done.out.rstrip().split("\n")[-2].startswith("1 finding in 1 file (1 file checked, 1 skipped)")
    assert done.err.startswith("termlint: bad.md: skipped: ")
    assert reason in done.err
    assert done.err.count("\n") == 1
    assert {path.name: path.lstat().st_size for path in folder.iterdir()} == before
    alone = run("check", "bad.md")
    assert (alone.code, alone.out) == (0, "No findings (0 files checked, 1 skipped)\n")


@pytest.mark.parametrize(("make", "reason"), SKIPPED)
def test_fixing_leaves_a_bad_file_as_it_is(make: Callable[[Path], None], reason: str, folder: Path, run: Run) -> None:
    make(folder / "bad.md")
    status = (folder / "bad.md").lstat()
    done = run("check", "--fix", "--unsafe-fixes", "bad.md")
    assert done.code == 0
    assert reason in done.err
    assert (folder / "bad.md").lstat().st_mtime_ns == status.st_mtime_ns


def test_a_missing_path_fails_the_run(wrong: Path, run: Run) -> None:
    done = run("check", wrong.name, "gone.md", "away/")
    assert (done.code, done.out) == (2, "")
    assert done.err == "termlint: no such file or folder: gone.md, away/\n"
    assert run("explain", "gone.md:3").code == 2


def test_a_file_nobody_may_read(folder: Path, wrong: Path, run: Run) -> None:
    path = folder / "secret.md"
    path.write_text("A customer", encoding="utf-8")
    path.chmod(0)
    done = run("check", path.name, wrong.name)
    assert "wrong.md:4:17" in done.out
    # An administrator may read it all the same.
    assert os.access(path, os.R_OK) or "secret.md: skipped: permission denied" in done.err


def test_a_folder_named_like_a_file_and_a_pipe(folder: Path, wrong: Path, run: Run) -> None:
    (folder / "dir.md").mkdir()
    names = ["dir.md", wrong.name]
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.md")
        names.append("pipe.md")
    done = run("check", *names)
    assert done.code == 1
    assert ("not a regular file" in done.err) == ("pipe.md" in names)


@pytest.mark.usefixtures("wrong")
def test_a_folder_loop(folder: Path, run: Run) -> None:
    (folder / "sub").mkdir()
    (folder / "sub/up").symlink_to("..", target_is_directory=True)
    done = run("check")
    assert done.code == 1
    assert done.out.count("TL101") == 1
    assert done.err == ""


def test_utf16_is_read_and_written_as_it_was(folder: Path, run: Run) -> None:
    path = folder / "wide.md"
    path.write_bytes(b"\xff\xfe" + (ONGOING + "Every customer — ça va?\r\n").encode("utf-16-le"))
    assert "wide.md:4:7" in run("check", "wide.md").out
    assert run("check", "--fix", "wide.md").code == 0
    assert path.read_bytes() == b"\xff\xfe" + (ONGOING + "Every client — ça va?\r\n").encode("utf-16-le")


def test_cp1252_by_option(folder: Path, run: Run) -> None:
    path = folder / "old.md"
    path.write_bytes((ONGOING + "Every customer\u2019s café.\n").encode("cp1252"))
    assert "not UTF-8" in run("check", "--fix", "old.md").err
    assert "old.md:4:7" in run("check", "--encoding", "cp1252", "old.md").out
    assert run("check", "--encoding", "cp1252", "--fix", "old.md").code == 0
    assert path.read_bytes() == (ONGOING + "Every client\u2019s café.\n").encode("cp1252")
    assert run("check", "--encoding", "klingon", "old.md") == Done(
        2, "", "termlint: unknown encoding 'klingon'; name one that Python knows, such as cp1252 or utf-16\n"
    )


def test_an_empty_file(folder: Path, run: Run) -> None:
    (folder / "empty.md").write_bytes(b"")
    assert run("check", "empty.md") == Done(0, "No findings (1 file checked)\n", "")
    assert run("explain", "empty.md").code == 0


@pytest.mark.usefixtures("folder")
def test_the_limit_can_be_raised(wrong: Path, run: Run) -> None:
    assert "skipped" in run("check", "--max-size", "20", wrong.name).err
    assert run("check", "--max-size", "1kB", wrong.name).code == 1
    assert run("check", "--max-size", "much", wrong.name).code == 2


def test_a_line_of_five_megabytes(folder: Path, run: Run) -> None:
    text = "room " * 1_000_000
    (folder / "long.txt").write_text(text + "the customer " + text[:1000], encoding="utf-8")
    (folder / ".termlint.yaml").write_text('version: 1\noverrides: [{files: ["*"], relationship: ongoing}]\n', encoding="utf-8")
    done = run("check", "long.txt")
    assert done.code == 1
    assert "long.txt:1:5000005:" in done.out
    assert max(map(len, done.out.split("\n"))) < 300


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_count_and_stay(line_end: str, folder: Path, run: Run) -> None:
    path = folder / "lines.md"
    text = (ONGOING + "First.\n\nA\u2028b\u0085c customer.\nLast line").replace("\n", line_end)
    path.write_bytes(text.encode())
    assert "lines.md:6:7:" in run("check", "lines.md").out
    assert run("check", "--fix", "lines.md").code == 0
    assert path.read_bytes() == text.replace("customer", "client").encode()


def test_nothing_in_a_document_acts_on_the_terminal(folder: Path, run: Run) -> None:
    (folder / "esc.md").write_text(ONGOING + "\x1b[2J\x1b]0;x\x07 \u202e customer \x9b31m\n", encoding="utf-8")
    for arguments in (["check"], ["explain"], ["check", "--format", "concise"]):
        out = run(*arguments, "esc.md").out
        assert "customer" in out
        assert not set(out) & set("\x1b\x07\x9b\u202e")


@pytest.mark.usefixtures("wrong")
def test_unknown_formats_are_told_when_named_and_passed_over_in_folders(folder: Path, run: Run) -> None:
    (folder / "page.pptx").write_bytes(b"PK")
    (folder / "README").write_text("A text without extension.", encoding="utf-8")
    assert run("check", ".").err == ""
    done = run("check", "page.pptx", "README")
    assert (done.code, done.err) == (0, "termlint: page.pptx: skipped: unknown format (.pptx)\n")
    assert done.out == "No findings (1 file checked, 1 skipped)\n"


HOUSE_STYLES = [
    pytest.param("terms: [", id="not YAML"),
    pytest.param("version: 1\nversion: 1\n", id="duplicate keys"),
    pytest.param("version: 1\ntermz: {}\n", id="unknown key"),
    pytest.param("version: 1\nmin_confidence: sure\n", id="wrong type"),
    pytest.param("version: 1\nextends: .termlint.yaml\n", id="a loop"),
    pytest.param('version: 1\nterms: {ongoing: {preferred: ""}}\n', id="an empty term"),
    pytest.param('version: 1\nterms: {ongoing: {preferred: "a\\nb"}}\n', id="a term with a line break"),
]


@pytest.mark.parametrize("text", HOUSE_STYLES)
def test_a_broken_house_style_fails_the_run_with_its_place(text: str, folder: Path, wrong: Path, run: Run) -> None:
    (folder / ".termlint.yaml").write_text(text, encoding="utf-8")
    before = wrong.read_bytes()
    for arguments in (["check", "--fix"], ["check", "wrong.md"], ["explain"], ["config"], ["test"]):
        done = run(*arguments)
        assert (done.code, done.out) == (2, "")
        assert all(line.startswith(".termlint.yaml:") for line in done.err.rstrip().split("\n"))
    assert wrong.read_bytes() == before
