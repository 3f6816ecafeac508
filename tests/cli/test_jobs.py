"""Many files, and the same bytes whoever reads them."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from termlint.cli.progress import followed, told
from termlint.linting.checking import Wishes, check_targets
from termlint.linting.fixing import SAFE
from termlint.linting.styles import HouseStyles
from termlint.linting.walking import find_targets
from termlint.model.report import FileReport
from termlint.reading import format_of
from tests.cli.conftest import ONGOING, Run

FILLING = "Nothing of interest stands in this paragraph, which is here to be long.\n\n" * 180


@pytest.fixture
def many(folder: Path) -> Path:
    for number in range(60):
        kinds = [
            ONGOING + "A customer.\n\n",
            "---\ntermlint: {relationship: oops}\n---\nA client.\n",
            "Nothing.\n",
            "A client.\n",
        ]
        (folder / f"page {number:02}.md").write_text(kinds[number % 7 % 4] + FILLING, encoding="utf-8")
    (folder / "undecodable.md").write_bytes(b"A customer \xff\n")
    return folder


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("format", ["json", "text", "sarif"])
def test_the_same_bytes_for_any_number_of_jobs(format: str, run: Run) -> None:
    alone = run("check", "--format", format, "-j", "1")
    assert alone.code == 1
    assert alone.out.count("undecodable.md") + alone.err.count("undecodable.md")
    for jobs in ("2", "5", "auto"):
        assert run("check", "--format", format, "-j", jobs) == alone


def test_the_same_files_after_fixing(many: Path, run: Run) -> None:
    before = {path.name: path.read_bytes() for path in many.glob("*.md")}
    fixed = []
    for jobs in ("1", "3"):
        for name, content in before.items():
            (many / name).write_bytes(content)
        done = run("check", "--fix", "-j", jobs)
        fixed.append((done, {path.name: path.read_bytes() for path in many.iterdir() if path.is_file()}))
    assert fixed[0] == fixed[1]
    assert fixed[0][1] != before
    assert fixed[0][1].keys() == before.keys()


def test_processes_start_only_where_it_is_worth_it(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    def in_processes(coming: object, *_: object, **__: object) -> list[FileReport]:
        started.append(coming)
        return [FileReport(target.path) for target, _ in coming]  # type: ignore[attr-defined]

    monkeypatch.setattr("termlint.linting.processes.in_processes", in_processes)
    targets = find_targets([str(many)], known=lambda name: format_of(name) is not None)
    wishes = Wishes(fixes=SAFE, write=False)

    def checked(number: int, jobs: int) -> int:
        started.clear()
        reports = list(check_targets(targets[:number], HouseStyles(), wishes, jobs=jobs))
        assert [report.path for report in reports] == [target.path for target in targets[:number]]
        return len(started)

    assert checked(len(targets), 1) == 0
    assert checked(len(targets), 2) == 1
    assert checked(45, 2) == 0  # fewer of them hold a word
    for path in many.glob("*.md"):
        path.write_text("A client.\n", encoding="utf-8")
    assert checked(len(targets), 2) == 0


@pytest.mark.parametrize("stopped_by", [signal.SIGINT, signal.SIGTERM])
def test_who_stops_a_run_finds_whole_files_alone(stopped_by: signal.Signals, many: Path) -> None:
    """Stopped as soon as the first file is fixed, while processes are at work."""
    before = {path.name: path.read_bytes() for path in many.glob("*.md")}
    command = [sys.executable, "-m", "termlint", "check", "--fix", "-j", "2"]
    main = subprocess.Popen(command, cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while main.poll() is None and (many / "page 00.md").read_bytes() == before["page 00.md"]:
        time.sleep(0.01)
    main.send_signal(stopped_by) if sys.platform != "win32" else main.kill()
    _, err = main.communicate(timeout=60)
    assert b"Traceback" not in err
    assert main.returncode in (1, 128 + stopped_by) or sys.platform == "win32"
    after = {path.name: path.read_bytes() for path in many.iterdir() if path.is_file()}
    assert after.keys() == before.keys()
    fixed = {name for name in before if after[name] != before[name]}
    assert "page 00.md" in fixed
    assert all(after[name] == before[name].replace(b"customer", b"client") for name in fixed)


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5", ""])
def test_jobs_are_a_number_or_auto(jobs: str, run: Run) -> None:
    done = run("check", f"--jobs={jobs}")
    assert (done.code, done.out) == (2, "")
    assert "neither auto nor a number from 1" in done.err


def test_the_line_says_how_far_we_are() -> None:
    assert told(0, 2000, 0, 0.0) == "0/2,000 files, 0 findings"
    assert told(500, 2000, 1, 2.0, "docs/page.md") == "500/2,000 files, 1 finding, docs/page.md"
    assert told(500, 2000, 31, 10.0, "docs/page.md") == "500/2,000 files, 31 findings, 30 s left, docs/page.md"
    assert "2 min 05 s left" in told(500, 1000, 0, 125.0)
    assert "3 h 00 min left" in told(1, 3601, 0, 3.0)
    assert len(told(500, 2000, 31, 10.0, "deep/" * 50 + "page.md")) == 79
    assert "\x1b" not in told(1, 2, 0, 0.0, "\x1b[2J.md")


class Terminal:
    def __init__(self, *, attended: bool) -> None:
        self.written = ""
        self._attended = attended

    def isatty(self) -> bool:
        return self._attended

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(("attended", "variable"), [(True, ""), (False, ""), (True, "CI"), (True, "PRE_COMMIT")])
def test_progress_is_for_people(attended: bool, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "PRE_COMMIT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    if variable:
        monkeypatch.setenv(variable, "1")
    terminal = Terminal(attended=attended)
    monkeypatch.setattr("sys.stderr", terminal)
    reports = [FileReport("a.md"), FileReport("b.md")]
    times = iter([0.0, 5.0, 5.01])
    assert list(followed(reports, 2, clock=lambda: next(times))) == reports
    shown = terminal.written.split("\r\x1b[K")
    assert shown == (
        ["", "0/2 files, 0 findings", "1/2 files, 0 findings, 5 s left, a.md", ""] if attended and not variable else [""]
    )
