"""From the paths a user names to the files to check."""

# Without pathlib: it would not keep paths as the user wrote them.
# ruff: noqa: PTH110, PTH112, PTH113, PTH114, PTH118

import os
from collections.abc import Callable, Iterable, Iterator

from termlint.linting.shown import shown
from termlint.linting.target import Target
from termlint.model.errors import TermlintError


def find_targets(paths: Iterable[str], *, known: Callable[[str], bool]) -> tuple[Target, ...]:
    """Every file to check, once, sorted by path. Folders give their files of a ``known`` format, as git sees them.

    Raises ``TermlintError`` naming every path that does not exist.
    """
    missing = []
    found: dict[str, Target] = {}
    for path in paths:
        if not os.path.lexists(path):
            missing.append(path)
        elif os.path.isdir(path):
            real = os.path.realpath(path)
            for name, unreadable in _files_in(path, known):
                target = Target(shown(os.path.join(path, name)), os.path.join(path, name), unreadable=unreadable)
                _keep(found, os.path.normcase(os.path.join(real, os.path.normpath(name))), target)
        else:
            target = Target(shown(path), path, named=True, unreadable=_broken_link(path))
            _keep(found, os.path.normcase(os.path.realpath(path)), target)
    if missing:
        raise TermlintError("no such file or folder: " + ", ".join(missing))
    return tuple(sorted(found.values(), key=lambda target: target.path))


def _keep(found: dict[str, Target], key: str, target: Target) -> None:
    """Of several ways to one file a named one counts, else the first in the alphabet, whatever was asked for first."""
    known = found.get(key)
    if known is None or (not target.named, target.path) < (not known.named, known.path):
        found[key] = target


def _files_in(folder: str, known: Callable[[str], bool]) -> Iterator[tuple[str, str | None]]:
    from termlint.linting.git import listed_by_git

    names = listed_by_git(folder)
    if names is None:
        from termlint.linting.ignoring import walk_unignored

        for name, unreadable in walk_unignored(folder):
            if unreadable or known(name):
                yield name, unreadable
        return
    for name in names:
        # A submodule and a nested repository are told as folders; a name may be gone from the disk, or be a link or a device.
        if known(name) and _is_plain_file(os.path.join(folder, name)):
            yield name, None


def _is_plain_file(path: str) -> bool:
    return os.path.isfile(path) and not os.path.islink(path)


def _broken_link(path: str) -> str | None:
    if os.path.islink(path) and not os.path.exists(path):
        return "a symbolic link that leads nowhere"
    return None
