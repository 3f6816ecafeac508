"""Which format a file has, by its extension alone."""

from pathlib import PurePath

FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
}
"""Format by lower-case extension."""


def format_of(path: str) -> str | None:
    """The format of a file by its name, or None where the extension is unknown.

    >>> format_of("docs/README.MD"), format_of("Makefile")
    ('markdown', None)
    """
    return FORMATS.get(PurePath(path).suffix.lower())
