"""``termlint check``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from termlint.cli.changes import ChangedSinceOption, changed_among, range_of
from termlint.cli.interactive import decide, require_alone, require_terminal
from termlint.cli.narrowing import IgnoreOption, LimitOption, MinConfidenceOption, SelectOption, asked_of
from termlint.cli.options import (
    BaselineOption,
    ColourOption,
    ConfigOption,
    EncodingOption,
    JobsOption,
    MaxSizeOption,
    NoBaselineOption,
    OutputOption,
    StdinNameOption,
    bytes_of,
    jobs_of,
    require_encoding,
    weights_of,
)
from termlint.cli.permitting import reason_of, tell_of_suppressions
from termlint.cli.scan import scanned, targets_of, tell_of_skips
from termlint.cli.showing import show_report
from termlint.cli.streams import Colour, emit, palette, tell
from termlint.cli.tracking import AuthorOption, TrackChangesOption, revision_of
from termlint.model.finding import Severity
from termlint.reporting.report_format import ReportFormat

if TYPE_CHECKING:
    from termlint.model.report import FileReport
    from termlint.reporting.run import Run


def check(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATHS", help='Files and folders; "-" for standard input. Default: this folder.', show_default=False
        ),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Write the safe fixes.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Write also the fixes that deserve a second look. Implies --fix.")
    ] = False,
    track_changes: TrackChangesOption = False,
    author: AuthorOption = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")] = False,
    add_suppressions: Annotated[
        bool, typer.Option("--add-suppressions", help="Write a comment that permits each finding; needs --reason.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Ask what to do with each finding: fix, suppress, permit or leave it.")
    ] = False,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why what is found may stay, for --add-suppressions.")
    ] = None,
    format: Annotated[
        ReportFormat,
        typer.Option("--format", help="How to report: for people, programs, GitHub, GitLab, reviewdog or a CI server."),
    ] = ReportFormat.TEXT,
    output: OutputOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    min_confidence: MinConfidenceOption = None,
    changed_since: ChangedSinceOption = None,
    limit: LimitOption = None,
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics", help="Count the findings by rule, folder, word and relationship, as text or json, and list none."
        ),
    ] = False,
    config: ConfigOption = None,
    baseline: BaselineOption = None,
    no_baseline: NoBaselineOption = False,
    fail_level: Annotated[Severity, typer.Option("--fail-level", help="The least severity that exits 1.")] = Severity.WARNING,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even with findings.")] = False,
    color: ColourOption = Colour.AUTO,
    encoding: EncodingOption = None,
    max_size: MaxSizeOption = "10MB",
    jobs: JobsOption = "auto",
    stdin_filename: StdinNameOption = None,
) -> int:
    """Report every word that contradicts the house style.

    Of a folder, every file of a known format is read that git does not ignore: Markdown, HTML, Word, plain text, YAML, JSON,
    tables and more. Exits 0 if there is nothing to report, 1 with findings, 2 if the run failed.

    \b
    Examples:
      termlint check docs/
      termlint check --diff page.md     see what --fix would change
      termlint check --fix page.md      change it
      termlint check --unsafe-fixes --track-changes --author "Jo Reed" contract.docx
      termlint check --interactive .    decide on each finding
      termlint check --statistics .     what adopting it here would mean
      termlint check --select TL102 --min-confidence 0.95 --limit 20 .
      termlint check --changed-since origin/main docs/
      termlint check --format sarif --output termlint.sarif .
    """
    require_encoding(encoding)
    if statistics and format not in (ReportFormat.TEXT, ReportFormat.JSON):
        raise typer.BadParameter("statistics are told as text or json only", param_hint="--statistics")
    permitting = reason_of(add_suppressions, reason, fix or unsafe_fixes or "-" in (paths or ()) or stdin_filename is not None)
    revision = revision_of(track_changes, author, fixing=fix or unsafe_fixes or diff)
    if interactive:
        changing = fix or unsafe_fixes or diff or add_suppressions
        elsewhere = "-" in (paths or ()) or stdin_filename is not None or output is not None
        require_alone(changing or elsewhere or statistics or limit is not None or format is not ReportFormat.TEXT)
        require_terminal()
    asked = asked_of(select, ignore, min_confidence)
    if baseline is not None and no_baseline:
        raise typer.BadParameter("a baseline is used or not", param_hint="--no-baseline")
    from termlint.linting.baselines import Baselines
    from termlint.linting.lint import LoadingLimits
    from termlint.linting.styles import HouseStyles

    baselines = None if no_baseline else Baselines(named=baseline, config=config)
    if baseline is not None and baselines is not None:
        baselines.known(Path(baseline))  # a baseline that was named has to be there, whatever there is to check
    styles = HouseStyles(named=config, asked=asked, baselines=baselines)
    limits = LoadingLimits(bytes_of(max_size), encoding)
    weights = weights_of(context)
    fixing = fix or unsafe_fixes or diff
    names = paths or ["."]
    if "-" in names or stdin_filename is not None:
        if changed_since is not None:
            raise typer.BadParameter("standard input has no history", param_hint="--changed-since")
        from termlint.cli.stdin import check_stdin

        reports, fixed_text = check_stdin(
            names,
            name=stdin_filename,
            styles=styles,
            limits=limits,
            weights=weights,
            fixing=fixing,
            unsafe=unsafe_fixes,
            revision=revision,
        )
        tell_of_skips(reports)
    else:
        from termlint.linting.checking import Wishes
        from termlint.linting.fixing import SAFE, UNSAFE

        fixes = (UNSAFE if unsafe_fixes else SAFE) if fixing else frozenset()
        wishes = Wishes(limits, fixes, not diff, weights, permitting, revision=revision)
        targets = changed_among(targets_of(names), range_of(changed_since))
        reports = scanned(targets, styles, wishes, jobs=jobs_of(jobs))
        fixed_text = None
        if interactive:
            reports = decide(targets, reports, styles, wishes, palette(color, output=None))
    if permitting is not None:
        tell_of_suppressions(reports, written=not diff)
    if diff:
        return int(_show_diff(reports, output) and not exit_zero)
    from termlint.linting.repository import naming_from_root
    from termlint.reporting.run import Run
    from termlint.reporting.text import summary_line

    run = Run.of(
        reports,
        limit=limit,
        palette=palette(color, output=output),
        fixing=fixing,
        repository_path=naming_from_root("."),
    )
    if fixed_text is not None and fixing:
        emit(fixed_text)
        _tell_report(run)
    elif interactive:
        tell(summary_line(run))
    elif statistics:
        _show_statistics(run, format, output, rows=limit)
    else:
        show_report(run, format, output=output)
    levels = list(reversed(Severity))  # info, warning, error
    failing = set(levels[levels.index(fail_level) :])
    return int(not exit_zero and any(finding.severity in failing for report in reports for finding in report.findings))


def _show_statistics(run: "Run", format: ReportFormat, output: str | None, *, rows: int | None) -> None:
    from termlint.reporting.statistics import statistics_json, statistics_text

    emit(statistics_json(run) if format is ReportFormat.JSON else statistics_text(run, rows=rows), output=output)


def _show_diff(reports: "Sequence[FileReport]", output: str | None) -> bool:
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


def _tell_report(run: "Run") -> None:
    """The fixed text has the standard output; what remains is told beside it, without colours."""
    from termlint.reporting.run import Run
    from termlint.reporting.text import text_report

    typer.echo(text_report(Run(run.reports, run.shown, fixing=True)), err=True, nl=False)
