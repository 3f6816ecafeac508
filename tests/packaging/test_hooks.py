"""What pre-commit reads."""

import re
import shlex
from pathlib import Path

import pytest

from termlint.yaml_source import Mapping, Scalar, Sequence, read_yaml
from tests.cli.conftest import ONGOING, Run, folder, run

__all__ = ["folder", "run"]

ROOT = Path(__file__).parents[2]


def hooks() -> dict[str, list[str]]:
    """The command of each hook, by id, in order."""
    tree = read_yaml((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), file=".pre-commit-hooks.yaml")
    assert isinstance(tree, Sequence)
    found = {}
    for hook in tree.items:
        assert isinstance(hook, Mapping)
        values = {entry.key: entry.value for entry in hook.entries}
        name, entry = values["id"], values["entry"]
        assert isinstance(name, Scalar)
        assert isinstance(entry, Scalar)
        found[str(name.value)] = shlex.split(str(entry.value))
    return found


def test_the_hooks_do_what_they_say(folder: Path, run: Run) -> None:
    assert list(hooks()) == ["termlint", "termlint-fix", "termlint-docx"]
    path = folder / "page.md"
    path.write_text(ONGOING + "A customer.\n", encoding="utf-8")
    check, fix, word = ([*command[1:], "page.md"] for command in hooks().values())
    assert check == word
    assert run(*check, PRE_COMMIT="1").code == 1
    assert path.read_text(encoding="utf-8").endswith("A customer.\n")
    run(*fix, PRE_COMMIT="1")
    assert path.read_text(encoding="utf-8").endswith("A client.\n")
    assert run(*check, PRE_COMMIT="1").code == 0


def test_the_hooks_for_texts_are_handed_the_same_files() -> None:
    check, fix = (
        hook.partition("  types_or")[2] for hook in (ROOT / ".pre-commit-hooks.yaml").read_text().split("- id: ")[1:3]
    )
    assert check == fix


@pytest.mark.parametrize(
    ("name", "locked"),
    [
        ("package-lock.json", True),
        ("web/pnpm-lock.yaml", True),
        ("conda-lock.yml", True),
        ("Pipfile.lock", True),
        ("npm-shrinkwrap.json", True),
        (".pre-commit-config.yaml", True),
        ("locksmiths.json", False),
        ("docs/block.json", False),
        ("lock/page.md", False),
    ],
)
def test_lock_files_are_left_out(name: str, locked: bool) -> None:
    pattern = re.search("exclude: (.*)", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert pattern is not None
    assert bool(re.search(pattern[1], name)) is locked
