"""``--track-changes``: fixes that the other side of a contract can see, accept and reject."""

import os
import re
from datetime import UTC, datetime
from typing import Annotated

import typer

from termlint.model.revision import Revision

TrackChangesOption = Annotated[
    bool,
    typer.Option(
        "--track-changes", help="In Word files, write fixes as tracked changes; needs --fix or --unsafe-fixes. See --author."
    ),
]
AuthorOption = Annotated[
    str | None,
    typer.Option("--author", metavar="NAME", help="Whose tracked changes they are. Default: termlint.", show_default=False),
]
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LAST = 253402300799
"""The end of the year 9999, which is the last that such a date can tell."""


def revision_of(track_changes: bool, author: str | None, *, fixing: bool) -> Revision | None:
    """None where no changes are to be tracked. The date is now, or what ``SOURCE_DATE_EPOCH`` says."""
    if not track_changes:
        if author is not None:
            raise typer.BadParameter("an author is for --track-changes", param_hint="--author")
        return None
    if not fixing:
        raise typer.BadParameter(
            "changes are tracked where fixes are made: add --fix or --unsafe-fixes", param_hint="--track-changes"
        )
    name = "termlint" if author is None else author.strip()
    if not name or len(name) > 255 or _UNPRINTABLE.search(name):
        raise typer.BadParameter("write a name of 1 to 255 characters, all of them printable", param_hint="--author")
    return Revision(name, _now().strftime("%Y-%m-%dT%H:%M:%SZ"))


def _now() -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC)
    if not re.fullmatch(r"\d{1,12}", epoch, re.ASCII) or int(epoch) > _LAST:
        raise typer.BadParameter(f"{epoch!r} is no number of seconds since 1970", param_hint="SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC)
