import os
import stat
from pathlib import Path

import pytest

from termlint.linting.writing import replace_bytes
from termlint.model.errors import UnreadableError
from tests.cli.conftest import ONGOING, Run

SAFE = "We advise every customer, and CUSTOMERS\u2019 heirs.\n"
UNSAFE = "# Our customers\n\n"


@pytest.fixture
def page(folder: Path) -> Path:
    path = folder / "page.md"
    path.write_bytes((ONGOING + UNSAFE + SAFE).encode())
    return path


def test_fix_writes_the_safe_ones_and_reports_what_remains(page: Path, run: Run) -> None:
    done = run("check", "--fix")
    assert done.code == 1
    assert page.read_text(encoding="utf-8") == ONGOING + UNSAFE + "We advise every client, and CLIENTS\u2019 heirs.\n"
    assert "page.md:4:7: TL101" in done.out
    assert "1 finding in 1 file (1 file checked, 2 fixed)\n1 more can be fixed with --unsafe-fixes" in done.out


def test_unsafe_fixes_write_all_and_a_second_run_finds_nothing(page: Path, run: Run) -> None:
    assert run("check", "--unsafe-fixes").code == 0
    after = page.read_bytes()
    assert after.decode() == (ONGOING + "# Our clients\n\nWe advise every client, and CLIENTS\u2019 heirs.\n")
    again = run("check", "--fix", "--unsafe-fixes")
    assert (again.code, again.out) == (0, "No findings (1 file checked)\n")
    assert page.read_bytes() == after


def test_diff_writes_nothing_and_can_be_applied(page: Path, run: Run) -> None:
    before = page.read_bytes()
    done = run("check", "--diff")
    assert done.code == 1
    assert page.read_bytes() == before
    assert done.out.startswith("--- a/page.md\n+++ b/page.md\n@@")
    assert (
        "-We advise every customer, and CUSTOMERS\u2019 heirs.\n+We advise every client, and CLIENTS\u2019 heirs.\n" in done.out
    )
    assert done.err == "termlint: 2 fixes in 1 file, nothing written\n"
    run("check", "--fix", "--unsafe-fixes")
    assert run("check", "--diff").code == 0


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + (ONGOING + "A customer").encode(),
        (ONGOING + "A customer\r\n\r\nand\rnothing\n\n\n").encode(),
        (ONGOING + "Trailing blanks, customer  \n\tand\ttabs \u2028").encode(),
    ],
)
def test_only_the_words_change(raw: bytes, folder: Path, run: Run) -> None:
    path = folder / "page.md"
    path.write_bytes(raw)
    path.chmod(0o640)
    mode = path.stat().st_mode
    assert run("check", "--fix", "--unsafe-fixes").code == 0
    assert path.read_bytes() == raw.replace(b"customer", b"client")
    assert path.stat().st_mode == mode
    assert [entry.name for entry in folder.iterdir() if entry.name.endswith(".tmp")] == []


def test_a_diff_keeps_line_ends_and_marks_a_missing_newline(folder: Path, run: Run) -> None:
    (folder / "page.md").write_bytes((ONGOING + "A customer\r\nand a customer").encode())
    done = run("check", "--diff")
    assert "-A customer\r\n" in done.out
    assert "+and a client\n\\ No newline at end of file\n" in done.out


def test_a_link_stays_a_link(page: Path, folder: Path, run: Run) -> None:
    (folder / "alias.md").symlink_to("page.md")
    run("check", "--fix", "alias.md")
    assert (folder / "alias.md").is_symlink()
    assert "every client" in page.read_text(encoding="utf-8")


def test_a_read_only_file_is_left_alone_and_said(page: Path, run: Run) -> None:
    page.chmod(stat.S_IREAD)
    before = page.read_bytes()
    done = run("check", "--fix")
    assert done.code == 1
    assert done.err == "termlint: page.md: not fixed: it is read-only\n"
    assert page.read_bytes() == before
    assert '"reason": "not fixed: it is read-only"' in run("check", "--fix", "--format", "json").out


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"changed by somebody else")
    with pytest.raises(UnreadableError, match="changed on disk meanwhile"):
        replace_bytes(str(path), before=b"as read", after=b"as fixed")
    assert path.read_bytes() == b"changed by somebody else"


def test_a_write_that_fails_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(UnreadableError, match="cannot be written"):
        replace_bytes(str(path), before=b"old", after=b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["page.md"]
    assert path.read_bytes() == b"old"


def test_standard_input_gives_the_fixed_text(run: Run) -> None:
    text = (ONGOING + UNSAFE + SAFE).encode()
    done = run("check", "-", "--fix", stdin=text)
    assert done.out == ONGOING + UNSAFE + "We advise every client, and CLIENTS\u2019 heirs.\n"
    assert done.code == 1
    assert "<stdin>:4:7: TL101" in done.err
    assert run("check", "-", "--fix", stdin=b"caf\xe9").code == 0
    assert run("check", "-", "--stdin-filename", "x/y.md", stdin=text).out.startswith("x/y.md:4:7: TL101")
    assert run("check", "-", "other.md").code == 2
