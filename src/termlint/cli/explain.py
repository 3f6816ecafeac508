"""``termlint explain``."""

import os.path
import re
from enum import StrEnum
from pathlib import Path
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
from termlint.cli.scan import scanned, targets_of, tell_of_skips
from termlint.cli.streams import Colour, emit, palette, tell
from termlint.model.errors import TermlintError

if TYPE_CHECKING:
    from termlint.linting.checking import Wishes
    from termlint.linting.styles import HouseStyles
    from termlint.model.finding import Verdict
    from termlint.model.report import FileReport

Place = tuple[int | None, int | None]


class ExplainFormat(StrEnum):
    TEXT = "text"
    JSONL = "jsonl"


def explain(
    context: typer.Context,
    places: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH[:LINE[:COLUMN]]",
            help='Files, folders, or a place in a file; "-" for standard input. Default: this folder.',
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        ExplainFormat, typer.Option("--format", help="text, or jsonl (one JSON object a mention).")
    ] = ExplainFormat.TEXT,
    output: OutputOption = None,
    config: ConfigOption = None,
    color: ColourOption = Colour.AUTO,
    encoding: EncodingOption = None,
    max_size: MaxSizeOption = "10MB",
    stdin_filename: StdinNameOption = None,
) -> int:
    """Show how every word was read, and why, flagged or not.

    \b
    Examples:
      termlint explain page.md          every mention in a file
      termlint explain page.md:12       those in line 12
      termlint explain page.md:12:5     the one at line 12, column 5
    """
    require_encoding(encoding)
    from termlint.linting.baselines import Baselines
    from termlint.linting.checking import Wishes
    from termlint.linting.lint import LoadingLimits
    from termlint.linting.styles import HouseStyles

    limits = LoadingLimits(bytes_of(max_size), encoding)
    weights = weights_of(context)
    names = places or ["."]
    wanted: dict[str, set[Place]] = {}
    styles = HouseStyles(named=config, baselines=Baselines(config=config))
    if "-" in names or stdin_filename is not None:
        from termlint.cli.stdin import explain_stdin

        reports = [explain_stdin(names, name=stdin_filename, styles=styles, limits=limits, weights=weights)]
        tell_of_skips(reports)
    else:
        reports = _read_files(names, styles, Wishes(limits, weights=weights, explained=True), wanted)
    chosen = [(report, verdict) for report in reports for verdict in report.verdicts if _is_wanted(report, verdict, wanted)]
    whole = [report for report in reports if report.path not in wanted]
    emit(_explained(whole, chosen, format, palette(color, output=output)), output=output)
    if not chosen and format is ExplainFormat.TEXT:
        tell("no mention of a watched word there")
    return 0


def split_place(name: str) -> tuple[str, Place]:
    """``page.md:12:5`` is line 12, column 5 of ``page.md``, unless a file has that very name. ``C:\\page.md`` is a file."""
    if os.path.lexists(name):
        return name, (None, None)
    match = re.fullmatch(r"(.+?):(\d{1,9})(?::(\d{1,9}))?", name, re.DOTALL)
    if match is None:
        return name, (None, None)
    return match.group(1), (int(match.group(2)), int(match.group(3)) if match.group(3) else None)


def _read_files(names: list[str], styles: "HouseStyles", wishes: "Wishes", wanted: dict[str, set[Place]]) -> "list[FileReport]":
    """``wanted`` is filled with the places asked for, by the path that reports show. A path not in it is wanted whole."""
    from termlint.linting.shown import shown

    paths, whole = [], set()
    for name in names:
        path, place = split_place(name)
        paths.append(path)
        if place == (None, None):
            whole.add(shown(path))
        elif Path(path).is_dir():
            raise TermlintError(f"{name}: a folder has no lines; name one of its files")
        else:
            wanted.setdefault(shown(path), set()).add(place)
    for path in whole:
        wanted.pop(path, None)
    return scanned(targets_of(paths), styles, wishes)


def _is_wanted(report: "FileReport", verdict: "Verdict", wanted: dict[str, set[Place]]) -> bool:
    if report.path not in wanted or report.source is None or not report.source.has_places:
        return True
    from termlint.reporting.places import lines_of

    line, column = lines_of(report.source.text).place(verdict.mention.source_start)
    length = verdict.mention.source_end - verdict.mention.source_start
    return any(
        line == wanted_line and (wanted_column is None or column <= wanted_column < column + length)
        for wanted_line, wanted_column in wanted[report.path]
    )


def _explained(
    whole: "list[FileReport]", chosen: "list[tuple[FileReport, Verdict]]", format: ExplainFormat, colours: object
) -> str:
    """An agreement among the files asked for as a ``whole`` is told of before its mentions."""
    from termlint.reporting.agreements import explained_agreements
    from termlint.reporting.colour import Palette
    from termlint.reporting.explained import explained_text
    from termlint.reporting.json_report import mention_lines

    assert isinstance(colours, Palette)
    if format is ExplainFormat.JSONL:
        return mention_lines(chosen)
    agreements = explained_agreements(whole, palette=colours)
    return agreements + "\n" * bool(agreements) + explained_text(chosen, palette=colours)
