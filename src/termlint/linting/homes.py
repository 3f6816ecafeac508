"""Where what belongs to a file is kept: its baseline, and what is known of it from earlier runs."""

# Without pathlib: a name that is no file on the disk must do, too.
# ruff: noqa: PTH118, PTH120

import os

from termlint.config import find
from termlint.linting.repository import root_above


def home_of(folder: str, config: str | None = None) -> str:
    """Beside the house style of a folder, whose real path this is, else at the root of its repository.

    A house style that stands elsewhere (``config``, the folder of ``--config``, outside the folders above) says nothing of
    the place. Without a repository it is the working folder.
    """
    if config is not None:
        if _is_below(folder, config):
            return config
    elif (style := find(os.path.join(folder, ".termlint"))) is not None:
        return os.path.dirname(style)
    return root_above(folder) or os.path.realpath(".")


def _is_below(folder: str, above: str) -> bool:
    try:
        return os.path.commonpath([folder, above]) == above
    except ValueError:  # another drive
        return False
