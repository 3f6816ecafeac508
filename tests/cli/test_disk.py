"""A disk that takes nothing more, folders that may not be written, odd names, and what git keeps elsewhere."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from termlint.cli.run import run as run_here
from tests.cli.conftest import ONGOING, Run

resource = pytest.importorskip("resource")

LONG = ONGOING + "We advise every customer.\n" + "Nothing more is said here. " * 40 + "\n"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["check", "--fix"], 1, "page.md: not fixed: it cannot be written (file too large)"),
        (["check", "--add-suppressions", "--reason", "x"], 1, "page.md: not suppressed: it cannot be written (file too large)"),
        (["check", "--format", "json", "--output", "report.json"], 2, "cannot write report.json: file too large"),
        (["init"], 2, "cannot write .termlint.yaml: file too large"),
        (["baseline", "write"], 2, "cannot write the baseline"),
    ],
)
def test_a_full_disk_loses_nothing(arguments: list[str], code: int, told: str, folder: Path) -> None:
    """The limit on the size of a file stands in for the disk."""
    (folder / "page.md").write_text(LONG, encoding="utf-8")
    before = contents(folder)
    done = subprocess.run(
        [sys.executable, "-c", f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (60, 60)); {MAIN}", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    assert told in done.stderr
    assert (done.returncode, done.stderr.count("Traceback")) == (code, 0)
    assert contents(folder) == before


MAIN = "import sys; from termlint.entry import main; sys.exit(main())"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_report_that_cannot_be_told_fails_the_run(folder: Path) -> None:
    (folder / "page.md").write_text(LONG, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "termlint", "check"], cwd=folder, stdout=full, stderr=-1, check=False)
    assert (done.returncode, done.stderr) == (2, b"termlint: cannot write standard output: no space left on device\n")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["check", "--fix", "."], 1, "page.md: not fixed: it cannot be written (read-only file system)"),
        (["check", "--output", "report.txt", "."], 2, "cannot write report.txt: read-only file system"),
        (["baseline", "write", "."], 2, "cannot write the baseline"),
    ],
)
def test_a_read_only_tree_is_told(
    arguments: list[str],
    code: int,
    told: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """An administrator may write anywhere, so the refusal is made."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    (folder / "page.md").write_text(LONG, encoding="utf-8")
    before = contents(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert run_here(arguments) == code
    assert told in capfd.readouterr().err
    assert contents(folder) == before


NAMES = [
    "a b.md",
    "zwei\nZeilen.md",
    "\u00fcber\u2028all.md",
    "-x.md",
    "a'b\".md",
    "50%.md",
    "{a}[b]*.md",
    os.fsdecode(b"\xff.md"),
]


def test_odd_names_are_read_fixed_and_told_on_one_line(folder: Path, run: Run) -> None:
    (folder / "docs and more").mkdir()
    for name in NAMES:
        (folder / "docs and more" / name).write_text(ONGOING + "We advise every customer.\n", encoding="utf-8")
    done = run("check", "--format", "concise", "docs and more")
    assert (done.code, done.out.count("\n"), done.out.count("TL101")) == (1, len(NAMES), len(NAMES))
    assert run("check", "--fix", *(f"./docs and more/{name}" for name in NAMES)).code == 0
    assert {path.read_text(encoding="utf-8") for path in (folder / "docs and more").iterdir()} == {
        ONGOING + "We advise every client.\n"
    }


POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b\nsize 12345\n"


def test_a_pointer_of_git_lfs_is_a_skip_that_says_so(folder: Path, run: Run) -> None:
    names = ["a.docx", "b.md", "c.pdf"]
    for name in names:
        (folder / name).write_bytes(POINTER)
    for arguments in (["--fix", "b.md"], ["b.md"], ["--fix", "."]):
        done = run("check", *arguments)
        told = "skipped: a Git LFS pointer, what it stands for is not here; git lfs pull fetches it"
        found = names if arguments[-1] == "." else ["b.md"]
        assert (done.code, done.err) == (0, "".join(f"termlint: {name}: {told}\n" for name in found))
    assert {(folder / name).read_bytes() for name in names} == {POINTER}


def test_a_work_tree_is_checked_and_its_submodule_left_out(folder: Path, run: Run) -> None:
    def git(*arguments: str, cwd: Path) -> None:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"]
        subprocess.run(["git", *settings, *arguments], cwd=cwd, env=clean, check=True, capture_output=True)

    (folder / ".git").rmdir()
    for name in ("module", "main"):
        (folder / name).mkdir()
        (folder / name / "page.md").write_text(ONGOING + "We advise every customer.\n", encoding="utf-8")
        git("init", "-q", cwd=folder / name)
        git("add", ".", cwd=folder / name)
        git("commit", "-q", "-m", "-", cwd=folder / name)
    git("submodule", "add", "-q", "../module", "module", cwd=folder / "main")
    git("commit", "-q", "-m", "-", cwd=folder / "main")
    git("worktree", "add", "-q", "../tree", cwd=folder / "main")
    git("submodule", "update", "--init", "-q", cwd=folder / "tree")
    assert (folder / "tree/module/page.md").exists()
    assert [line.partition(":")[0] for line in run("check", "--format", "concise", "tree").out.splitlines()] == ["tree/page.md"]
    assert run("baseline", "write", "tree").code == 0
    assert (folder / "tree/.termlint-baseline.json").exists()
    assert run("check", "tree").code == 0
    assert run("check", "tree/module/page.md").code == 1
