"""termlint beside its peers and beside itself: whole processes in turns, medians, ratios against the goals.

    python bench/measure.py [--rounds 5] [--only PART] [--scratch FOLDER] [--record | --compare]
    python bench/measure.py --folder DOCS

Workloads and peers are put into the scratch folder and stay there. ``--compare`` exits 1 where a ratio has clearly grown
over ``bench/baseline.json``, which ``--record`` writes. ``--folder`` times a folder of your own. Not for Windows.
"""

import argparse
import json
import statistics
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import peers
from timing import Contestant, Taken, median, ratios, take_turns
from workloads import WORKLOADS, make

BASELINE = Path(__file__).resolve().parent / "baseline.json"
GROWN = 1.25
"""A ratio that is so many times the recorded one has grown, if its best round has grown by half as much, too."""
READ = "import re,sys\nfor name in sys.argv[1:]:\n    with open(name, 'rb') as file: file.read()"
LOAD = "import spacy\nfrom termlint.analysis.pipeline import load_pipeline\nload_pipeline()"


@dataclass(frozen=True, slots=True)
class Row:
    case: str
    ours: str
    beside: str
    most: float | None
    """The goal for the ratio; None: a goal that is stretched for, or none."""


@dataclass(frozen=True, slots=True)
class Part:
    contestants: dict[str, Contestant]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    row: Row
    ours: Taken
    beside: Taken
    wall: tuple[float, float]
    """The median of the ratios, and the best."""
    cpu: tuple[float, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=("start", "page", "folder", "growth"), action="append")
    parser.add_argument("--scratch", type=Path, default=Path(tempfile.gettempdir(), "termlint-bench"))
    parser.add_argument("--folder", type=Path)
    wish = parser.add_mutually_exclusive_group()
    wish.add_argument("--record", action="store_true")
    wish.add_argument("--compare", action="store_true")
    options = parser.parse_args()
    measured = []
    print(f"{'':<26} {'termlint':>22} {'beside':>30} {'ratio':>7} {'of CPU':>7} {'goal':>5}")  # noqa: T201
    for part in _parts(options.scratch.resolve(), options.only, options.folder):
        taken = take_turns(part.contestants, options.rounds)
        for row in part.rows:
            measured.append(_measured(row, taken[row.ours], taken[row.beside]))
            print(_line(measured[-1]), flush=True)  # noqa: T201
    if options.record:
        known = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
        known |= {_key(each): _figures(each) for each in measured}
        BASELINE.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if options.compare:
        grown = list(_grown(measured, json.loads(BASELINE.read_text(encoding="utf-8"))))
        sys.exit("\n".join(grown) if grown else 0)


def _parts(scratch: Path, only: Sequence[str] | None, own: Path | None) -> Iterator[Part]:
    ours = (str(Path(sysconfig.get_path("scripts"), "termlint")), "check")
    textlint = peers.textlint(scratch)
    if textlint is None:
        print("npm is missing, and with it what textlint takes", file=sys.stderr)  # noqa: T201
    if own is not None:
        yield _of_folder("your folder", own.resolve(), ours, textlint, scratch)
        return
    made = {name: make(name, scratch) for name in WORKLOADS}
    wanted = only or ("start", "page", "folder", "growth")
    if "start" in wanted:
        yield _start(made["idle"], made["commit"], ours, textlint, peers.codespell(scratch), scratch)
    if "page" in wanted:
        yield _page(made["page"], ours, textlint)
    if "folder" in wanted:
        yield _of_folder("2,000 files", made["folder"], ours, textlint, scratch)
    if "growth" in wanted:
        yield _growth(made, ours)


def _start(
    idle: Path, commit: Path, ours: tuple[str, ...], textlint: list[str] | None, codespell: list[str], scratch: Path
) -> Part:
    names, known = _names(idle), _names(commit)
    contestants = {
        "ours": Contestant((*ours, *names), idle),
        "reading": Contestant((sys.executable, "-I", "-c", READ, *names), idle),
        "codespell": Contestant((*codespell, *names), idle),
        "ours, known": Contestant((*ours, *known), commit, known=True),
    }
    rows = [
        Row("20 files, no word", "ours", "reading", 2.0),
        Row("20 files, no word", "ours", "codespell", 1.0),
        Row("20 files again", "ours, known", "ours", 2.0),
    ]
    if textlint is not None:
        cache = ["--cache", "--cache-location", str(scratch / "commit.cache")]
        contestants["textlint --cache"] = Contestant((*textlint, *cache, *known), commit, known=True)
        rows.append(Row("20 files again", "ours, known", "textlint --cache", 0.1))
    return Part(contestants, tuple(rows))


def _page(page: Path, ours: tuple[str, ...], textlint: list[str] | None) -> Part:
    names = _names(page)
    contestants = {
        "ours": Contestant((*ours, *names), page),
        "import spacy + pipeline": Contestant((sys.executable, "-c", LOAD), page),
    }
    rows = [Row("one page of 19 kB", "ours", "import spacy + pipeline", 1.1)]
    if textlint is not None:
        contestants["textlint"] = Contestant((*textlint, *names), page)
        rows.append(Row("one page of 19 kB", "ours", "textlint", None))
    return Part(contestants, tuple(rows))


def _of_folder(case: str, folder: Path, ours: tuple[str, ...], textlint: list[str] | None, scratch: Path) -> Part:
    contestants = {
        "ours": Contestant((*ours, "."), folder),
        "ours, known": Contestant((*ours, "."), folder, known=True),
    }
    if textlint is None:
        return Part(contestants, (Row(f"{case} again", "ours, known", "ours", None),))
    cache = ["--cache", "--cache-location", str(scratch / f"{folder.name}.cache")]
    contestants["textlint"] = Contestant((*textlint, "."), folder)
    contestants["textlint --cache"] = Contestant((*textlint, *cache, "."), folder, known=True)
    rows = (Row(case, "ours", "textlint", 0.35), Row(f"{case} again", "ours, known", "textlint --cache", 0.1))
    return Part(contestants, rows)


def _growth(made: dict[str, Path], ours: tuple[str, ...]) -> Part:
    """One process, so that nothing but the work grows."""
    alone = {name: Contestant((*ours, "-j", "1", "."), made[name]) for name in ("half", "folder", "dense", "scattered", "book")}
    rows = (
        Row("twice the files", "folder", "half", 2.0),
        Row("twice the mentions", "dense", "folder", 2.0),
        Row("5 MB in one file", "book", "scattered", 3.0),
    )
    return Part(alone, rows)


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*.md"))


def _measured(row: Row, ours: Sequence[Taken], beside: Sequence[Taken]) -> Measured:
    wall, cpu = ratios(ours, beside)
    return Measured(row, median(ours), median(beside), (statistics.median(wall), min(wall)), (statistics.median(cpu), min(cpu)))


def _line(measured: Measured) -> str:
    row = measured.row
    goal = "" if row.most is None else f"{row.most:g}"
    ours = f"{_seconds(measured.ours.wall)} {measured.ours.peak / 1024:6.0f} MiB"
    beside = f"{row.beside} {_seconds(measured.beside.wall)}"
    return f"{row.case:<26} {ours:>22} {beside:>30} {measured.wall[0]:>7.2f} {measured.cpu[0]:>7.2f} {goal:>5}"


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def _key(measured: Measured) -> str:
    return f"{measured.row.case}, beside {measured.row.beside}"


def _figures(measured: Measured) -> dict[str, float]:
    return {"wall": round(measured.wall[0], 3), "cpu": round(measured.cpu[0], 3), "MiB": round(measured.ours.peak / 1024)}


def _grown(measured: Sequence[Measured], known: dict[str, dict[str, float]]) -> Iterator[str]:
    """By CPU, which a busy machine changes least; what takes less of it by waiting longer shows in the table."""
    for each in measured:
        before = known.get(_key(each))
        if before is None:
            continue
        half = 1 + (GROWN - 1) / 2
        if each.cpu[0] > before["cpu"] * GROWN and each.cpu[1] > before["cpu"] * half:
            yield f"{_key(each)}: {each.cpu[0]:.2f} of the CPU, {before['cpu']:.2f} when it was recorded"
        if each.ours.peak / 1024 > before["MiB"] * GROWN:
            yield f"{_key(each)}: {each.ours.peak / 1024:.0f} MiB, {before['MiB']:.0f} when it was recorded"


if __name__ == "__main__":
    main()
