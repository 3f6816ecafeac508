"""With real repositories, since nobody knows by heart what git says."""

import os
import subprocess
from pathlib import Path

import pytest

from termlint.linting.changed_lines import Since, changed_targets
from termlint.linting.walking import find_targets
from termlint.model.errors import TermlintError
from termlint.reading import format_of

Lines = dict[str, tuple[tuple[int, int], ...] | None]

ODD_NAMES = [
    "with blanks.md",
    'quo"te.md',
    "back\\slash.md",
    "tab\there.md",
    "new\nline.md",
    "größe–日本.md",
    " lead.md",
    "a -> b.md",
]


class Repository:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *command: str) -> str:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        identity = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        environment = (
            clean | identity | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_ALLOW_PROTOCOL": "file"}
        )
        done = subprocess.run(["git", *command], cwd=self.folder, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def commit(self, **files: str) -> None:
        for name, text in files.items():
            self.write(f"{name}.md", text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "-")

    def changed(self, since: str = "base", *paths: str, head: str = "HEAD") -> Lines:
        here = [str(self.folder / path) for path in paths] or [str(self.folder)]
        targets = find_targets(here, known=lambda name: format_of(name) is not None)
        found = changed_targets(targets, Since(since, head))
        return {
            os.path.relpath(target.file, self.folder).replace(os.sep, "/"): target.lines and target.lines.ranges
            for target in found
        }


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit(old="".join(f"{number}\n" for number in range(1, 21)), same="a\n")
    made.git("tag", "base")
    return made


def edited(changes: dict[int, str]) -> str:
    """The twenty lines of ``old.md`` with some replaced."""
    return "".join(changes.get(number, f"{number}\n") for number in range(1, 21))


def test_nothing_changed(repository: Repository) -> None:
    assert repository.changed() == {}


def test_committed_staged_and_unstaged_lines_count(repository: Repository) -> None:
    repository.commit(old=edited({2: "x\n"}))
    repository.write("old.md", edited({2: "x\n", 10: "y\ny\n"}))
    repository.git("add", "old.md")
    repository.write("old.md", edited({2: "x\n", 10: "y\ny\n", 20: "20\nz"}))
    assert repository.changed() == {"old.md": ((2, 2), (10, 11), (22, 22))}


def test_a_line_that_was_only_removed_is_no_new_line(repository: Repository) -> None:
    repository.write("old.md", edited({5: "", 6: ""}))
    assert repository.changed() == {}


def test_a_change_that_was_taken_back_is_none(repository: Repository) -> None:
    repository.commit(old=edited({2: "x\n"}))
    repository.write("old.md", edited({}))
    assert repository.changed() == {}


def test_added_and_untracked_files_are_new_from_top_to_bottom(repository: Repository) -> None:
    repository.commit(added="a\nb\n")
    repository.write("untracked.md", "a\n")
    repository.write("empty.md", "")
    assert repository.changed() == {"added.md": ((1, 2),), "untracked.md": None, "empty.md": None}


def test_an_ignored_file_is_new_where_it_is_named(repository: Repository) -> None:
    repository.write(".gitignore", "ignored.md\n")
    repository.write("ignored.md", "a\n")
    assert repository.changed() == {}
    assert repository.changed("base", "ignored.md") == {"ignored.md": None}


def test_a_renamed_file_keeps_its_old_lines(repository: Repository) -> None:
    (repository.folder / "sub").mkdir()
    repository.git("mv", "old.md", "sub/new.md")
    assert repository.changed() == {}
    repository.commit(**{"sub/new": edited({7: "x\n"})})
    assert repository.changed() == {"sub/new.md": ((7, 7),)}


def test_a_deleted_file_is_no_file(repository: Repository) -> None:
    repository.git("rm", "-q", "old.md")
    (repository.folder / "same.md").unlink()
    assert repository.changed() == {}


def test_only_what_this_branch_did_counts(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit(old=edited({2: "ours\n"}))
    repository.git("checkout", "-q", "main")
    repository.commit(old=edited({15: "theirs\n"}), theirs="a\n")
    repository.git("checkout", "-q", "topic")
    assert repository.changed("main") == {"old.md": ((2, 2),)}
    repository.git("merge", "-q", "-m", "-", "main")
    assert repository.changed("main") == {"old.md": ((2, 2),)}
    assert set(repository.changed("base")) == {"old.md", "theirs.md"}


def test_a_range_ends_where_it_is_told_to(repository: Repository) -> None:
    """The lines are those on the disk, since that is what is read."""
    repository.commit(old=edited({2: "x\n"}))
    assert repository.changed("base", head="HEAD") == repository.changed("base", head="main") == {"old.md": ((2, 2),)}


def test_a_conflict_is_changed(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit(old=edited({2: "ours\n"}))
    repository.git("checkout", "-q", "main")
    repository.commit(old=edited({2: "theirs\n"}))
    with pytest.raises(AssertionError):
        repository.git("merge", "-q", "topic")
    assert repository.changed() == {"old.md": ((2, 6),)}


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names(name: str, repository: Repository) -> None:
    try:
        repository.write(name, "a\n")
    except OSError:  # Windows has no such names
        name = "plain.md"
        repository.write(name, "a\n")
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "-")
    repository.git("tag", "odd")
    repository.write(name, "a\nb\n")
    assert repository.changed("odd") == {name: ((2, 2),)}
    repository.git("mv", name, "renamed " + name)
    assert repository.changed("odd") == {"renamed " + name: ((2, 2),)}


def test_lines_that_look_like_a_patch(repository: Repository) -> None:
    repository.write("old.md", "+++ b/same.md\n@@ -1 +1,9 @@\n" + edited({3: "-- a/x\n++ b/y\n"}))
    assert repository.changed() == {"old.md": ((1, 2), (5, 6))}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_lines_are_git_lines(line_end: str, repository: Repository) -> None:
    repository.write("lines.md", f"a\rb\u2028c{line_end}d{line_end}")
    repository.commit()
    repository.git("tag", "lines")
    repository.write("lines.md", f"a\rb\u2028c{line_end}e{line_end}")
    assert repository.changed("lines") == {"lines.md": ((2, 2),)}


def test_what_git_cannot_count_the_lines_of_is_new_as_a_whole(repository: Repository) -> None:
    repository.write(".gitattributes", "*.txt binary\n*.text filter=lfs -text\n*.html diff=words\n")
    repository.write("wide.md", "a\n".encode("utf-16"))
    for name in ("a.txt", "a.text", "a.html"):
        repository.write(name, "a\nb\n")
    repository.commit()
    repository.git("tag", "attributes")
    repository.write("wide.md", "a\nb\n".encode("utf-16"))
    for name in ("a.txt", "a.text", "a.html"):
        repository.write(name, "a\nc\n")
    repository.git("config", "diff.words.textconv", "sed s/^/x/")
    assert repository.changed("attributes") == {"a.html": ((2, 2),), "a.text": None, "a.txt": None, "wide.md": None}


def test_the_users_own_way_to_see_diffs_does_not_matter(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("old.md", edited({2: "x\n", 4: "y\n"}))
    expected = repository.changed()
    settings = {
        "color.ui": "always",
        "color.diff": "always",
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "diff.external": "false",
        "diff.interHunkContext": "9",
        "diff.context": "9",
        "diff.renames": "false",
        "diff.relative": "true",
        "diff.submodule": "log",
        "diff.wsErrorHighlight": "all",
        "core.quotePath": "false",
        "core.pager": "false",
    }
    for key, value in settings.items():
        repository.git("config", key, value)
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u9")
    assert repository.changed() == expected == {"old.md": ((2, 2), (4, 4))}


def test_a_work_tree_and_a_subfolder(repository: Repository) -> None:
    repository.commit(**{"sub/page": "a\n"})
    repository.git("worktree", "add", "-q", "../tree", "-b", "tree")
    tree = Repository.__new__(Repository)
    tree.folder = repository.folder.parent / "tree"
    tree.write("sub/page.md", "a\nb\n")
    assert tree.changed("base", "sub") == {"sub/page.md": ((1, 2),)}
    assert tree.changed("main", "sub") == {"sub/page.md": ((2, 2),)}


def test_a_link_is_what_it_leads_to(repository: Repository) -> None:
    try:
        (repository.folder / "link.md").symlink_to("old.md")
    except OSError:  # not everybody may make links on Windows
        repository.write("link.md", edited({}))
        repository.git("add", "link.md")
    repository.write("old.md", edited({2: "x\n"}))
    assert repository.changed("base", "old.md", "link.md") == {"link.md": ((2, 2),)} or repository.changed(
        "base", "old.md"
    ) == {"old.md": ((2, 2),)}


def test_a_submodule_is_a_repository_of_its_own(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.commit(page="a\n")
    repository.git("submodule", "add", "-q", str(other.folder), "sub")
    repository.commit()
    assert repository.changed() == {}
    sub = Repository.__new__(Repository)
    sub.folder = repository.folder / "sub"
    sub.write("page.md", "a\nb\n")
    assert repository.changed() == {}
    assert sub.changed("HEAD") == {"page.md": ((2, 2),)}


def complaint(repository: Repository, since: str = "base", head: str = "HEAD") -> str:
    with pytest.raises(TermlintError) as caught:
        repository.changed(since, head=head)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("ref", ["mian", "base...HEAD", "", "--output=x", "HEAD~99"])
def test_no_such_commit(ref: str, repository: Repository) -> None:
    assert complaint(repository, ref).startswith(f"--changed-since {ref}: ")
    assert not (repository.folder / "x").exists()


def test_no_commit_yet(tmp_path: Path) -> None:
    empty = Repository(tmp_path / "empty")
    empty.write("a.md", "a\n")
    assert "no commit yet" in complaint(empty)


def test_no_commit_in_common(repository: Repository) -> None:
    repository.git("checkout", "-q", "--orphan", "alone")
    repository.commit(alone="a\n")
    assert "no commit in common" in complaint(repository, "main")


def test_a_shallow_clone_says_so(repository: Repository, tmp_path: Path) -> None:
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit(new="a\n")
    repository.git("checkout", "-q", "main")
    repository.commit(newer="a\n")
    clone = Repository.__new__(Repository)
    clone.folder = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=1", "--branch=topic", repository.folder.as_uri(), str(clone.folder))
    told = complaint(clone, "origin/main")
    assert "no such commit" in told
    assert "shallow" in told
    clone.git("fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main")
    told = complaint(clone, "origin/main")
    assert "no commit in common" in told
    assert "fetch-depth: 0" in told
    clone.git("fetch", "-q", "--unshallow")
    assert clone.changed("origin/main") == {"new.md": ((1, 1),)}


def test_no_repository(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a\n", encoding="utf-8")
    outside = Repository.__new__(Repository)
    outside.folder = tmp_path
    assert "is in no git repository" in complaint(outside)
    (tmp_path / ".git").mkdir()
    assert "git says: not a git repository" in complaint(outside)


def test_no_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert complaint(repository) == "--changed-since base: git is not installed"
