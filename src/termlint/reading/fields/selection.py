"""Globs over key paths: which fields a house style calls prose, and which it leaves out."""

from collections.abc import Sequence
from fnmatch import fnmatchcase


def matches_path(glob: str, path: Sequence[str]) -> bool:
    """``macros.*.title``: one step a part, ``*`` any one step, ``**`` any number. The steps below a match belong to it.

    >>> matches_path("macros.*.title", ("macros", "0", "title")), matches_path("**.body", ("a", "b", "body"))
    (True, True)
    """
    parts = glob.split(".")
    reached = {0}
    for step in path:
        reached = _closed(reached, parts)
        if len(parts) in reached:
            return True
        reached = {number if parts[number] == "**" else number + 1 for number in reached if _fits(parts[number], step)}
    return len(parts) in _closed(reached, parts)


def _fits(part: str, step: str) -> bool:
    return part in ("*", "**") or part == step or ("*" in part and fnmatchcase(step, part))


def _closed(reached: set[int], parts: Sequence[str]) -> set[int]:
    """With every place that is reached by taking ``**`` for no step at all."""
    for number, part in enumerate(parts):
        if number in reached and part == "**":
            reached = reached | {number + 1}
    return reached
