"""When it is worth to read files in several processes."""

# Without pathlib: sizes of files by their names.
# ruff: noqa: PTH202

import os
from collections.abc import Iterator, Sequence
from itertools import chain

from termlint.linting.examining import Examiner
from termlint.linting.target import Target
from termlint.model.report import FileReport

_WORTH_FILES = 40
_WORTH_BYTES = 500_000
"""A process of its own needs about as long to start as one process to read this much."""
_MOST = 8
"""Processes where nobody says how many: each holds some 150 MB, and a container is told of processors it may not use."""


def jobs_of(told: str) -> int:
    """``auto`` is one for each processor that we may use. Raises ``ValueError`` for what is no number from 1."""
    if told == "auto":
        return min(_processors(), _MOST)
    jobs = int(told)
    if jobs < 1:
        raise ValueError(told)
    return min(jobs, 60)  # Windows waits for 61 processes at most


def examine_all(targets: Sequence[Target], examiner: Examiner, *, jobs: int) -> Iterator[FileReport]:
    """A report for each target, in their order."""
    if jobs < 2 or len(targets) < _WORTH_FILES:
        yield from map(examiner, targets)
        return
    coming = iter(targets)
    waiting: list[tuple[Target, FileReport | None]] = []
    files = size = 0
    for target in coming:
        glanced = examiner.glance(target)
        if glanced is not None and not files:
            yield glanced
            continue
        waiting.append((target, glanced))
        if glanced is None:
            files, size = files + 1, size + _size(target)
        if files >= _WORTH_FILES and size >= _WORTH_BYTES:
            from termlint.linting.processes import in_processes

            rest = ((target, examiner.glance(target)) for target in coming)
            yield from in_processes(chain(waiting, rest), examiner, jobs=jobs, crashed=_crashed)
            return
    for target, glanced in waiting:
        yield glanced or examiner(target)


def _crashed(target: Target) -> FileReport:
    return FileReport(target.path, skipped="termlint crashed on it")


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(target: Target) -> int:
    try:
        return os.path.getsize(target.file)
    except OSError:
        return 0
