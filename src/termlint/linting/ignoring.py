"""Walking a folder that git knows nothing of, by the rules of its ``.gitignore`` files."""

# Without pathlib: names are strings, as git and .gitignore know them.
# ruff: noqa: PTH118, PTH123

import os
from collections.abc import Iterator

from pathspec import GitIgnoreSpec

Rules = tuple[tuple[str, GitIgnoreSpec], ...]
"""Each ``.gitignore`` above a name, outermost first, with the folder it stands in (relative, ending in ``/``, or empty)."""


def walk_unignored(top: str) -> Iterator[tuple[str, str | None]]:
    """Names of plain files under ``top``, relative and with ``/``, each with None; or a folder and why it cannot be read.

    An ignored folder is not entered, so that nothing in it can be taken back, as in git. Symbolic links are not followed.
    """
    waiting: list[tuple[str, Rules]] = [("", ())]
    while waiting:
        folder, rules = waiting.pop()
        try:
            with os.scandir(os.path.join(top, folder)) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield folder.rstrip("/") or ".", f"the folder cannot be read ({error.strerror})"
            continue
        rules = _with_rules_of(top, folder, rules)
        for entry in entries:
            name = folder + entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name.lower() != ".git" and not _ignored(name + "/", rules):
                    waiting.append((name + "/", rules))
            elif entry.is_file(follow_symlinks=False) and not _ignored(name, rules):
                yield name, None


def _with_rules_of(top: str, folder: str, rules: Rules) -> Rules:
    try:
        with open(os.path.join(top, folder, ".gitignore"), encoding="utf-8-sig", errors="replace") as file:
            lines = file.read().split("\n")
    except OSError:
        return rules
    return (*rules, (folder, GitIgnoreSpec.from_lines(line.rstrip("\r") for line in lines)))


def _ignored(name: str, rules: Rules) -> bool:
    """The innermost file that speaks of ``name`` decides."""
    for folder, spec in reversed(rules):
        said = spec.check_file(name.removeprefix(folder)).include
        if said is not None:
            return said
    return False
