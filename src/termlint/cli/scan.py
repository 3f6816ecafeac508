"""From the names on the command line to a report for each of their files."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from termlint.cli.progress import followed
from termlint.cli.streams import tell

if TYPE_CHECKING:
    from termlint.linting.checking import Wishes
    from termlint.linting.styles import HouseStyles
    from termlint.linting.target import Target
    from termlint.model.report import FileReport


def targets_of(names: Sequence[str]) -> "tuple[Target, ...]":
    from termlint.linting.walking import find_targets
    from termlint.reading import format_of

    targets = find_targets(names, known=lambda name: format_of(name) is not None)
    if not targets:
        tell("no file to check: in a folder, files of a known format count that git does not ignore")
    return targets


def scanned(targets: "Sequence[Target]", styles: "HouseStyles", wishes: "Wishes", *, jobs: int = 1) -> "list[FileReport]":
    """Skipped files are told on standard error, and what else is to note of a file."""
    from termlint.linting.checking import check_targets

    reports = list(followed(check_targets(targets, styles, wishes, jobs=jobs), len(targets)))
    tell_of_skips(reports)
    return reports


def tell_of_skips(reports: "Sequence[FileReport]") -> None:
    for report in reports:
        if report.skipped is not None:
            tell(f"{report.path}: skipped: {report.skipped}")
        for note in report.notes:
            tell(f"{report.path}: {note}")
