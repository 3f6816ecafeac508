"""``--add-suppressions``: what is found may stay, for a reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from termlint.cli.streams import tell
from termlint.reporting.summary import counted

if TYPE_CHECKING:
    from termlint.model.report import FileReport


def reason_of(add: bool, reason: str | None, elsewise: bool) -> str | None:
    """Of a run that adds suppressions, on one line."""
    told = " ".join((reason or "").split())
    if not add:
        if reason is not None:
            raise typer.BadParameter("a reason is for --add-suppressions", param_hint="--reason")
        return None
    if elsewise:
        raise typer.BadParameter("suppressions are added to files, and apart from fixes", param_hint="--add-suppressions")
    from termlint.linting.comment_forms import ends_a_comment

    if not told:
        raise typer.BadParameter("say why with --reason TEXT", param_hint="--add-suppressions")
    if ends_a_comment(told):
        raise typer.BadParameter("it would end a comment; leave out such signs", param_hint="--reason")
    return told


def tell_of_suppressions(reports: "Sequence[FileReport]", *, written: bool) -> None:
    silent = sum(report.suppressed for report in reports)
    files = sum(report.suppressed > 0 for report in reports)
    tell(f"{counted(silent, 'finding')} suppressed in {counted(files, 'file')}{'' if written else ', nothing written'}")
