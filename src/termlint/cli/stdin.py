"""A text from standard input."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from termlint.linting.fixing import SAFE, UNSAFE, fix_source
from termlint.linting.lint import LoadingLimits, lint_source
from termlint.linting.shown import shown
from termlint.linting.styles import HouseStyles
from termlint.model.errors import TermlintError, UnreadableError
from termlint.model.report import FileReport
from termlint.model.revision import Revision
from termlint.model.source import SourceText
from termlint.reading import decode, format_of

_UNNAMED = "<stdin>"


def check_stdin(
    names: Sequence[str],
    *,
    name: str | None,
    styles: HouseStyles,
    limits: LoadingLimits,
    weights: Path | None,
    fixing: bool = False,
    unsafe: bool = False,
    explained: bool = False,
    revision: Revision | None = None,
) -> tuple[list[FileReport], bytes]:
    """Its report, and its bytes after the fixes: those that came in where nothing is to fix or nothing can be read."""
    _require_alone(names)
    if sys.stdin is None:
        raise TermlintError("standard input is closed")
    raw = sys.stdin.buffer.read(limits.limit + 1)
    path = shown(name) if name is not None else _UNNAMED
    style = styles.of(Path(name or "stdin.md"))
    try:
        source, format = _decoded(raw, path, limits)
    except UnreadableError as error:
        return [FileReport(path, skipped=str(error))], raw + sys.stdin.buffer.read()
    if not fixing:
        return [lint_source(source, style, format=format, weights=weights, explained=explained)], raw
    wanted = UNSAFE if unsafe else SAFE
    try:
        report = fix_source(source, style, wanted=wanted, format=format, weights=weights, revision=revision)
    except UnreadableError as error:
        return [replace(lint_source(source, style, format=format, weights=weights), notes=(str(error),))], raw
    fixed = report.source.encode(report.source.text) if report.original is not None and report.source is not None else raw
    return [report], fixed


def explain_stdin(
    names: Sequence[str], *, name: str | None, styles: HouseStyles, limits: LoadingLimits, weights: Path | None
) -> FileReport:
    """The report of standard input, nothing fixed."""
    reports, _ = check_stdin(names, name=name, styles=styles, limits=limits, weights=weights, explained=True)
    return reports[0]


def _decoded(raw: bytes, path: str, limits: LoadingLimits) -> tuple[SourceText, str]:
    if len(raw) > limits.limit:
        raise UnreadableError(f"more than the limit of {limits.limit:,} bytes; raise it with --max-size")
    return decode(raw, display=path, encoding=limits.encoding), format_of(path) or "markdown"


def _require_alone(names: Sequence[str]) -> None:
    if list(names) != ["-"]:
        raise TermlintError("standard input is checked alone: termlint check - --stdin-filename NAME")
