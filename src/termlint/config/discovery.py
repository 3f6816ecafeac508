"""The nearest house style, upwards from a file."""

import os
import re
from pathlib import Path

from termlint.config.paths import absolute

NAME = ".termlint.yaml"
PROJECT = "pyproject.toml"


def find(path: str | os.PathLike[str]) -> Path | None:
    """Where the house style of a file or folder stands; None where none does.

    ``.termlint.yaml`` beats ``pyproject.toml`` in the same folder. The search ends at the repository root, the folder that
    holds ``.git``. The answer is the same for all files of a folder.
    """
    start = Path(absolute(path))
    for folder in [start, *start.parents] if start.is_dir() else start.parents:
        # Whatever has the name counts, so that one that cannot be read is an error and not silence.
        if os.path.lexists(folder / NAME):
            return folder / NAME
        if (folder / PROJECT).is_file() and _speaks_of_termlint(folder / PROJECT):
            return folder / PROJECT
        if os.path.lexists(folder / ".git"):
            return None
    return None


def _speaks_of_termlint(project: Path) -> bool:
    try:
        raw = project.read_bytes()
    except OSError:
        return False
    if b"termlint" not in raw:
        return False
    import tomllib

    try:
        return "termlint" in tomllib.loads(raw.decode("utf-8-sig")).get("tool", {})
    except (ValueError, RecursionError, AttributeError):
        # Broken, but meant for termlint: loading it says what is wrong.
        return re.search(rb"(?m)^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*termlint\b", raw) is not None
