"""Options that several commands share, and the values behind them."""

import re
from pathlib import Path
from typing import Annotated

import typer

from termlint.cli.streams import Colour

BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Use this baseline instead of the .termlint-baseline.json beside the house style."
    ),
]
NoBaselineOption = Annotated[bool, typer.Option("--no-baseline", help="Report what the baseline knows, too.")]
ChangedSinceOption = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="REF",
        help="Only words on lines added or changed since this branch left REF, and on the disk since. Files are read whole.",
        show_default=False,
    ),
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Read every text again, and keep nothing of it; as TERMLINT_NO_CACHE=1.")
]
CacheDirOption = Annotated[
    str | None,
    typer.Option(
        "--cache-dir", metavar="DIR", help="Keep what is known of texts here instead of .termlint-cache beside the house style."
    ),
]
ConfigOption = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="Use this house style for every file instead of the nearest .termlint.yaml."),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="How to read files that are not UTF-8, such as cp1252. Default: skip them."
    ),
]
MaxSizeOption = Annotated[
    str, typer.Option("--max-size", metavar="SIZE", help="Skip larger files. Bytes, or a figure with kB or MB.")
]
ColourOption = Annotated[Colour, typer.Option("--color", "--colour", help="Colour the report: auto, always or never.")]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help='Write the report to FILE; "-" is the screen.',
        callback=lambda value: None if value in ("-", "/dev/stdout") else value,
    ),
]
StdinNameOption = Annotated[
    str | None,
    typer.Option("--stdin-filename", metavar="PATH", help='With "-": the name that tells the format and the house style.'),
]
JobsOption = Annotated[
    str,
    typer.Option("--jobs", "-j", metavar="N|auto", help="How many files are read at a time, where there are enough of them."),
]

_UNITS = {"": 1, "b": 1, "k": 1000, "kb": 1000, "m": 1_000_000, "mb": 1_000_000, "g": 10**9, "gb": 10**9}


def bytes_of(size: str) -> int:
    """``10MB`` is 10,000,000."""
    match = re.fullmatch(r"(\d{1,15})\s*([a-zA-Z]*)", size.strip())
    if match is None or match.group(2).lower() not in _UNITS:
        raise typer.BadParameter(
            f"{size!r} is no size; write bytes, or a figure with kB or MB, such as 20MB", param_hint="--max-size"
        )
    return int(match.group(1)) * _UNITS[match.group(2).lower()]


def jobs_of(jobs: str) -> int:
    """``auto`` is as many as there are processors to use."""
    from termlint.linting import spreading

    try:
        return spreading.jobs_of(jobs)
    except ValueError:
        raise typer.BadParameter(f"{jobs!r} is neither auto nor a number from 1", param_hint="--jobs") from None


def weights_of(context: typer.Context) -> Path | None:
    """The weights file named before the command. It is read at once: a broken one fails the run before any text is read."""
    if context.obj is None:
        return None
    from termlint.analysis.weights import load_weights

    file = Path(context.obj)
    load_weights(file)
    return file


def require_encoding(encoding: str | None) -> None:
    """Complain of an encoding that Python does not know before any file is read."""
    if encoding is not None:
        from termlint.reading import decode

        decode(b"", display="", encoding=encoding)
