"""The public functions: what the command does to a file, done to a text."""

from os import PathLike
from pathlib import Path

from termlint.config import EffectiveStyle, HouseStyle, default, load
from termlint.linting.lint import lint_source
from termlint.model.errors import UnreadableError
from termlint.model.finding import Finding, Verdict
from termlint.model.report import FileReport
from termlint.model.source import SourceText
from termlint.reading import format_of


def check_text(
    text: str, *, path: str = "text.md", house_style: HouseStyle | str | PathLike[str] | None = None
) -> tuple[Finding, ...]:
    """The findings of ``text``, in the order of their places.

    ``path`` tells the format by its extension (Markdown where that is unknown) and is what a house style's
    globs are held against; no file is opened. ``house_style`` is a file, or None for the preset ``default``: nothing is
    searched for on the disk. Offsets count characters of ``text``.

    >>> [finding.text for finding in check_text("Our lawyers have advised these customers for years.")]
    ['customers']

    Raises ``TermlintError`` for a broken house style, ``UnreadableError`` for a broken declaration in the text's front matter.
    """
    return _report(text, path, house_style, explained=False).findings


def explain_text(
    text: str, *, path: str = "text.md", house_style: HouseStyle | str | PathLike[str] | None = None
) -> tuple[Verdict, ...]:
    """Every mention of a watched term in ``text`` with its reading, its evidence and the verdict. Else as ``check_text``."""
    return _report(text, path, house_style, explained=True).verdicts


def _report(text: str, path: str, house_style: HouseStyle | str | PathLike[str] | None, *, explained: bool) -> FileReport:
    source = SourceText(path=path, text=text)
    report = lint_source(source, _style(house_style, path), format=format_of(path) or "markdown", explained=explained)
    if report.skipped is not None:
        raise UnreadableError(report.skipped)
    return report


def _style(house_style: HouseStyle | str | PathLike[str] | None, path: str) -> EffectiveStyle:
    if house_style is None:
        house_style = default()
    elif not isinstance(house_style, HouseStyle):
        house_style = load(Path(house_style))
    return house_style.for_path(path)
