"""What a pull request is told."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import ONGOING, Done, Run

OLD = ONGOING + "We advise every customer.\n\nA second line.\n"
HERE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}


def git(folder: Path, *command: str) -> None:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    identity = HERE | {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    subprocess.run(["git", *command], cwd=folder, env=clean | identity, capture_output=True, check=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    """With an old finding in ``old.md``, in line 4."""
    (folder / ".git").rmdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "old.md").write_text(OLD, encoding="utf-8", newline="")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "-")
    git(folder, "tag", "base")
    return folder


def places(done: Done) -> list[str]:
    return [line.partition(": TL")[0] for line in done.out.splitlines() if ": TL" in line]


def test_old_findings_fail_nothing(repository: Path, run: Run) -> None:
    assert run("check").code == 1
    done = run("check", "--changed-since", "base")
    assert (done.code, done.out) == (0, "No findings (0 files checked)\n")
    assert done.err == "termlint: nothing changed here since base\n"
    (repository / "old.md").write_text(OLD + "A third.\n", encoding="utf-8", newline="")
    assert run("check", "--changed-since", "base") == Done(0, "No findings (1 file checked)\n", "")


def test_new_lines_are_read_in_the_light_of_the_old(repository: Path, run: Run) -> None:
    """The declaration stands in the front matter, which did not change."""
    (repository / "old.md").write_text(OLD + "Another customer.\n", encoding="utf-8", newline="")
    (repository / "new.md").write_text(ONGOING + "A customer.\n", encoding="utf-8")
    done = run("check", "--changed-since", "base", "--format", "concise")
    assert done.code == 1
    assert places(done) == ["new.md:4:3", "old.md:7:9"]


@pytest.mark.parametrize("format", ["json", "sarif", "github", "gitlab", "rdjson", "junit", "checkstyle", "markdown", "text"])
def test_every_format_tells_new_lines_alone(format: str, repository: Path, run: Run) -> None:
    (repository / "old.md").write_text(OLD + "Another customer.\n", encoding="utf-8", newline="")
    told = run("check", "--changed-since", "base", "--format", format).out
    assert "every customer" not in told
    assert run("check", "--format", format).out != told


def test_statistics_speak_of_new_lines_alone(repository: Path, run: Run) -> None:
    (repository / "old.md").write_text(OLD + "Another customer.\n", encoding="utf-8", newline="")
    told = json.loads(run("check", "--changed-since", "base", "--statistics", "--format", "json").out)
    assert (told["findings"], told["mentions"]["all"]) == (1, 1)
    assert "with --min-confidence" not in run("check", "--changed-since", "base", "--statistics").out


def test_only_new_lines_are_fixed(repository: Path, run: Run) -> None:
    (repository / "old.md").write_text(OLD + "Another customer.\n", encoding="utf-8", newline="")
    diff = run("check", "--changed-since", "base", "--diff")
    assert [line for line in diff.out.splitlines() if line[:1] in "+-"][2:] == ["-Another customer.", "+Another client."]
    assert run("check", "--changed-since", "base", "--fix").code == 0
    assert (repository / "old.md").read_text(encoding="utf-8") == OLD + "Another client.\n"


@pytest.mark.usefixtures("repository")
def test_the_range_of_pre_commit_is_the_default(run: Run) -> None:
    both = {"PRE_COMMIT_FROM_REF": "base", "PRE_COMMIT_TO_REF": "HEAD"}
    assert run("check", **both).code == 0
    assert run("check", PRE_COMMIT_FROM_REF="base").code == 1
    assert run("check", PRE_COMMIT_FROM_REF="base", PRE_COMMIT_TO_REF="").code == 1
    assert run("check", "--changed-since", "base", PRE_COMMIT_FROM_REF="none", PRE_COMMIT_TO_REF="none").code == 0
    done = run("check", PRE_COMMIT_FROM_REF="none", PRE_COMMIT_TO_REF="HEAD")
    assert done == Done(2, "", "termlint: PRE_COMMIT_FROM_REF none: no such commit, branch or tag here\n")


@pytest.mark.usefixtures("repository")
def test_standard_input_has_no_history(run: Run) -> None:
    assert run("check", "-", "--changed-since", "base").code == 2
    assert run("check", "-", stdin=OLD.encode(), PRE_COMMIT_FROM_REF="base", PRE_COMMIT_TO_REF="HEAD").code == 1


def test_a_failure_is_one_line(repository: Path, run: Run) -> None:
    assert run("check", "--changed-since", "mian") == Done(
        2, "", "termlint: --changed-since mian: no such commit, branch or tag here\n"
    )
    shutil.move(repository / ".git", repository / "git")
    assert run("check", "old.md", "--changed-since", "base").code == 2
