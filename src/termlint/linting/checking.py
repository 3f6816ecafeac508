"""Many files, one report each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from termlint.linting.examining import Examiner, Wishes
from termlint.linting.spreading import examine_all
from termlint.linting.styles import HouseStyles
from termlint.linting.target import Target
from termlint.linting.writing import replace_bytes
from termlint.model.errors import UnreadableError
from termlint.model.report import FileReport

__all__ = ["Wishes", "check_targets"]


def check_targets(targets: Sequence[Target], styles: HouseStyles, wishes: Wishes, *, jobs: int = 1) -> Iterator[FileReport]:
    """A report for each target, in their order, and its fixes on the disk before the report is told.

    The same reports for any number of ``jobs``, which is how many processes read at a time where there is enough to read. Only
    this process writes.
    """
    examiner = Examiner(styles, wishes)
    for target, report in zip(targets, examine_all(targets, examiner, jobs=jobs), strict=True):
        yield _written(target, report, examiner) if wishes.write else report


def _written(target: Target, report: FileReport, examiner: Examiner) -> FileReport:
    before, after = report.original, report.source
    if before is None or after is None:
        return report
    try:
        replace_bytes(target.file, before=before.encode(before.text), after=after.encode(after.text))
    except UnreadableError as error:
        looking = Examiner(examiner.styles, replace(examiner.wishes, fixes=frozenset(), reason=None))
        told = "not fixed" if examiner.wishes.reason is None else "not suppressed"
        return replace(looking(target), notes=(f"{told}: {error}",))
    return report
