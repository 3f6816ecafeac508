"""``check --interactive`` in a real terminal: what is asked, what is written, and what never is."""

import os
import select
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ONGOING, Run

pty = pytest.importorskip("pty")

PAGE = ONGOING + "# Advice\n\nWe advise every customer.\n\nA customer returns.\n\nOne more customer.\n"


class Terminal:
    """The command in a terminal of its own, and somebody who types."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "termlint", "check", "--interactive", *arguments]
        clean = {key: value for key, value in os.environ.items() if key not in ("CI", "PRE_COMMIT", "FORCE_COLOR")}
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execve(sys.executable, command, clean | {"NO_COLOR": "1", "TERM": "xterm"})
        self.seen = ""

    def wait_for_question(self) -> None:
        """The next one after what was seen before."""
        began = len(self.seen)
        while not self.seen[began:].endswith(("? > ", ") > ")):
            raw = self._read()
            assert raw, self.seen
            self.seen += raw

    def _read(self) -> str:
        """What comes next; empty at the end."""
        ready, _, _ = select.select([self.master], [], [], 120)
        assert ready, self.seen
        try:
            return os.read(self.master, 65536).decode().replace("\r\n", "\n")
        except OSError:  # the other side is closed
            return ""

    def type(self, *lines: str) -> None:
        for line in lines:
            self.wait_for_question()
            os.write(self.master, line.encode() + b"\n")

    def interrupt(self) -> None:
        """Ctrl-C, again if nothing comes of it: one between prompt and reading waits for the next."""
        for _ in range(60):
            os.write(self.master, b"\x03")
            while select.select([self.master], [], [], 1)[0]:
                raw = self._read()
                self.seen += raw
                if not raw or "stopped" in raw:
                    return

    def end(self) -> int:
        while raw := self._read():
            self.seen += raw
        _, status = os.waitpid(self.child, 0)
        os.close(self.master)
        assert "Traceback" not in self.seen, self.seen
        return os.waitstatus_to_exitcode(status)


def test_a_walk_through_two_files(folder: Path) -> None:
    """Fix, suppress, permit, ask for help, skip; the second file's finding falls to the exception that the first one got."""
    (folder / "a.md").write_text(PAGE, encoding="utf-8")
    (folder / "b.md").write_text(ONGOING + "One more customer.\n", encoding="utf-8")
    style = "# Ours.\nversion: 1   # for ever\nexceptions:\n  - {phrase: x, reason: y}  # old\n\n# the end\n"
    (folder / ".termlint.yaml").write_text(style, encoding="utf-8")
    terminal = Terminal(folder, ".")
    terminal.type("?", "a", "u", "quoted from the brochure", "e", "one more customer", "signed off", "e", "y")
    assert terminal.end() == 0
    assert 'a.md:6:17: TL101 "customer"' in terminal.seen
    assert "  6 | We advise every customer." in terminal.seen
    assert 'fix, safe: "customer" -> "client"' in terminal.seen
    assert "suppress it: a comment beside it" in terminal.seen
    assert "a.md: 1 finding fixed, 1 suppressed" in terminal.seen
    assert "b.md" not in terminal.seen
    assert terminal.seen.endswith("termlint: No findings (3 files checked, 1 fixed)\n")
    text = (folder / "a.md").read_text(encoding="utf-8")
    comment = "<!-- termlint-disable-next-line TL101 -- quoted from the brochure -->\n"
    assert text == PAGE.replace("every customer", "every client").replace("A customer", f"{comment}A customer")
    added = "  - phrase: one more customer\n    reason: signed off\n"
    assert (folder / ".termlint.yaml").read_text(encoding="utf-8") == style.replace("# old\n", "# old\n" + added)
    assert not [path for path in folder.iterdir() if path.suffix == ".tmp"]


def test_quitting_writes_what_was_decided_and_ctrl_c_does_not(folder: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (folder / name).write_text(PAGE, encoding="utf-8")
    terminal = Terminal(folder, "a.md", "b.md", "c.md")
    terminal.type("a", "f", "a", "a")
    terminal.wait_for_question()
    terminal.interrupt()
    assert terminal.end() == 130
    assert "stopped; b.md is as it was" in terminal.seen
    fixed = PAGE.replace("every customer", "every client")
    assert [(folder / name).read_text(encoding="utf-8") for name in ("a.md", "b.md", "c.md")] == [fixed, PAGE, PAGE]
    terminal = Terminal(folder, "b.md", "c.md")
    terminal.type("a", "q")
    assert terminal.end() == 1
    assert terminal.seen.endswith("termlint: 5 findings in 2 files (2 files checked, 1 fixed)\n")
    assert [(folder / name).read_text(encoding="utf-8") for name in ("b.md", "c.md")] == [fixed, PAGE]


def test_a_contract_is_offered_whole_and_a_new_house_style_is_made(folder: Path) -> None:
    contract = (
        '# Engagement Letter\n\nThis agreement is between Tarn LLP and Ms Wray (the "Customer").\n\n'
        "1. The lawyers shall advise the Customer and represent the Customer in court.\n"
        "2. The Customer pays a monthly retainer.\n"
    )
    (folder / "docs").mkdir()
    (folder / "docs/letter.md").write_text(contract, encoding="utf-8")
    terminal = Terminal(folder / "docs")
    terminal.type("e", "", "our form", "", "y")
    assert terminal.end() == 0
    assert "renames a party throughout the agreement" in terminal.seen
    assert "fix, all or nothing, in 4 places (line 3, 5, 6)" in terminal.seen
    style = folder / ".termlint.yaml"
    assert '- phrase: Customer\n    reason: our form\n    files: ["/docs/letter.md"]\n' in style.read_text(encoding="utf-8")
    style.unlink()
    terminal = Terminal(folder / "docs")
    terminal.type("a")
    assert terminal.end() == 0
    assert (folder / "docs/letter.md").read_text(encoding="utf-8") == contract.replace("Customer", "Client")


def test_a_file_that_changes_meanwhile_is_left_alone(folder: Path) -> None:
    (folder / "a.md").write_text(PAGE, encoding="utf-8")
    terminal = Terminal(folder)
    terminal.type("a")
    terminal.wait_for_question()
    (folder / "a.md").write_text(PAGE + "More.\n", encoding="utf-8")
    os.write(terminal.master, b"q\n")
    assert terminal.end() == 1
    assert "a.md: not written: it changed on disk meanwhile; what you decided in it is lost" in terminal.seen
    assert (folder / "a.md").read_text(encoding="utf-8") == PAGE + "More.\n"


@pytest.mark.usefixtures("wrong")
def test_without_a_terminal_and_beside_other_wishes_it_is_a_usage_error(run: Run) -> None:
    done = run("check", "--interactive")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "termlint: --interactive asks questions and needs a terminal for input and output; without one use --fix or --diff\n"
    )
    assert run("check", "--interactive", "--fix").code == 2
