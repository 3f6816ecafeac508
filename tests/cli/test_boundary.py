"""What nobody planned for still ends in one line and an exit code."""

import errno
import io
from pathlib import Path

import pytest

from termlint import entry
from termlint.cli.run import run
from termlint.linting import examining, lint
from termlint.linting.cache import answers
from tests.cli.conftest import ONGOING


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(ONGOING + "A customer.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(ONGOING + "A customer.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fail_with(error: BaseException) -> object:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.usefixtures("here")
def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(examining, "load_target", fail_with(KeyboardInterrupt()))
    assert run(["check", "."]) == 130
    assert capfd.readouterr() == ("", "")
    monkeypatch.setattr("sys.argv", ["termlint", "check", "a.md"])
    monkeypatch.setattr(answers, "may_mention", fail_with(KeyboardInterrupt()))
    assert entry.main() == 130


@pytest.mark.usefixtures("here")
def test_a_fault_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("termlint.linting.walking.find_targets", fail_with(RuntimeError("two\nlines")))
    assert run(["check", "."]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("termlint: internal error: RuntimeError: two")


@pytest.mark.usefixtures("here")
def test_a_library_that_is_missing_fails_the_run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(lint, "read", fail_with(ModuleNotFoundError("No module named 'spacy'")))
    assert run(["check", "."]) == 2
    assert "No module named 'spacy'" in capfd.readouterr().err


@pytest.mark.usefixtures("here")
def test_a_reader_that_crashes_costs_one_file(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    whole = lint.read

    def crash_on_a(source: object, **options: object) -> object:
        if getattr(source, "path", "") == "a.md":
            raise RecursionError("too deep")
        return whole(source, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(lint, "read", crash_on_a)
    for arguments in (["check", "."], ["check", "--fix", "."]):
        code = run(arguments)
        out, err = capfd.readouterr()
        assert "b.md" in out or code == 0
        assert err == "termlint: a.md: skipped: termlint failed on it (RecursionError: too deep)\n"
    assert Path("a.md").read_text(encoding="utf-8") == ONGOING + "A customer.\n"
    assert Path("b.md").read_text(encoding="utf-8") == ONGOING + "A client.\n"


class FullDisk(io.BytesIO):
    def write(self, _content: object, /) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.usefixtures("here")
def test_a_report_that_cannot_be_written_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], here: Path
) -> None:
    (here / "fine.md").write_text("Nothing to see.\n", encoding="utf-8")
    told = "termlint: cannot write standard output: no space left on device\n"
    for arguments in (["check", "a.md"], ["check", "fine.md"], ["explain", "a.md"]):
        monkeypatch.setattr("sys.argv", ["termlint", *arguments])
        monkeypatch.setattr("sys.stdout", io.TextIOWrapper(FullDisk(), encoding="utf-8", write_through=True))
        assert entry.main() == 2
        assert capfd.readouterr().err == told


@pytest.mark.usefixtures("here")
def test_closed_streams_are_no_trouble(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert run(["check", "a.md"]) == 1
    monkeypatch.setattr("sys.stdin", None)
    assert run(["check", "-"]) == 2
    assert capfd.readouterr().err == "termlint: standard input is closed\n"
