"""What pre-commit reads."""

import shlex
from pathlib import Path

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


def test_both_hooks_do_what_they_say(folder: Path, run: Run) -> None:
    assert list(hooks()) == ["termlint", "termlint-fix"]
    path = folder / "page.md"
    path.write_text(ONGOING + "A customer.\n", encoding="utf-8")
    check, fix = ([*command[1:], "page.md"] for command in hooks().values())
    assert run(*check, PRE_COMMIT="1").code == 1
    assert path.read_text(encoding="utf-8").endswith("A customer.\n")
    run(*fix, PRE_COMMIT="1")
    assert path.read_text(encoding="utf-8").endswith("A client.\n")
    assert run(*check, PRE_COMMIT="1").code == 0
