"""What ``termlint check`` does, once its options are understood. Knows nothing of how they were written."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.cli.answering import keep_answers
from termlint.cli.changes import changed_among, range_of
from termlint.cli.scan import scanned, targets_of, tell_of_skips
from termlint.cli.showing import show_report
from termlint.cli.streams import Colour, emit, palette, tell
from termlint.linting.asking import Asked
from termlint.linting.baselines import Baselines
from termlint.linting.cache.reports import report_cache
from termlint.linting.checking import Wishes
from termlint.linting.lint import LoadingLimits
from termlint.linting.repository import naming_from_root
from termlint.linting.spreading import jobs_of
from termlint.linting.styles import HouseStyles
from termlint.model.finding import Severity
from termlint.model.report import FileReport
from termlint.model.revision import Revision
from termlint.reporting.report_format import ReportFormat
from termlint.reporting.run import Run
from termlint.reporting.text import summary_line

if TYPE_CHECKING:
    from termlint.model.finding import Applicability


@dataclass(frozen=True, slots=True)
class Check:
    """The defaults are those of the command line."""

    names: Sequence[str]
    stdin: bool = False
    stdin_name: str | None = None
    fixing: bool = False
    unsafe: bool = False
    diff: bool = False
    """Fixes are made in memory only, and shown."""
    interactive: bool = False
    permitting: str | None = None
    """The reason for which findings are suppressed."""
    revision: Revision | None = None
    asked: Asked = field(default_factory=Asked)
    changed_since: str | None = None
    config: str | None = None
    baseline: str | None = None
    no_baseline: bool = False
    limits: LoadingLimits = field(default_factory=LoadingLimits)
    weights: Path | None = None
    jobs: int | None = None
    """None: as many as there are processors to use."""
    format: ReportFormat = ReportFormat.TEXT
    output: str | None = None
    color: Colour = Colour.AUTO
    statistics: bool = False
    limit: int | None = None
    fail_level: Severity = Severity.WARNING
    exit_zero: bool = False
    no_cache: bool = False
    cache_dir: str | None = None

    @property
    def is_plain(self) -> bool:
        """Whether nothing is asked for but names, perhaps with fixes: as the hooks call it."""
        return self == Check(self.names, fixing=self.fixing)


def run_check(check: Check) -> int:
    """The exit code."""
    baselines = None if check.no_baseline else Baselines(named=check.baseline, config=check.config)
    if check.baseline is not None and baselines is not None:
        baselines.known(Path(check.baseline))  # a baseline that was named has to be there, whatever there is to check
    styles = HouseStyles(named=check.config, asked=check.asked, baselines=baselines)
    if check.stdin:
        reports, fixed_text = _check_stdin(check, styles)
    else:
        reports, fixed_text = _check_files(check, styles), None
    if check.permitting is not None:
        from termlint.cli.permitting import tell_of_suppressions

        tell_of_suppressions(reports, written=not check.diff)
    if check.diff:
        return int(_show_diff(reports, check.output) and not check.exit_zero)
    run = Run.of(
        reports,
        limit=check.limit,
        palette=palette(check.color, output=check.output),
        fixing=check.fixing,
        repository_path=naming_from_root("."),
        has_baseline=lambda path: baselines is not None and baselines.is_used(Path(path)),
    )
    if fixed_text is not None and check.fixing:
        emit(fixed_text)
        _tell_report(run)
    elif check.interactive:
        tell(summary_line(run))
    elif check.statistics:
        _show_statistics(run, check.format, check.output, rows=check.limit)
    else:
        show_report(run, check.format, output=check.output)
    levels = list(reversed(Severity))  # info, warning, error
    failing = set(levels[levels.index(check.fail_level) :])
    return int(not check.exit_zero and any(one.severity in failing for report in reports for one in report.findings))


def _check_stdin(check: Check, styles: HouseStyles) -> tuple[list[FileReport], bytes]:
    from termlint.cli.stdin import check_stdin

    reports, fixed = check_stdin(
        check.names,
        name=check.stdin_name,
        styles=styles,
        limits=check.limits,
        weights=check.weights,
        fixing=check.fixing,
        unsafe=check.unsafe,
        revision=check.revision,
    )
    tell_of_skips(reports)
    return reports, fixed


def _check_files(check: Check, styles: HouseStyles) -> list[FileReport]:
    without = check.no_cache or os.environ.get("TERMLINT_NO_CACHE")
    kept = None if without else report_cache(named=check.cache_dir, config=check.config)
    wishes = Wishes(
        check.limits, _fixes(check), not check.diff, check.weights, check.permitting, revision=check.revision, kept=kept
    )
    since = range_of(check.changed_since)
    targets = changed_among(targets_of(check.names), since)
    reports = scanned(targets, styles, wishes, jobs=check.jobs or jobs_of("auto"))
    if kept is not None:
        if check.is_plain and since is None:
            keep_answers(targets, reports, styles, fixing=check.fixing)
        kept.trim()
    if check.interactive:
        from termlint.cli.interactive import decide

        return decide(targets, reports, styles, wishes, palette(check.color, output=None))
    return reports


def _fixes(check: Check) -> "frozenset[Applicability]":
    if not check.fixing:
        return frozenset()
    from termlint.linting.fixing import SAFE, UNSAFE

    return UNSAFE if check.unsafe else SAFE


def _show_statistics(run: Run, format: ReportFormat, output: str | None, *, rows: int | None) -> None:
    from termlint.reporting.statistics import statistics_json, statistics_text

    emit(statistics_json(run) if format is ReportFormat.JSON else statistics_text(run, rows=rows), output=output)


def _show_diff(reports: Sequence[FileReport], output: str | None) -> bool:
    """Whether there is anything to show."""
    from termlint.linting.diffing import unified_diff
    from termlint.reporting.summary import counted

    changed = [
        (report.original, report.source) for report in reports if report.original is not None and report.source is not None
    ]
    emit(b"".join(unified_diff(before, after) for before, after in changed), output=output)
    fixes = sum(report.fixed for report in reports)
    if any(report.suppressed for report in reports):
        return bool(changed)
    tell(f"{fixes} {'fix' if fixes == 1 else 'fixes'} in {counted(len(changed), 'file')}, nothing written")
    return bool(changed)


def _tell_report(run: Run) -> None:
    """The fixed text has the standard output; what remains is told beside it, without colours."""
    from termlint.reporting.text import text_report

    sys.stderr.write(text_report(Run(run.reports, run.shown, fixing=True)))
