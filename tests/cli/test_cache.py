"""What is kept of earlier runs changes how long a run takes, and nothing else."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termlint.entry import main
from termlint.linting.cache.answers import Answer, Answers
from tests.cli.conftest import ONGOING, Done

CACHE = ".termlint-cache"
TEXTS = (
    "We have advised this customer for years, and they pay a retainer. Customer-facing staff help.\n",
    "Our client bought a loaf and returned it.\n<!-- termlint-disable-next-line TL101 -->\nNothing here.\n",
    "## Customers we look after\n\nThe clients’ orders are shipped; \u200ba cli\u00adent may return the goods.\n",
    "No word of it.\n",
    ONGOING + "Every customer pays.\n",
)
STYLES = (
    None,
    "version: 1\n",
    "version: 1\nextends: always-customer\n",
    "version: 1\nextends: base.yaml\n",
    "version: 1\nterms: {ongoing: {preferred: member, deprecated: [client, customer]}}\n",
    "version: 1\noverrides: [{files: [one.md], relationship: transactional}]\n",
    "version: 1\nexceptions: [{phrase: our client, reason: theirs}]\nmin_confidence: 1.0\n",
)
BASES = (
    "version: 1\nseverity: {TL101: info, TL102: info}\n",
    "version: 1\nterms: {transactional: {preferred: buyer, deprecated: [client]}}\n",
)

Command = Callable[..., Done]


@pytest.fixture
def command(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command, run in this process."""
    monkeypatch.chdir(folder)
    for name in ("FORCE_COLOR", "NO_COLOR", "TERMLINT_NO_CACHE"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["termlint", *arguments])
        with contextlib.suppress(SystemExit):
            code = main()
        out, err = capfd.readouterr()
        return Done(code, out, err)

    return command


@pytest.fixture
def pages(folder: Path) -> list[str]:
    for number, text in enumerate(TEXTS):
        (folder / f"page-{number}.md").write_text(text, encoding="utf-8")
    (folder / "macro.json").write_text('[{"title": "Refund", "body": "The client gets a voucher."}]', encoding="utf-8")
    return [f"page-{number}.md" for number in range(len(TEXTS))]


def write(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(text, encoding="utf-8")


OPTIONS: list[Any] = [
    pytest.param([f"--format={format}"], id=format)
    for format in "text concise json jsonl sarif github gitlab rdjson junit checkstyle markdown".split()
] + [
    ["--select", "TL102"],
    ["--min-confidence", "0.99"],
    ["--statistics"],
    ["--limit", "1"],
    ["--exit-zero"],
    ["--fail-level", "error"],
    ["--diff", "--unsafe-fixes"],
    ["--color", "always"],
    ["--config", "base.yaml"],
    ["-j", "2"],
]  # fmt: skip


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("options", OPTIONS)
def test_a_report_has_the_same_bytes_with_and_without(options: list[str], folder: Path, command: Command) -> None:
    (folder / "base.yaml").write_text(BASES[1], encoding="utf-8")
    without = command("check", *options, "--no-cache", ".")
    assert not (folder / CACHE).exists()
    first = command("check", *options, ".")
    assert (folder / CACHE).is_dir()
    assert [first, command("check", *options, ".")] == [without, without]


def test_a_plain_check_tells_the_same_with_and_without(pages: list[str], command: Command) -> None:
    without = command("check", "--no-cache", *pages)
    assert without.code == 1
    assert [command("check", *pages) for _ in range(3)] == [without] * 3
    assert command("check", *reversed(pages)) == without
    assert command("check", pages[0]) == command("check", "--no-cache", pages[0])
    assert command("check", f"./{pages[0]}") == command("check", "--no-cache", f"./{pages[0]}")


def test_fixes_are_the_same_with_and_without(pages: list[str], folder: Path, command: Command) -> None:
    told = []
    for option in (["--no-cache"], [], []):
        for number, text in enumerate(TEXTS):
            (folder / f"page-{number}.md").write_text(text, encoding="utf-8")
        first, second = (command("check", "--fix", *option, *pages) for _ in range(2))
        told.append((first, second, [(folder / page).read_bytes() for page in pages]))
        assert first != second
    assert told[0] == told[1] == told[2]


HEAVY = {"termlint.config", "termlint.cli", "dataclasses", "json", "typer", "spacy", "ruamel.yaml", "hashlib"}


def test_the_fast_start_prints_what_is_known_and_imports_nothing_heavy(
    pages: list[str], folder: Path, command: Command
) -> None:
    for arguments in (pages, ["--fix", *pages], ["."], []):
        command("check", *arguments)
        command("check", *arguments)  # what was fixed is another text
        known = command("check", "--no-cache", *arguments)
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "termlint", "check", *arguments],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            env={key: value for key, value in os.environ.items() if key != "FORCE_COLOR"},
            check=False,
        )
        assert (done.returncode, done.stdout) == (known.code, known.out)
        heavy = HEAVY - {"dataclasses"} if arguments in (["."], []) else HEAVY  # which git is asked with
        imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
        assert "termlint.linting.cache.answers" in imported
        assert imported & heavy == set()


CHANGES = st.one_of(
    st.tuples(st.sampled_from(["one.md", "two.md"]), st.sampled_from(TEXTS)),
    st.tuples(st.just(".termlint.yaml"), st.sampled_from(STYLES)),
    st.tuples(st.just("base.yaml"), st.sampled_from(BASES)),
    st.tuples(st.just("pyproject.toml"), st.sampled_from([None, "[tool.termlint]\nversion = 1\n", "dev = ['termlint']\n"])),
    st.tuples(st.just("baseline"), st.sampled_from(["write", "remove"])),
)


@given(st.lists(CHANGES, min_size=1, max_size=6), st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_changes_is_seen(
    folder: Path, command: Command, changes: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    (folder / "base.yaml").write_text(BASES[0], encoding="utf-8")
    for name in ("one.md", "two.md"):
        (folder / name).write_text(TEXTS[0], encoding="utf-8")
    for name in (".termlint.yaml", "pyproject.toml", ".termlint-baseline.json"):
        (folder / name).unlink(missing_ok=True)
    for what, text in changes:
        if what != "baseline":
            write(folder / what, text)
        elif text == "write":
            command("baseline", "write")
        else:
            (folder / ".termlint-baseline.json").unlink(missing_ok=True)
        names = data.draw(st.sampled_from([["one.md"], ["one.md", "two.md"], ["."]]))
        assert command("check", *names) == command("check", "--no-cache", *names), changes


def test_only_changed_lines_are_told_of_what_is_known(pages: list[str], folder: Path, command: Command) -> None:
    (folder / ".git").rmdir()
    for arguments in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "x"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    (folder / pages[0]).write_text(TEXTS[0] + "\nWe advise another customer, too, on its accounts.\n", encoding="utf-8")
    command("check", *pages)
    without = command("check", "--changed-since", "HEAD", "--no-cache", *pages)
    assert without.out.count("TL101") == 1
    assert command("check", "--changed-since", "HEAD", *pages) == without
    assert command("check", "--changed-since", "HEAD", *pages) == without
    status = subprocess.run(["git", "status", "--short"], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    assert status.stdout == f" M {pages[0]}\n"


def test_a_range_of_pre_commit_is_not_answered_from_what_is_known(
    pages: list[str], command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("check", *pages)
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "no-such-ref")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", "HEAD")
    assert command("check", *pages) == command("check", "--no-cache", *pages)


@pytest.mark.parametrize(
    "spoil", [lambda raw: raw[:-1], lambda _: b"", lambda raw: raw[:16] + b"1 0 0 0\nno\n", lambda raw: raw[::-1]]
)
def test_damaged_entries_are_read_anew(
    spoil: Callable[[bytes], bytes], pages: list[str], folder: Path, command: Command
) -> None:
    known = command("check", *pages)
    entries = [path for path in (folder / CACHE / "1").rglob("*") if path.is_file()]
    assert len(entries) > len(pages)
    for entry in entries:
        entry.write_bytes(spoil(entry.read_bytes()))
    assert command("check", *pages) == known
    assert Answers().of(pages[0], pages[0], fixing=False) is not None
    assert command("check", "--format", "json", *pages) == command("check", "--no-cache", "--format", "json", *pages)


def test_nothing_that_acts_on_a_terminal_is_told_from_an_entry(pages: list[str], command: Command) -> None:
    known = command("check", pages[0])
    raw = Path(pages[0]).read_bytes()
    for evil in (b"\x1b]0;x\x07", b"\r", "\u009b2J".encode(), b"\x7f"):
        shutil.rmtree(CACHE)
        Answers().keep(pages[0], pages[0], raw, Answer(evil, 1, 0, 0, 1), fixing=False)
        assert any(evil in path.read_bytes() for path in Path(CACHE).rglob("*") if path.is_file())
        assert command("check", pages[0]) == known


TAKEN = (lambda path: path.write_bytes(b"mine"), lambda path: path.symlink_to("."), lambda path: path.symlink_to("away"))


@pytest.mark.parametrize("make", TAKEN)
def test_a_place_that_is_taken_is_left_alone(
    make: Callable[[Path], None], pages: list[str], folder: Path, command: Command
) -> None:
    make(folder / CACHE)
    before = sorted(folder.iterdir())
    known = command("check", "--no-cache", *pages)
    assert [command("check", *pages) for _ in range(2)] == [known, known]
    assert sorted(folder.iterdir()) == before


def test_it_can_be_kept_elsewhere(
    pages: list[str], folder: Path, tmp_path_factory: pytest.TempPathFactory, command: Command
) -> None:
    elsewhere = tmp_path_factory.mktemp("kept") / "deeper"
    known = command("check", "--no-cache", *pages)
    assert [command("check", "--cache-dir", str(elsewhere), *pages) for _ in range(2)] == [known, known]
    assert (elsewhere / "CACHEDIR.TAG").is_file()
    assert not (folder / CACHE).exists()
    assert command("check", "--cache-dir", str(elsewhere), "--no-cache", *pages).code == 2


def test_it_stands_beside_the_house_style(folder: Path, command: Command) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / ".termlint.yaml").write_text("version: 1\n", encoding="utf-8")
    for name in ("docs/page.md", "page.md"):
        (folder / name).write_text(TEXTS[0], encoding="utf-8")
    command("check", "docs/page.md")
    assert (folder / "docs" / CACHE).is_dir()
    assert not (folder / CACHE).exists()
    known = command("check", "--no-cache", "docs", "page.md")
    assert [command("check", "docs", "page.md") for _ in range(2)] == [known, known]
    assert (folder / CACHE).is_dir()


def test_settings_that_do_not_hold_are_told_of_files_without_a_word(folder: Path, command: Command) -> None:
    (folder / "page.md").write_text("No word of it.\n", encoding="utf-8")
    (folder / "other.md").write_text(TEXTS[0], encoding="utf-8")
    for name, broken in ((".termlint-baseline.json", "{"), (".termlint.yaml", "version: 7\n")):
        command("check", "other.md")
        (folder / name).write_text(broken, encoding="utf-8")
        told = command("check", "page.md")
        assert told == command("check", "--no-cache", "page.md")
        assert (told.code, name in told.err) == (2, True)
        (folder / name).unlink()


def test_a_baseline_that_holds_is_no_reason_to_read_again(pages: list[str], command: Command) -> None:
    command("baseline", "write")
    known = command("check", *pages)
    assert known.code == 0
    assert all(Answers().of(page, page, fixing=False) is not None for page in pages)
    assert command("check", *pages) == known == command("check", "--no-cache", *pages)


def test_the_environment_can_refuse_it(
    pages: list[str], folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERMLINT_NO_CACHE", "1")
    assert command("check", *pages) == command("check", "--no-cache", *pages)
    assert not (folder / CACHE).exists()
    monkeypatch.delenv("TERMLINT_NO_CACHE")
    known = command("check", *pages)
    monkeypatch.setenv("TERMLINT_NO_CACHE", "1")
    shutil.rmtree(folder / CACHE)
    assert command("check", *pages) == known


def test_standard_input_leaves_nothing_behind(folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    read, write_end = os.pipe()
    os.write(write_end, TEXTS[0].encode())
    os.close(write_end)
    with os.fdopen(read, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert command("check", "-").code == 1
    assert not (folder / CACHE).exists()
