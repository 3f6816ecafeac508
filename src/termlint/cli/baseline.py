"""``termlint baseline``: old findings stay silent, new ones show."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from termlint.cli.options import (
    BaselineOption,
    ConfigOption,
    EncodingOption,
    JobsOption,
    MaxSizeOption,
    bytes_of,
    jobs_of,
    require_encoding,
    weights_of,
)
from termlint.cli.scan import scanned, targets_of
from termlint.cli.streams import emit, tell
from termlint.model.errors import TermlintError
from termlint.reporting.printable import printable
from termlint.reporting.summary import counted

if TYPE_CHECKING:
    from termlint.linting.baselining import Compared

baseline = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Keep the findings of today silent, so that only new ones show.\n\nThey are kept in .termlint-baseline.json beside the"
    " house style, else at the root of the repository, where check finds them.",
)

PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATHS", help="Files and folders. Default: this folder.", show_default=False),
]


@baseline.command()
def write(
    context: typer.Context,
    paths: PathsArgument = None,
    file: BaselineOption = None,
    config: ConfigOption = None,
    encoding: EncodingOption = None,
    max_size: MaxSizeOption = "10MB",
    jobs: JobsOption = "auto",
) -> int:
    """Write every finding of today into the baseline. What it says of other files stays.

    \b
    Example:
      termlint baseline write
    """
    from termlint.linting.baseline_file import write_entries

    for one in _compared(context, paths, file, config, encoding, max_size, jobs):
        write_entries(one.file, (*one.found, *one.kept))
        others = f", {len(one.kept):,} of other files kept" if one.kept else ""
        tell(f"wrote {_shown(one)}: {counted(len(one.found), 'finding')}{others}")
    return 0


@baseline.command()
def check(
    context: typer.Context,
    paths: PathsArgument = None,
    file: BaselineOption = None,
    config: ConfigOption = None,
    encoding: EncodingOption = None,
    max_size: MaxSizeOption = "10MB",
    jobs: JobsOption = "auto",
) -> int:
    """List what stands in the baseline and is found no more. Exits 1 if there is any.

    \b
    Example:
      termlint baseline check docs/
    """
    stale = 0
    for one in _existing(_compared(context, paths, file, config, encoding, max_size, jobs)):
        told = [f'{entry.path}: {entry.rule} "{entry.text}" is found no more' for entry in one.stale]
        emit("".join(printable(line) + "\n" for line in told))
        stale += len(one.stale)
        tell(f"{_shown(one)}: {counted(len(one.needed), 'known finding')}, {len(one.stale):,} found no more{_others(one)}")
    if stale:
        tell("termlint baseline prune takes them out")
    return int(stale > 0)


@baseline.command()
def prune(
    context: typer.Context,
    paths: PathsArgument = None,
    file: BaselineOption = None,
    config: ConfigOption = None,
    encoding: EncodingOption = None,
    max_size: MaxSizeOption = "10MB",
    jobs: JobsOption = "auto",
) -> int:
    """Take out of the baseline what is found no more. Nothing is added, and other files are left alone.

    \b
    Example:
      termlint baseline prune
    """
    from termlint.linting.baseline_file import write_entries

    for one in _existing(_compared(context, paths, file, config, encoding, max_size, jobs)):
        if one.stale:
            write_entries(one.file, (*one.needed, *one.kept))
        tell(f"{_shown(one)}: {counted(len(one.stale), 'finding')} taken out, {len(one.needed):,} left{_others(one)}")
    return 0


def _compared(
    context: typer.Context,
    paths: list[str] | None,
    file: str | None,
    config: str | None,
    encoding: str | None,
    max_size: str,
    jobs: str,
) -> "tuple[Compared, ...]":
    """Of a run that knows of no baseline."""
    require_encoding(encoding)
    from termlint.linting.baselines import Baselines
    from termlint.linting.baselining import compare
    from termlint.linting.checking import Wishes
    from termlint.linting.lint import LoadingLimits
    from termlint.linting.styles import HouseStyles

    names = paths or ["."]
    styles = HouseStyles(named=config)
    baselines = Baselines(named=file, config=config)
    wishes = Wishes(LoadingLimits(bytes_of(max_size), encoding), weights=weights_of(context))
    targets = targets_of(names)
    reports = scanned(targets, styles, wishes, jobs=jobs_of(jobs))
    return compare(names, targets, reports, baselines, styles)


def _existing(compared: "tuple[Compared, ...]") -> "list[Compared]":
    found = [one for one in compared if os.path.lexists(one.file)]
    if not found:
        where = " or ".join(_shown(one) for one in compared) or ".termlint-baseline.json"
        raise TermlintError(f"no baseline {where}; termlint baseline write makes one")
    return found


def _shown(one: "Compared") -> str:
    try:
        return os.path.relpath(one.file)
    except ValueError:  # another drive
        return str(one.file)


def _others(one: "Compared") -> str:
    return f", {len(one.kept):,} of files not looked at" if one.kept else ""
