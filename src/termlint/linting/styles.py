"""Which house style holds for a file."""

import os
from dataclasses import replace
from pathlib import Path

from termlint.config import EffectiveStyle, HouseStyle, default, find, load
from termlint.linting.asking import Asked, narrowed
from termlint.linting.baselines import Baselines


class HouseStyles:
    """Finds and reads each house style once. A broken one raises ``TermlintError`` when its first file is reached."""

    def __init__(self, *, named: str | None = None, asked: Asked | None = None, baselines: Baselines | None = None) -> None:
        """``named`` holds for every file, whatever stands above them; ``asked`` beats what any of them says.

        ``baselines``: what is known of each file; None: nothing is.
        """
        self._baselines = baselines
        self._asked = asked or Asked()
        self._named_file = Path(named) if named is not None else None
        self._named = load(self._named_file) if self._named_file is not None else None
        self._of_folder: dict[Path, HouseStyle] = {}
        self._of_file: dict[Path, HouseStyle] = {}
        self._everywhere: dict[str, EffectiveStyle] = {}
        """What a house style says where it says the same of every path, by the folder of a file."""

    def above(self, file: Path) -> HouseStyle:
        """The house style that holds for ``file``, which need not exist."""
        if self._named is not None:
            return self._named
        folder = file.absolute().parent
        if folder not in self._of_folder:
            found = find(file.absolute())
            if found is None:
                self._of_folder[folder] = default()
            else:
                if found not in self._of_file:
                    self._of_file[found] = load(found)
                self._of_folder[folder] = self._of_file[found]
        return self._of_folder[folder]

    def file_above(self, file: Path) -> Path | None:
        """Where the house style stands that holds for ``file``; None where none does."""
        return self._named_file or find(file.absolute())

    def of(self, file: Path, *, above: HouseStyle | None = None) -> EffectiveStyle:
        """``above``: what would hold if this were its house style."""
        style = self._effective(file) if above is None else narrowed(above.for_path(file.absolute()), self._asked)
        known = self._baselines.known(file) if self._baselines is not None else frozenset()
        return replace(style, known=known) if known else style

    def _effective(self, file: Path) -> EffectiveStyle:
        folder = os.path.dirname(file)  # noqa: PTH120 (as it was written: of thousands of files, few folders are asked for)
        known = self._everywhere.get(folder)
        if known is None:
            above = self.above(file)
            known = narrowed(above.for_path(file.absolute()), self._asked)
            if above.same_everywhere:
                self._everywhere[folder] = known
        return known

    def read_again(self) -> None:
        """One of them has changed on the disk."""
        self._everywhere.clear()
        self._of_folder.clear()
        self._of_file.clear()
        if self._named_file is not None:
            self._named = load(self._named_file)
