"""What goes where: reports to standard output or a file, everything else to standard error."""

import os
import sys
from enum import StrEnum
from io import TextIOWrapper

from termlint.linting.writing import write_new
from termlint.model.errors import TermlintError
from termlint.reporting.colour import Palette
from termlint.reporting.printable import printable


class Colour(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def prepare_streams() -> None:
    """UTF-8 and ``\\n`` whatever the platform; what UTF-8 cannot hold (an odd file name) is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def emit(report: str | bytes, *, output: str | None = None) -> None:
    """Write a report to standard output, or to ``output``, which then holds the whole of it or what it held before."""
    if isinstance(report, str):
        report = report.encode("utf-8", "backslashreplace")
    try:
        if output is not None:
            write_new(output, report)
        elif sys.stdout is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(report)
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise TermlintError(f"cannot write {output or 'standard output'}: {(error.strerror or str(error)).lower()}") from error


def tell(message: str) -> None:
    """One line for the person at the terminal."""
    print(f"termlint: {printable(message)}", file=sys.stderr)  # noqa: T201


def palette(colour: Colour, *, output: str | None) -> Palette:
    """``--color`` wins over NO_COLOR, which wins over FORCE_COLOR, which wins over what the output is."""
    if colour is not Colour.AUTO:
        return Palette(colour is Colour.ALWAYS)
    if os.environ.get("NO_COLOR"):
        return Palette(False)
    if os.environ.get("FORCE_COLOR"):
        return Palette(True)
    return Palette(output is None and sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
