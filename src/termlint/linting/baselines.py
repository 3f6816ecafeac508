"""Which baseline holds for a file, and what is in it."""

# Without pathlib: a name that is no file on the disk must do, too.
# ruff: noqa: PTH100, PTH118, PTH119, PTH120

import os
from collections import defaultdict
from pathlib import Path

from termlint.linting.baseline_file import NAME, Entry, read_entries
from termlint.linting.homes import home_of
from termlint.linting.shown import shown


class Baselines:
    """Finds and reads each baseline once. A damaged one raises ``TermlintError`` when its first file is reached."""

    def __init__(self, *, named: str | None = None, config: str | None = None) -> None:
        """``named`` holds for every file, and must exist where it is read. ``config``: the house style of the command line."""
        self._named = Path(os.path.abspath(named)) if named is not None else None
        self._config = os.path.dirname(os.path.realpath(config)) if config is not None else None
        self._of_folder: dict[str, Path] = {}
        self._keys: dict[Path, dict[str, frozenset[str]]] = {}

    def place(self, file: Path) -> Path:
        """The baseline of a file, be there one or not."""
        if self._named is not None:
            return self._named
        folder = os.path.dirname(os.path.abspath(file))
        if folder not in self._of_folder:
            self._of_folder[folder] = Path(home_of(os.path.realpath(folder), self._config), NAME)
        return self._of_folder[folder]

    def name(self, file: Path) -> str:
        """What the file's baseline calls it."""
        folder = os.path.realpath(os.path.dirname(os.path.abspath(file)))
        path = os.path.join(folder, os.path.basename(file))
        try:
            return shown(os.path.relpath(path, os.path.realpath(self.place(file).parent)))
        except ValueError:  # another drive
            return shown(path)

    def is_used(self, file: Path) -> bool:
        """Whether there is one that says which findings of the file are old."""
        return self._named is not None or os.path.lexists(self.place(file))

    def known(self, file: Path) -> frozenset[str]:
        """Keys of the findings that are known in the file."""
        baseline = self.place(file)
        if baseline not in self._keys:
            self._keys[baseline] = _by_path(read_entries(baseline) if self.is_used(file) else ())
        keys = self._keys[baseline]
        return keys.get(self.name(file), frozenset()) if keys else frozenset()


def _by_path(entries: tuple[Entry, ...]) -> dict[str, frozenset[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        keys[entry.path].add(entry.key)
    return {path: frozenset(found) for path, found in keys.items()}
