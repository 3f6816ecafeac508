"""A line on a terminal's standard error that says how far we are."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from termlint.reporting.printable import printable
from termlint.reporting.summary import counted

if TYPE_CHECKING:
    from termlint.model.report import FileReport

_REDRAWN_AFTER = 0.1
_FORETOLD_AFTER = 3.0
"""Seconds; earlier than that, a guess of the time left is no better than none."""


def followed(
    reports: "Iterable[FileReport]", total: int, *, clock: Callable[[], float] = time.monotonic
) -> "Iterator[FileReport]":
    """The same reports; how many of ``total`` have come, with how many findings, is told while they come.

    Silent where nobody looks: off a terminal, in CI, in a hook.
    """
    watched = not (os.environ.get("CI") or os.environ.get("PRE_COMMIT")) and os.environ.get("TERM") != "dumb"
    if total < 2 or not watched or sys.stderr is None or not sys.stderr.isatty():
        yield from reports
        return
    began = drawn = clock()
    findings = 0
    _draw(told(0, total, 0, 0.0))
    try:
        for done, report in enumerate(reports, start=1):
            findings += len(report.findings)
            now = clock()
            if now - drawn >= _REDRAWN_AFTER:
                drawn = now
                _draw(told(done, total, findings, now - began, report.path))
            yield report
    finally:
        _draw("")


def told(done: int, total: int, findings: int, seconds: float, path: str = "") -> str:
    """``120/2,000 files, 3 findings, 40 s left, docs/page.md``, in 79 columns."""
    parts = [f"{done:,}/{total:,} files", counted(findings, "finding")]
    if done and seconds >= _FORETOLD_AFTER:
        parts.append(f"{_duration(seconds / done * (total - done))} left")
    line = ", ".join(parts)
    room = 79 - len(line) - 2
    shown = printable(path)
    if path and room > 10:
        line += ", " + (shown if len(shown) <= room else "…" + shown[1 - room :])
    return line


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"


def _draw(line: str) -> None:
    sys.stderr.write("\r\x1b[K" + line)
    sys.stderr.flush()
