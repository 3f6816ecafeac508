"""One file to check, as found on the command line or in a folder."""

from dataclasses import dataclass

from termlint.linting.line_ranges import LineRanges


@dataclass(frozen=True, slots=True)
class Target:
    path: str
    """As the user would write it, with ``/`` and no leading ``./``."""
    file: str
    """What to open."""
    named: bool = False
    """Named by the user rather than found in a folder: then an unknown format is worth a word."""
    unreadable: str | None = None
    """Why not even its name could be followed."""
    lines: LineRanges | None = None
    """The lines to report of, the others being read for their context alone. None: every line."""
