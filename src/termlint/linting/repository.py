"""Where the repository begins, and what it calls a file."""

# Without pathlib: a name that is no file on the disk must do, too.
# ruff: noqa: PTH118, PTH120

import os
from collections.abc import Callable

from termlint.linting.shown import shown


def naming_from_root(folder: str) -> Callable[[str], str]:
    """Names files as the repository around ``folder`` does: from its root, with ``/``, symbolic links followed.

    Where there is no repository, ``folder`` stands for its root. A file outside it keeps the name it has.
    """
    root = root_above(os.path.realpath(folder)) or os.path.realpath(folder)

    def name(path: str) -> str:
        real = os.path.realpath(os.path.join(folder, path))
        try:
            inside = os.path.commonpath([root, real]) == root
        except ValueError:  # another drive
            inside = False
        return shown(os.path.relpath(real, root)) if inside and real != root else path

    return name


def root_above(folder: str) -> str | None:
    """The nearest folder at or above ``folder`` that begins a repository or a work tree of one."""
    at = folder
    while not os.path.lexists(os.path.join(at, ".git")):
        above = os.path.dirname(at)
        if above == at:
            return None
        at = above
    return at
