"""Whole processes, timed from outside, in turns."""

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contestant:
    command: tuple[str, ...]
    folder: Path
    """Where it is run."""
    known: bool = False
    """It may use what its last run left; it is run once before it is timed."""


@dataclass(frozen=True, slots=True)
class Taken:
    wall: float
    cpu: float
    """User and system seconds of the process and all it waited for."""
    peak: int
    """Kilobytes of the largest of them."""


def take_turns(contestants: Mapping[str, Contestant], rounds: int) -> dict[str, list[Taken]]:
    """One round after the other, so that whatever slows the machine slows all. The first run of each is not counted."""
    taken: dict[str, list[Taken]] = {name: [] for name in contestants}
    for contestant in contestants.values():
        run(contestant)
    for _ in range(rounds):
        for name, contestant in contestants.items():
            taken[name].append(run(contestant))
    return taken


def run(contestant: Contestant) -> Taken:
    environment = {**os.environ, "TERMLINT_NO_CACHE": "" if contestant.known else "1"}
    start = time.perf_counter()
    process = subprocess.Popen(
        contestant.command, cwd=contestant.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 65):  # 65: codespell and its findings
        raise RuntimeError(f"{' '.join(contestant.command)[:200]} ended with {process.returncode}")
    return Taken(wall, used.ru_utime + used.ru_stime, used.ru_maxrss)


def median(taken: Sequence[Taken]) -> Taken:
    return Taken(
        statistics.median(each.wall for each in taken),
        statistics.median(each.cpu for each in taken),
        round(statistics.median(each.peak for each in taken)),
    )


def ratios(left: Sequence[Taken], right: Sequence[Taken]) -> tuple[list[float], list[float]]:
    """Wall and CPU of each round of the one over the same round of the other."""
    pairs = list(zip(left, right, strict=True))
    return [one.wall / other.wall for one, other in pairs], [one.cpu / other.cpu for one, other in pairs]
