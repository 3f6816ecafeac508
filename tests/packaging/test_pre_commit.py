"""The hooks as pre-commit and prek run them, installed from a copy of this checkout into repositories of their own."""

import os
import random
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document

ROOT = Path(__file__).parents[2]
GOOD = "The firm has advised its clients for decades, and each client has a lawyer of their own.\n"
BAD = "---\ntermlint: {relationship: ongoing}\n---\nWe advise every customer.\n"
FIXED = BAD.replace("customer", "client")
CLEAN = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT", "PREK"))}
IDENTITY = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ALLOW_PROTOCOL": "file",
}


@dataclass(frozen=True, slots=True)
class Team:
    """A repository with hooks, and how to run things in it."""

    folder: Path
    tool: tuple[str, ...]
    environment: dict[str, str]

    def call(self, *command: str) -> tuple[int, str]:
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, check=False)
        return done.returncode, (done.stdout + done.stderr).decode()

    def git(self, *command: str) -> str:
        code, told = self.call("git", *command)
        assert code == 0, told
        return told

    def hooks(self, *arguments: str) -> tuple[int, str]:
        return self.call(*self.tool, "run", *arguments)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        self.git("add", "--", name)
        return path

    def use(self, *hooks: str, options: str = "") -> None:
        listed = "".join(f"      - id: {hook}\n{options}" for hook in hooks)
        config = f"repos:\n  - repo: {self.environment['HOOKS']}\n    rev: v1\n    hooks:\n{listed}"
        self.write(".pre-commit-config.yaml", config)


@pytest.fixture(scope="module", params=["pre-commit", "prek"])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, str]]:
    """The tool, and an environment in which it installs the hooks of this checkout, libraries and all, as a user gets them."""
    hooks = tmp_path_factory.mktemp("hooks")
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, hooks)
    for name in ("src", "rules"):
        shutil.copytree(ROOT / name, hooks / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    store = str(tmp_path_factory.mktemp("store"))
    environment = CLEAN | IDENTITY | {"PRE_COMMIT_HOME": store, "PREK_HOME": store, "HOOKS": str(hooks), "NO_COLOR": "1"}
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Hooks"], ["tag", "v1"]):
        subprocess.run(["git", *command], cwd=hooks, env=environment, check=True)
    return str(Path(sys.executable).parent / request.param), environment


@pytest.fixture
def team(installed: tuple[str, dict[str, str]], tmp_path: Path) -> Team:
    tool, environment = installed
    team = Team(tmp_path, (tool,), environment)
    team.git("init", "-q", "-b", "main")
    team.use("termlint")
    assert team.call(tool, "install")[0] == 0
    return team


def test_good_copy_passes_and_bad_copy_does_not(team: Team) -> None:
    team.write("good.md", GOOD)
    team.git("commit", "-m", "Good")
    team.write("bad page.md", BAD)
    code, told = team.call("git", "commit", "-m", "Bad")
    assert code == 1
    assert "bad page.md:4:17: TL101" in told
    assert team.git("log", "--format=%s").split() == ["Good"]
    team.write("bad page.md", FIXED)
    team.git("commit", "-m", "Better")


def test_the_fixing_hook_fixes_and_lets_the_next_commit_pass(team: Team) -> None:
    team.use("termlint-fix")
    path = team.write("page.md", BAD)
    assert team.call("git", "commit", "-m", "Bad")[0] == 1
    assert path.read_text(encoding="utf-8") == FIXED
    team.git("add", "page.md")
    team.git("commit", "-m", "Fixed")


def test_arguments_of_the_user_come_after_ours(team: Team) -> None:
    team.use("termlint", options="        args: [--fail-level, error]\n")
    team.write("page.md", BAD)
    assert team.hooks("--all-files")[0] == 0


def test_word_documents_have_a_hook_of_their_own(team: Team) -> None:
    document = Document()
    document.add_paragraph("The firm has advised this customer on her estate for many years.")
    document.save(str(team.folder / "letter.docx"))
    team.git("add", "letter.docx")
    assert team.hooks("--all-files")[0] == 0
    team.use("termlint-docx")
    code, told = team.hooks("--all-files")
    assert code == 1
    assert "letter.docx (paragraph 1): TL101" in told


def test_lock_files_and_pictures_are_not_handed_over(team: Team) -> None:
    team.write("package-lock.json", '{"description": "We have advised these customers for years, month after month."}\n')
    team.write("logo.svg", f"<svg><text>{GOOD}</text></svg>\n")
    code, told = team.hooks("--all-files", "--verbose")
    assert code == 0
    assert "file" in told.lower()
    assert "skipped:" not in told


def found(told: str) -> set[str]:
    return {line.partition(": TL101")[0].strip() for line in told.splitlines() if ": TL101" in line}


def test_shuffled_and_split_lists_find_the_same(team: Team) -> None:
    """Lists longer than a command line may be are split, and pre-commit shuffles them."""
    names = [f"{'deep/' * 6}a long name of a page {number:04} {'x' * 60}.md" for number in range(1300)]
    for number, name in enumerate(names):
        path = team.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BAD if number % 100 == 7 else GOOD, encoding="utf-8")
    team.git("add", ".")
    wanted = {f"{name}:4:17" for number, name in enumerate(names) if number % 100 == 7}
    code, told = team.hooks("--all-files")
    assert code == 1
    split = Path(*team.tool).stem == "pre-commit"  # prek hands over longer lists
    assert len(re.findall(r"files? checked", told)) >= (2 if split else 1)
    assert found(told) == wanted
    random.Random(7).shuffle(names)
    code, told = team.hooks("--files", *names[:400])
    assert found(told) == {one for one in wanted if one.removesuffix(":4:17") in names[:400]}


def test_a_push_is_judged_by_its_new_lines(team: Team) -> None:
    team.write("old.md", BAD)
    team.git("commit", "--no-verify", "-m", "Old")
    team.write("old.md", BAD + "\nAnd a line without a word.\n")
    team.git("commit", "--no-verify", "-m", "A line")
    assert team.hooks("--from-ref", "HEAD~1", "--to-ref", "HEAD")[0] == 0
    team.write("old.md", BAD + "\nAnd a line that names a customer.\n")
    team.git("commit", "--no-verify", "-m", "A worse line")
    code, told = team.hooks("--from-ref", "HEAD~2", "--to-ref", "HEAD")
    assert code == 1
    assert "old.md:6:" in told
    assert "old.md:4:" not in told
