"""Paths as house styles compare and show them. Symlinks stay: a linked file belongs to the folder it is linked from."""

import os


def absolute(path: str | os.PathLike[str]) -> str:
    return os.path.abspath(path)  # noqa: PTH100  (Path.resolve follows symlinks, Path.absolute keeps "..")


def shown(path: str) -> str:
    """An absolute path as a person in the working folder would write it, with ``/``."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        near = path
    return min(near, path, key=len).replace(os.sep, "/")
