"""``termlint check``."""

from typing import Annotated

import typer

from termlint.cli.interactive import require_alone, require_terminal
from termlint.cli.narrowing import IgnoreOption, LimitOption, MinConfidenceOption, SelectOption, asked_of
from termlint.cli.options import (
    BaselineOption,
    CacheDirOption,
    ChangedSinceOption,
    ColourOption,
    ConfigOption,
    EncodingOption,
    JobsOption,
    MaxSizeOption,
    NoBaselineOption,
    NoCacheOption,
    OutputOption,
    StdinNameOption,
    bytes_of,
    jobs_of,
    require_encoding,
    weights_of,
)
from termlint.cli.permitting import reason_of
from termlint.cli.streams import Colour
from termlint.cli.tracking import AuthorOption, TrackChangesOption, revision_of
from termlint.model.finding import Severity
from termlint.reporting.report_format import ReportFormat


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
    no_cache: NoCacheOption = False,
    cache_dir: CacheDirOption = None,
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
    if baseline is not None and no_baseline:
        raise typer.BadParameter("a baseline is used or not", param_hint="--no-baseline")
    if cache_dir is not None and no_cache:
        raise typer.BadParameter("a cache is used or not", param_hint="--no-cache")
    names = tuple(paths or (".",))
    stdin = "-" in names or stdin_filename is not None
    if stdin and changed_since is not None:
        raise typer.BadParameter("standard input has no history", param_hint="--changed-since")
    from termlint.cli.checking import Check, run_check
    from termlint.linting.lint import LoadingLimits

    return run_check(
        Check(
            names,
            stdin=stdin,
            stdin_name=stdin_filename,
            fixing=fix or unsafe_fixes or diff,
            unsafe=unsafe_fixes,
            diff=diff,
            interactive=interactive,
            permitting=permitting,
            revision=revision,
            asked=asked_of(select, ignore, min_confidence),
            changed_since=changed_since,
            config=config,
            baseline=baseline,
            no_baseline=no_baseline,
            limits=LoadingLimits(bytes_of(max_size), encoding),
            weights=weights_of(context),
            jobs=jobs_of(jobs),
            format=format,
            output=output,
            color=color,
            statistics=statistics,
            limit=limit,
            fail_level=fail_level,
            exit_zero=exit_zero,
            no_cache=no_cache,
            cache_dir=cache_dir,
        )
    )
