"""Workers that sleep, crash and complain. What they do is importable, since processes start afresh."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from termlint.linting import processes
from termlint.linting.processes import in_processes
from termlint.model.errors import TermlintError


def work(thing: str) -> str:
    if thing.startswith("crash"):
        os._exit(9)
    if thing == "fail":
        raise TermlintError("a broken house style")
    if thing == "slow":
        time.sleep(0.5)
    return thing.upper()


def crashed(thing: str) -> str:
    return f"{thing} crashed"


def done(*things: str, jobs: int = 2) -> list[str]:
    return list(in_processes([(thing, None) for thing in things], work, jobs=jobs, crashed=crashed))


def test_results_come_in_order() -> None:
    things = ["slow", *(f"thing {number}" for number in range(60)), "slow"]
    assert done(*things) == [thing.upper() for thing in things]
    assert done() == []


def test_results_that_are_known_are_not_asked_for() -> None:
    coming = [("crash", "known"), ("a", None), ("crash", "known, too")]
    assert list(in_processes(coming, work, jobs=2, crashed=crashed)) == ["known", "A", "known, too"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_crash_costs_one_result(jobs: int) -> None:
    things = [*(f"thing {number}" for number in range(20)), "crash", "slow", "crash again", *"abc"]
    expected = [crashed(thing) if "crash" in thing else thing.upper() for thing in things]
    assert done(*things, jobs=jobs) == expected


def test_what_work_raises_is_raised_in_its_turn() -> None:
    results = in_processes([("slow", None), ("fail", None), ("a", None)], work, jobs=2, crashed=crashed)
    assert next(results) == "SLOW"
    with pytest.raises(TermlintError, match="a broken house style"):
        next(results)


def test_things_are_taken_no_faster_than_results() -> None:
    taken = 0

    def coming() -> Iterator[tuple[str, str | None]]:
        nonlocal taken
        for _ in range(100_000):
            taken += 1
            yield "a", ("known" if taken % 2 else None)

    results = in_processes(coming(), work, jobs=2, crashed=crashed)
    assert next(results) == "known"
    assert taken < 100
    results.close()


def test_where_no_process_can_start_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ProcessPoolExecutor.__init__

    def broken(self: ProcessPoolExecutor, *_: object, **__: object) -> None:
        whole(self, 1, processes.get_context("spawn"), initializer=os._exit, initargs=(9,))

    monkeypatch.setattr(ProcessPoolExecutor, "__init__", broken)
    with pytest.raises(TermlintError, match="use -j 1"):
        done("a")


STAY = """
import os, sys, time
from pathlib import Path
from termlint.linting.processes import in_processes

def stay(folder):
    Path(folder, str(os.getpid())).touch()
    time.sleep(600)

if __name__ == "__main__":
    try:
        list(in_processes([(sys.argv[1], None)] * 4, stay, jobs=2, crashed=str))
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.parametrize("stopped_by", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_no_process_outlives_this_one(stopped_by: str, tmp_path: Path) -> None:
    """Ctrl-C reaches them all; a kill this one alone. Nothing is said, nothing stays."""
    script = tmp_path / "stay.py"
    script.write_text(STAY, encoding="utf-8")
    folder = tmp_path / "started"
    folder.mkdir()
    windows = sys.platform == "win32"
    options = {"creationflags": 0x200} if windows else {"start_new_session": True}
    main = subprocess.Popen([sys.executable, str(script), str(folder)], stderr=subprocess.PIPE, **options)
    wait_until(lambda: len(list(folder.iterdir())) == 2)
    if windows:
        main.kill()
    elif stopped_by == "SIGINT":
        os.killpg(main.pid, signal.SIGINT)
    else:
        os.kill(main.pid, getattr(signal, stopped_by))
    _, complaints = main.communicate(timeout=60)
    assert b"Traceback" not in complaints
    wait_until(lambda: not any(is_alive(int(path.name)) for path in folder.iterdir()))


def wait_until(condition: object) -> None:
    assert callable(condition)
    for _ in range(1200):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")


def is_alive(process: int) -> bool:
    if sys.platform == "win32":
        told = subprocess.run(["tasklist", "/FI", f"PID eq {process}"], capture_output=True, check=False).stdout
        return str(process).encode() in told
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")
