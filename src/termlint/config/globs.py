"""Globs as ``.gitignore`` writes them, relative to the folder of the file that holds them."""

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_STARS = 3


def glob_problem(glob: str) -> str | None:
    if not glob.strip():
        return "is empty"
    if re.search(r"\\(?![!# ])", glob):
        return "holds a backslash; write / between folders, on every system"
    if glob.lstrip("!").startswith(("../", "./", "~")) or re.match(r"!?[A-Za-z]:", glob):
        return "leaves the folder of this file or names it; globs are relative to it, without ./ or ../"
    # A backtracking matcher is quick only while the stars are few.
    if any(part.count("*") > _STARS for part in glob.split("/")) or glob.split("/").count("**") > _STARS:
        return f"has more than {_STARS} stars in one part"
    from pathspec import GitIgnoreSpec

    try:
        patterns = GitIgnoreSpec.from_lines([glob]).patterns
    except (ValueError, re.error):
        return "is no glob"
    if not patterns or patterns[0].include is None:
        return "matches nothing" + ("; put a leading # as \\#" if glob.startswith("#") else "")
    return None


def field_problem(glob: str) -> str | None:
    """What is wrong with a path of keys, such as ``macros.*.title``."""
    if not glob.strip() or glob != glob.strip():
        return "is empty" if not glob.strip() else "begins or ends with a blank"
    if any(not part for part in glob.split(".")):
        return "has two dots in a row, or one at an end; a dot stands between two keys"
    if any(part.count("*") > _STARS for part in glob.split(".")) or glob.split(".").count("**") > _STARS:
        return f"has more than {_STARS} stars in one part"
    return None


def matches(globs: tuple[str, ...], *, folder: str, path: str) -> bool:
    """Whether the last glob that speaks of ``path`` includes it. Paths outside ``folder`` never match. Both absolute."""
    try:
        inside = os.path.relpath(path, folder)
    except ValueError:  # another drive
        return False
    inside = inside.replace(os.sep, "/")
    if inside == ".." or inside.startswith("../"):
        return False
    return _spec(globs).match_file(inside)


@lru_cache(maxsize=256)
def _spec(globs: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # here, since most runs have no globs

    return GitIgnoreSpec.from_lines(globs)
