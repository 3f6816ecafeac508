"""``termlint check``."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from termlint.cli.options import (
    ColourOption,
    ConfigOption,
    EncodingOption,
    MaxSizeOption,
    OutputOption,
    StdinNameOption,
    bytes_of,
    require_encoding,
    weights_of,
)
from termlint.cli.streams import Colour, emit, palette, progress_of, tell
from termlint.model.finding import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.linting.lint import LoadingLimits
    from termlint.model.report import FileReport


class CheckFormat(StrEnum):
    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


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
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")] = False,
    format: Annotated[
        CheckFormat, typer.Option("--format", help="text, concise (a line a finding) or json.")
    ] = CheckFormat.TEXT,
    output: OutputOption = None,
    config: ConfigOption = None,
    fail_level: Annotated[Severity, typer.Option("--fail-level", help="The least severity that exits 1.")] = Severity.WARNING,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even with findings.")] = False,
    color: ColourOption = Colour.AUTO,
    encoding: EncodingOption = None,
    max_size: MaxSizeOption = "10MB",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many files at a time (one, in this version).")] = 1,  # noqa: ARG001
    stdin_filename: StdinNameOption = None,
) -> int:
    """Report every word that contradicts the house style.

    Folders are searched as git sees them for .md, .markdown, .txt and .text. Exits 0 if there is nothing to report, 1 with
    findings, 2 if the run failed.

    \b
    Examples:
      termlint check docs/
      termlint check --diff page.md     see what --fix would change
      termlint check --fix page.md      change it
    """
    require_encoding(encoding)
    from termlint.linting.lint import LoadingLimits

    limits = LoadingLimits(bytes_of(max_size), encoding)
    weights = weights_of(context)
    fixing = fix or unsafe_fixes or diff
    names = paths or ["."]
    if "-" in names or stdin_filename is not None:
        from termlint.cli.stdin import check_stdin

        reports, fixed_text = check_stdin(
            names, name=stdin_filename, config=config, limits=limits, weights=weights, fixing=fixing, unsafe=unsafe_fixes
        )
    else:
        reports = _check_files(names, config, limits, weights, fixing=fixing, unsafe=unsafe_fixes, write=not diff)
        fixed_text = None
    _tell_of_skips(reports)
    if diff:
        return _show_diff(reports, output)
    if fixed_text is not None and fixing:
        emit(fixed_text)
        _tell_report(reports)
    else:
        emit(_report(reports, format, palette=palette(color, output=output), fixing=fixing), output=output)
        if output is not None or format is CheckFormat.CONCISE:
            _tell_summary(reports)
    levels = list(reversed(Severity))  # info, warning, error
    failing = set(levels[levels.index(fail_level) :])
    return int(not exit_zero and any(finding.severity in failing for report in reports for finding in report.findings))


def _check_files(
    names: Sequence[str],
    config: str | None,
    limits: "LoadingLimits",
    weights: "Path | None",
    *,
    fixing: bool,
    unsafe: bool,
    write: bool,
) -> "list[FileReport]":
    from termlint.linting.checking import Wishes, check_targets
    from termlint.linting.fixing import SAFE, UNSAFE
    from termlint.linting.styles import HouseStyles
    from termlint.linting.walking import find_targets
    from termlint.reading import format_of

    styles = HouseStyles(named=config)
    targets = find_targets(names, known=lambda name: format_of(name) is not None)
    if not targets:
        tell("no file to check: folders are searched for .md, .markdown, .txt and .text")
    fixes = (UNSAFE if unsafe else SAFE) if fixing else frozenset()
    with progress_of(len(targets)) as progress:
        return list(check_targets(targets, styles, Wishes(limits, fixes, write, weights), progress=progress))


def _report(reports: "Sequence[FileReport]", format: CheckFormat, *, palette: object, fixing: bool) -> str:
    from termlint.reporting.colour import Palette
    from termlint.reporting.json_report import json_report
    from termlint.reporting.text import concise_report, text_report

    assert isinstance(palette, Palette)
    match format:
        case CheckFormat.JSON:
            return json_report(reports)
        case CheckFormat.CONCISE:
            return concise_report(reports, palette=palette)
        case CheckFormat.TEXT:
            return text_report(reports, palette=palette, fixing=fixing)


def _show_diff(reports: "Sequence[FileReport]", output: str | None) -> int:
    from termlint.linting.diffing import unified_diff
    from termlint.reporting.summary import counted

    changed = [
        (report.original, report.source) for report in reports if report.original is not None and report.source is not None
    ]
    emit(b"".join(unified_diff(before, after) for before, after in changed), output=output)
    fixes = sum(report.fixed for report in reports)
    tell(f"{fixes} {'fix' if fixes == 1 else 'fixes'} in {counted(len(changed), 'file')}, nothing written")
    return int(bool(changed))


def _tell_of_skips(reports: "Sequence[FileReport]") -> None:
    for report in reports:
        if report.skipped is not None:
            tell(f"{report.path}: skipped: {report.skipped}")
        for note in report.notes:
            tell(f"{report.path}: {note}")


def _tell_summary(reports: "Sequence[FileReport]") -> None:
    from termlint.reporting.text import summary_line

    tell(summary_line(reports))


def _tell_report(reports: "Sequence[FileReport]") -> None:
    """The fixed text has the standard output; what remains is told beside it."""
    from termlint.reporting.text import text_report

    typer.echo(text_report(reports, fixing=True), err=True, nl=False)
