"""What a run found, as every format is handed it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from termlint.model.finding import Finding, Severity
from termlint.model.report import FileReport
from termlint.reporting.colour import PLAIN, Palette

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}  # most severe first


def _never(_path: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Run:
    """Made by ``Run.of``, so that the order of the files never depends on who asked for them."""

    reports: tuple[FileReport, ...]
    """Every file, by path, with all its findings: what the figures of a report speak of."""
    shown: tuple[FileReport, ...]
    """The same files with the findings to list."""
    palette: Palette = PLAIN
    fixing: bool = False
    """Fixes were asked for, so nobody needs to hear of them."""
    repository_path: Callable[[str], str] = str
    """A report's path as seen from the root of the repository, which is how code hosts know it."""
    has_baseline: Callable[[str], bool] = _never
    """Whether old findings of the file with this path are known and left out, so that those told are new."""

    @classmethod
    def of(
        cls,
        reports: Iterable[FileReport],
        *,
        limit: int | None = None,
        palette: Palette = PLAIN,
        fixing: bool = False,
        repository_path: Callable[[str], str] = str,
        has_baseline: Callable[[str], bool] = _never,
    ) -> "Run":
        """``limit``: list so many findings at most, an error before a warning, else in the order of their places."""
        ordered = tuple(sorted(reports, key=lambda report: report.path))
        shown = ordered if limit is None else _limited(ordered, limit)
        return cls(ordered, shown, palette, fixing, repository_path, has_baseline)

    @property
    def found(self) -> int:
        return sum(len(report.findings) for report in self.reports)

    @property
    def listed(self) -> int:
        return sum(len(report.findings) for report in self.shown)

    def findings(self) -> list[tuple[FileReport, Finding]]:
        """Those to list, in the order of their places."""
        return [(report, finding) for report in self.shown for finding in report.findings]


def most_severe_first(findings: Iterable[tuple[FileReport, Finding]]) -> list[tuple[FileReport, Finding]]:
    """Else in the order they come in."""
    return sorted(findings, key=lambda one: _RANKS[one[1].severity])


def _limited(reports: Sequence[FileReport], limit: int) -> tuple[FileReport, ...]:
    places = [
        (_RANKS[finding.severity], file, at)
        for file, report in enumerate(reports)
        for at, finding in enumerate(report.findings)
    ]
    kept = {place[1:] for place in sorted(places)[:limit]}
    return tuple(
        replace(report, findings=tuple(one for at, one in enumerate(report.findings) if (file, at) in kept))
        for file, report in enumerate(reports)
    )
