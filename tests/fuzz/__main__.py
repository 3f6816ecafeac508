"""Mutates a document of each format and reads it, until the time is over.

    python -m tests.fuzz [--seconds 60] [--seed 1] [FORMAT ...]

A format's reader works in a process of its own, so that a crash or a hang is told like any other mistake, with the file that
caused it. Exits 1 where anything was found.
"""

import argparse
import faulthandler
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.reading import FORMATS, Case, cases, read_case

HANGS = 20
"""Seconds after which a case counts as one that never ends."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("--seconds", type=float, default=60, help="for all formats together")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--replay", type=Path, help="a case that was kept")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.replay:
        _tell(f"late by {read_case(pickle.loads(wanted.replay.read_bytes())):.1f} s")
        return 0
    formats = wanted.formats or list(FORMATS)
    if wanted.into:
        return _read_until(formats[0], wanted.seconds, wanted.seed, wanted.into)
    folder = Path(tempfile.mkdtemp(prefix="termlint-fuzz-"))
    failed = 0
    for format in formats:
        into = folder / format
        seconds = str(wanted.seconds / len(formats))
        arguments = ["--seconds", seconds, "--seed", str(wanted.seed), "--into", str(into), format]
        code = subprocess.run([sys.executable, "-m", "tests.fuzz", *arguments], check=False).returncode
        if code:
            failed += 1
            _tell(f"{format}: exit {code}, seed {wanted.seed}; see it again with: python -m tests.fuzz --replay {into}")
    return int(failed > 0)


def _read_until(format: str, seconds: float, seed: int, into: Path) -> int:
    end, number = time.monotonic() + seconds, 0
    for case in cases(format, seed):
        if time.monotonic() > end:
            break
        into.write_bytes(pickle.dumps(case))
        faulthandler.dump_traceback_later(HANGS, exit=True)
        late = _without_surprise(case)
        faulthandler.cancel_dump_traceback_later()
        if late is None or late:
            wrong = "failed" if late is None else f"took {late:.1f} s more than its size explains"
            _tell(f"{format}: case {number} {wrong}")
            return 1
        number += 1
    _tell(f"{format}: {number:,} cases")
    into.unlink(missing_ok=True)
    return 0


def _without_surprise(case: Case) -> float | None:
    try:
        return read_case(case)
    except Exception:  # noqa: BLE001
        import traceback

        traceback.print_exc()
        return None


def _tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
