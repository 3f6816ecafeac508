"""Many files, one report each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from termlint.linting.fixing import fix_source
from termlint.linting.lint import LoadingLimits, lint_source, load_target
from termlint.linting.styles import HouseStyles
from termlint.linting.target import Target
from termlint.linting.writing import replace_bytes
from termlint.model.errors import TermlintError, UnreadableError
from termlint.model.finding import Applicability
from termlint.model.report import FileReport


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to do with each file."""

    limits: LoadingLimits = field(default_factory=LoadingLimits)
    fixes: frozenset[Applicability] = frozenset()
    """Which fixes to make; none: only look."""
    write: bool = True
    """False: make them in memory only, for a diff."""
    weights: Path | None = None
    """Weights other than the shipped ones."""


def check_targets(
    targets: Sequence[Target], styles: HouseStyles, wishes: Wishes, *, progress: Callable[[str], None] | None = None
) -> Iterator[FileReport]:
    """A report for each target, in their order. ``progress`` is told each path before its file is read."""
    for target in targets:
        if progress is not None:
            progress(target.path)
        yield _check(target, styles, wishes)


def _check(target: Target, styles: HouseStyles, wishes: Wishes) -> FileReport:
    style = styles.of(Path(target.file))
    try:
        source, format = load_target(target, wishes.limits)
    except UnreadableError as error:
        return FileReport(target.path, skipped=str(error))
    if not wishes.fixes:
        return lint_source(source, style, format=format, weights=wishes.weights)
    try:
        report = fix_source(source, style, wanted=wishes.fixes, format=format, weights=wishes.weights)
        if report.original is None or report.source is None or not wishes.write:
            return report
        replace_bytes(target.file, before=source.encode(source.text), after=report.source.encode(report.source.text))
    except (TermlintError, ImportError):
        raise
    except UnreadableError as error:
        return replace(lint_source(source, style, format=format, weights=wishes.weights), notes=(str(error),))
    except Exception as error:  # noqa: BLE001 (what goes wrong between two fixes must cost one file, never the run)
        note = f"not fixed: termlint failed on it ({type(error).__name__})"
        return replace(lint_source(source, style, format=format, weights=wishes.weights), notes=(note,))
    return report
