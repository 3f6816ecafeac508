"""The command line, from its arguments to its exit code."""

import typer

from termlint.cli.app import app
from termlint.cli.boundary import bounded

_USAGE_ERROR = typer.BadParameter.__mro__[2]  # the base class of all complaints about the command line, wherever typer keeps it


def run(arguments: list[str] | None = None) -> int:
    """The exit code of the command line with ``arguments``, by default those of this process."""
    return bounded(lambda: _command(arguments), usage=_usage_message)


def _command(arguments: list[str] | None) -> object:
    try:
        return typer.main.get_command(app).main(args=arguments, prog_name="termlint", standalone_mode=False)
    except typer.Abort:
        return 130


def _usage_message(error: Exception) -> str | None:
    if not isinstance(error, _USAGE_ERROR):
        return None
    told = str(getattr(error, "message", error)).rstrip(".")
    possible = getattr(error, "possibilities", None)
    if possible:
        told += "; did you mean " + " or ".join(sorted(possible)) + "?"
    elif hasattr(error, "format_message"):
        told = str(error.format_message()).rstrip(".")
    return told + ("" if told.endswith("?") else " (see termlint --help)")
