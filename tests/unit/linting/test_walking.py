import os
import subprocess
from pathlib import Path

import pytest

from termlint.linting.git import listed_by_git
from termlint.linting.shown import shown
from termlint.linting.walking import find_targets
from termlint.model.errors import TermlintError


def known(name: str) -> bool:
    return name.lower().endswith((".md", ".txt"))


def found(*paths: str) -> list[str]:
    return [target.path for target in find_targets(paths, known=known)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def write(folder: Path, *names: str, text: str = "x\n") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def git(folder: Path, *command: str) -> None:
    identity = [
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "protocol.file.allow=always",
    ]
    subprocess.run(["git", *identity, *command], cwd=folder, check=True, capture_output=True)


IN_GIT = pytest.mark.parametrize("in_git", [False, True])


@IN_GIT
def test_folders_give_known_formats_sorted_and_once(folder: Path, in_git: bool) -> None:
    write(folder, "b.md", "a/z.txt", "a/y.MD", "a/code.py", "é ü.md")
    if in_git:
        git(folder, "init", "-q")
    assert found(".") == ["a/y.MD", "a/z.txt", "b.md", "é ü.md"]
    assert found("./b.md", "a", ".", "a/../b.md", str(folder / "a/z.txt")) == sorted(
        ["a/y.MD", shown(str(folder / "a/z.txt")), "a/../b.md", "é ü.md"]
    )


@IN_GIT
def test_68_a_name_may_hold_what_git_quotes(folder: Path, in_git: bool) -> None:
    names = ["\u65e5\u672c.md"] if os.name == "nt" else ["a\nb.md", 'a"b.md', "a\tb.md", "\u65e5\u672c.md"]
    write(folder, *names)
    if in_git:
        git(folder, "init", "-q")
    assert found(".") == sorted(names)


@IN_GIT
def test_ignored_files_are_left_out_as_git_does(folder: Path, in_git: bool) -> None:
    write(
        folder,
        "keep.md",
        "out.md",
        "build/x.md",
        "build/back.md",
        "deep/out.md",
        "deep/keep.txt",
        "deep/er/drop.txt",
        "deep/er/on.md",
    )
    write(folder, ".gitignore", text="out.md\nbuild/\n!build/back.md\r\n")
    write(folder, "deep/.gitignore", text="*.txt\n!keep.txt\n!out.md\n")
    if in_git:
        git(folder, "init", "-q")
    assert found(".") == ["deep/er/on.md", "deep/keep.txt", "deep/out.md", "keep.md"]


def test_what_git_tracks_and_what_is_gone(folder: Path) -> None:
    git(folder, "init", "-q")
    write(folder, "tracked.md", "gone.md", "new.md", ".gitignore", text="tracked.md\n")
    git(folder, "add", "-f", "tracked.md", "gone.md")
    (folder / "gone.md").unlink()
    assert found(".") == ["new.md", "tracked.md"]


def test_submodules_and_nested_repositories_are_left_out(folder: Path) -> None:
    write(folder, "other/in.md", "repo/mine.md", "repo/nested/theirs.md")
    for repository in ("other", "repo", "repo/nested"):
        git(folder / repository, "init", "-q")
    git(folder / "other", "add", ".")
    git(folder / "other", "commit", "-qm", "x")
    git(folder / "repo", "submodule", "add", "-q", str(folder / "other"), "sub")
    assert (folder / "repo/sub/in.md").exists()
    assert found("repo") == ["repo/mine.md"]


def test_a_folder_that_git_ignores_is_read_when_it_is_named(folder: Path) -> None:
    git(folder, "init", "-q")
    write(folder, ".gitignore", text="build/\n")
    write(folder, "build/page.md")
    assert found(".") == []
    assert found("build") == ["build/page.md"]


def test_the_environment_of_a_hook_does_not_lead_astray(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "a/x.md", "b/y.md")
    git(folder / "a", "init", "-q")
    git(folder / "b", "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(folder / "a/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(folder / "a/.git/index"))
    assert listed_by_git("b") == ["y.md"]


@IN_GIT
def test_the_repository_itself_is_never_read(folder: Path, in_git: bool) -> None:
    write(folder, "page.md", "sub/.git/description.md")
    if in_git:
        git(folder, "init", "-q")
    assert found(".") == ["page.md"]


@IN_GIT
def test_links_in_folders_are_not_followed(folder: Path, in_git: bool) -> None:
    write(folder, "real/page.md")
    (folder / "real/loop").symlink_to(folder)
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "alias.md").symlink_to("real/page.md")
    if in_git:
        git(folder, "init", "-q")
    assert found(".") == ["real/page.md"]


def test_a_named_link_is_the_file_it_leads_to(folder: Path) -> None:
    write(folder, "page.md")
    (folder / "alias.md").symlink_to("page.md")
    assert found("alias.md") == ["alias.md"]
    assert len(found("alias.md", "page.md")) == 1


def test_a_link_that_leads_nowhere_is_told(folder: Path) -> None:
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "broken.md").symlink_to("missing")
    targets = find_targets(["loop.md", "broken.md"], known=known)
    assert [target.unreadable for target in targets] == ["a symbolic link that leads nowhere"] * 2


def test_every_missing_path_is_named(folder: Path) -> None:
    write(folder, "here.md")
    with pytest.raises(TermlintError, match=r"^no such file or folder: gone\.md, no/where$"):
        find_targets(["gone.md", "here.md", "no/where"], known=known)


def test_a_device_in_a_folder_is_left_out(folder: Path) -> None:
    write(folder, "page.md")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.md")
    assert found(".") == ["page.md"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("./a.md", "a.md"), ("a//b/./c.md", "a/b/c.md"), ("../a.md", "../a.md"), ("/x//y.md", "/x/y.md"), (".", "."), ("./", ".")],
)
def test_paths_are_shown_without_noise(path: str, expected: str) -> None:
    assert shown(path) == expected
