"""``--changed-since``: only what stands on lines that are new."""

import os
from typing import TYPE_CHECKING

from termlint.cli.streams import tell

if TYPE_CHECKING:
    from termlint.linting.changed_lines import Since
    from termlint.linting.target import Target


def range_of(changed_since: str | None) -> "Since | None":
    """What was asked for, else the range that pre-commit runs on, which it tells when something is pushed or is named to it."""
    since, until = os.environ.get("PRE_COMMIT_FROM_REF"), os.environ.get("PRE_COMMIT_TO_REF")
    if changed_since is None and not (since and until):
        return None  # as most runs: what reads changes is not imported
    from termlint.linting.changed_lines import Since

    if changed_since is not None or since is None or until is None:
        return Since(changed_since or "")
    return Since(since, until, asked_by="PRE_COMMIT_FROM_REF")


def changed_among(targets: "tuple[Target, ...]", since: "Since | None") -> "tuple[Target, ...]":
    if since is None or not targets:
        return targets
    from termlint.linting.changed_lines import changed_targets

    changed = changed_targets(targets, since)
    if not changed:
        tell(f"nothing changed here since {since.ref}")
    return changed
