"""Which lines of the files on the disk are new since a commit, as git tells them."""

# Without pathlib: git's names are strings relative to the root of the work tree.
# ruff: noqa: PTH114, PTH118, PTH119, PTH120

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from termlint.linting.git import Answer, ask_git
from termlint.linting.line_ranges import LineRanges
from termlint.linting.repository import root_above
from termlint.linting.target import Target
from termlint.model.errors import TermlintError

_EVERY_LINE = None
_SHALLOW = "this clone is shallow; fetch the whole history: git fetch --unshallow, or fetch-depth: 0 (GIT_DEPTH: 0) in CI"
_PLAIN_DIFF = (
    *("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules=all", "--find-renames"),
    *("--src-prefix=a/", "--dst-prefix=b/", "--inter-hunk-context=0"),
)
"""Whatever the user's configuration says of colours, prefixes and tools."""
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPES = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


@dataclass(frozen=True, slots=True)
class Since:
    """The lines that the disk holds and the commit does not where ``head`` left ``ref``."""

    ref: str
    head: str = "HEAD"
    asked_by: str = "--changed-since"
    """What to name in a complaint."""


def changed_targets(targets: Iterable[Target], since: Since) -> tuple[Target, ...]:
    """Those with lines that are new, with these lines. A file that git does not track is new from top to bottom.

    So is a changed file whose lines git cannot count: binary to it, or stored as something else by a filter (Git LFS).
    Raises ``TermlintError`` where git cannot tell.
    """
    root_of, folder_of = cache(root_above), cache(os.path.realpath)
    trees: dict[str, _Changes] = {}
    chosen = []
    for target in targets:
        file = os.path.realpath(target.file) if os.path.islink(target.file) else target.file
        folder = folder_of(os.path.dirname(file) or ".")
        root = root_of(folder)
        if root is None:
            raise _complaint(since, f"{target.path} is in no git repository")
        if root not in trees:
            trees[root] = _changes(root, since)
        name = _key(os.path.relpath(os.path.join(folder, os.path.basename(file)), root))
        changes = trees[root]
        if name not in changes.tracked:
            chosen.append(target)
        elif name in changes.lines:
            lines = changes.lines[name]
            if lines is _EVERY_LINE or lines.ranges:
                chosen.append(replace(target, lines=lines))
    return tuple(chosen)


@dataclass(frozen=True, slots=True)
class _Changes:
    """By name from the root of the work tree."""

    tracked: frozenset[str]
    lines: Mapping[str, LineRanges | None]
    """Of each changed file; None: every line."""


def _changes(root: str, since: Since) -> _Changes:
    base = _merge_base(root, since)
    numbers = _told(ask_git(root, *_PLAIN_DIFF, "--numstat", "-z", base, "--"), since)
    patch = _told(ask_git(root, *_PLAIN_DIFF, "-U0", base, "--"), since)
    tracked = _told(ask_git(root, "ls-files", "-z"), since)
    names = dict(_names(numbers))
    filtered = _filtered(root, names, since)
    hunks = _hunks(patch)
    lines = {
        _key(os.fsdecode(name)): _EVERY_LINE if binary or name in filtered else LineRanges(tuple(hunks.get(name, ())))
        for name, binary in names.items()
    }
    return _Changes(frozenset(_key(os.fsdecode(name)) for name in tracked.split(b"\0") if name), lines)


def _merge_base(root: str, since: Since) -> str:
    if since.ref.startswith("-") or not since.ref:
        raise _complaint(since, "name a commit, a branch or a tag")
    top = ask_git(root, "rev-parse", "--show-toplevel")
    if top is None:
        raise _complaint(since, "git is not installed")
    if not top.ok:
        raise _complaint(since, f"git says: {top.complaint.removeprefix('fatal: ')}")
    head = ask_git(root, "rev-parse", "--verify", "--quiet", since.head + "^{commit}")
    if head is None or not head.ok:
        none_yet = "the repository has no commit yet" if since.head == "HEAD" else f"no commit {since.head} here"
        raise _complaint(since, none_yet)
    ref = ask_git(root, "rev-parse", "--verify", "--quiet", since.ref + "^{commit}")
    shallow = f"; {_SHALLOW}" if _is_shallow(root) else ""
    if ref is None or not ref.ok:
        raise _complaint(since, f"no such commit, branch or tag here{shallow}")
    ids = [answer.told.decode("ascii").strip() for answer in (ref, head)]
    base = ask_git(root, "merge-base", *ids)
    if base is None or not base.ok:
        raise _complaint(since, f"it has no commit in common with {since.head} here{shallow}")
    return base.told.decode("ascii").split()[0]


def _is_shallow(root: str) -> bool:
    answer = ask_git(root, "rev-parse", "--is-shallow-repository")
    return answer is not None and answer.told.strip() == b"true"


def _told(answer: Answer | None, since: Since) -> bytes:
    if answer is None or not answer.ok:
        raise _complaint(since, f"git says: {answer.complaint.removeprefix('fatal: ')}" if answer else "git is not installed")
    return answer.told


def _complaint(since: Since, what: str) -> TermlintError:
    return TermlintError(f"{since.asked_by} {since.ref}: {what}")


def _names(numbers: bytes) -> Iterator[tuple[bytes, bool]]:
    """Each changed file by its new name, and whether it is binary to git, from ``--numstat -z``."""
    fields = iter(numbers.split(b"\0"))
    for field in fields:
        if not field:
            continue
        added, _, rest = field.partition(b"\t")
        name = rest.partition(b"\t")[2]
        if not name:  # renamed: the old name, then the new one
            next(fields)
            name = next(fields)
        yield name, added == b"-"


def _filtered(root: str, names: Iterable[bytes], since: Since) -> set[bytes]:
    """Those that a filter turns into something else on their way into the repository, whose lines git counts then."""
    given = b"".join(name + b"\0" for name in names)
    if not given:
        return set()
    told = _told(ask_git(root, "check-attr", "-z", "--stdin", "filter", given=given), since).split(b"\0")
    return {name for name, value in zip(told[::3], told[2::3], strict=False) if value not in (b"unspecified", b"unset")}


def _hunks(patch: bytes) -> dict[bytes, list[tuple[int, int]]]:
    """First and last of the new lines of each hunk, by name, from a patch without context."""
    found: dict[bytes, list[tuple[int, int]]] = {}
    ranges: list[tuple[int, int]] = []
    passing = 0
    for line in patch.split(b"\n"):
        if passing and line.startswith((b"+", b"-")):
            passing -= 1
        elif line.startswith(b"+++ "):
            ranges = found.setdefault(_unquoted(line[4:]).removeprefix(b"b/"), [])
        elif match := _HUNK.match(line):
            removed, added = (int(match[number] or 1) if match[number] != b"0" else 0 for number in (1, 3))
            passing = removed + added
            if added:
                first = int(match[2])
                ranges.append((first, first + added - 1))
    return found


def _unquoted(name: bytes) -> bytes:
    """A name as a patch writes it: in quotation marks and escaped where it is odd, with a tab behind it if it has blanks."""
    name = name.removesuffix(b"\t")
    if not name.startswith(b'"'):
        return name
    return _ESCAPE.sub(_escaped, name[1:].removesuffix(b'"'))


def _escaped(match: re.Match[bytes]) -> bytes:
    told = match[1]
    return bytes([int(told, 8)]) if len(told) == 3 else _ESCAPES.get(told, told)


def _key(name: str) -> str:
    """Names are compared as the file system does."""
    if sys.platform == "darwin":
        name = unicodedata.normalize("NFC", name)
    return os.path.normcase(name)
