"""Writing a baseline, and holding one against what is found now."""

# Without pathlib: a name that is no file on the disk must do, too.
# ruff: noqa: PTH112, PTH118

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from termlint.linting.baseline_file import Entry, read_entries
from termlint.linting.baselines import Baselines
from termlint.linting.styles import HouseStyles
from termlint.linting.target import Target
from termlint.model.report import FileReport


@dataclass(frozen=True, slots=True)
class Compared:
    """One baseline and what was found by a run that knew nothing of it."""

    file: Path
    found: tuple[Entry, ...]
    """Every finding of the files that were read."""
    kept: tuple[Entry, ...]
    """Entries of files that this run did not judge: whoever checks some files says nothing of the others."""
    needed: tuple[Entry, ...]
    """Entries that are found still, or whose rule is off in this run."""
    stale: tuple[Entry, ...]


def compare(
    paths: Iterable[str], targets: Sequence[Target], reports: Sequence[FileReport], baselines: Baselines, styles: HouseStyles
) -> tuple[Compared, ...]:
    """One for each baseline that the paths reach, by its place. A file that no longer exists was judged with its folder."""
    found: dict[Path, list[Entry]] = defaultdict(list)
    judged: dict[tuple[Path, str], Path] = {}
    folders = [os.path.realpath(path) for path in paths if os.path.isdir(path)]
    for folder in folders:
        found[baselines.place(Path(folder, "any file"))] += []
    for target, report in zip(targets, reports, strict=True):
        file = Path(target.file)
        baseline, name = baselines.place(file), baselines.name(file)
        if report.skipped is None:
            judged[baseline, name] = file
            found[baseline] += [Entry(name, each.code, " ".join(each.text.split()), each.key) for each in report.findings]
    return tuple(_compared(file, found[file], judged, folders, styles) for file in sorted(found))


def _compared(
    baseline: Path, found: list[Entry], judged: dict[tuple[Path, str], Path], folders: list[str], styles: HouseStyles
) -> Compared:
    now = {(entry.path, entry.key) for entry in found}
    kept: list[Entry] = []
    needed: list[Entry] = []
    stale: list[Entry] = []
    for entry in read_entries(baseline) if os.path.lexists(baseline) else ():
        file = judged.get((baseline, entry.path))
        if file is None:
            (stale if _is_gone(baseline, entry, folders) else kept).append(entry)
        elif (entry.path, entry.key) in now or not _is_on(entry.rule, styles, file):
            needed.append(entry)
        else:
            stale.append(entry)
    return Compared(baseline, tuple(sorted(found)), tuple(kept), tuple(needed), tuple(sorted(stale)))


def _is_gone(baseline: Path, entry: Entry, folders: list[str]) -> bool:
    """Whether the file is no more, and stood in one of the folders that were searched."""
    path = os.path.join(os.path.realpath(baseline.parent), entry.path)
    if os.path.lexists(path):
        return False
    path = os.path.normpath(path)
    return any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)


def _is_on(rule: str, styles: HouseStyles, file: Path) -> bool:
    style = styles.of(file)
    return rule not in style.rules or style.is_on(rule)
