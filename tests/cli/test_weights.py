"""The global option ``--weights``."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from tests.cli.conftest import Done, Run

RELATIONSHIPS = ["ongoing", "transactional", "unclear"]
TEXT = "The customer is here.\n"


def weights(*, always: str) -> dict[str, object]:
    """Weights by which every mention is a party of one relationship."""
    model = {
        "classes": RELATIONSHIPS,
        "scale": 1,
        "weights": {"bias": [100 * (name == always) for name in RELATIONSHIPS]},
    }
    sense = {"classes": ["party", "software", "name", "mention"], "scale": 1, "weights": {"bias": [100, 0, 0, 0]}}
    combination = {"cues": 1, "words": 1, "pooling": 1, "sharpness": 1, "bias": [0, 0, 0]}
    return {"sense": sense, "cues": model, "words": model, "combination": combination}


@pytest.fixture
def given(folder: Path) -> Path:
    (folder / "page.md").write_text(TEXT, encoding="utf-8")
    for always in RELATIONSHIPS:
        (folder / f"{always}.json").write_text(json.dumps(weights(always=always)), encoding="utf-8")
    return folder


def relationships(done: Done) -> list[str]:
    assert done.code == 0, done.err
    return [json.loads(line)["relationship"] for line in done.out.splitlines()]


@pytest.mark.parametrize("always", RELATIONSHIPS)
def test_explain_reads_with_other_weights(always: str, given: Path, run: Run) -> None:
    for arguments, stdin in ((["page.md"], b""), (["-"], (given / "page.md").read_bytes())):
        done = run("--weights", f"{always}.json", "explain", "--format", "jsonl", *arguments, stdin=stdin)
        assert relationships(done) == [always]


@pytest.mark.usefixtures("given")
def test_check_reads_with_other_weights(run: Run) -> None:
    assert "TL101" in run("--weights", "ongoing.json", "check", "page.md").out
    assert run("--weights=ongoing.json", "check", "-", stdin=TEXT.encode()).code == 1
    assert run("--weights", "transactional.json", "check", "page.md").code == 0


def test_fixing_reads_with_other_weights_to_the_end(given: Path, run: Run) -> None:
    assert run("--weights", "ongoing.json", "check", "--diff", "--unsafe-fixes", "page.md").code == 1
    done = run("--weights", "ongoing.json", "check", "--unsafe-fixes", "page.md")
    assert done.code == 0
    assert (given / "page.md").read_text(encoding="utf-8") == "The client is here.\n"
    assert run("--weights", "ongoing.json", "check", "--unsafe-fixes", "-", stdin=TEXT.encode()).out == "The client is here.\n"


def test_the_examples_of_a_house_style_are_read_with_other_weights(given: Path, run: Run) -> None:
    (given / ".termlint.yaml").write_text(
        "version: 1\nexamples:\n  - {text: The customer is here., expect: flag}\n", encoding="utf-8"
    )
    assert run("--weights", "ongoing.json", "test").code == 0
    assert run("--weights", "transactional.json", "test").code == 1


def test_the_shipped_weights_named_as_a_file_change_nothing(given: Path, run: Run) -> None:
    (given / "page.md").write_text("We have advised the client for years. A customer bought a loaf.\n", encoding="utf-8")
    shipped = files("termlint.rules").joinpath("compiled/weights.json").read_text(encoding="utf-8")
    (given / "shipped.json").write_text(shipped, encoding="utf-8")
    assert run("--weights", "shipped.json", "explain", "page.md") == run("explain", "page.md")


def without(key: str) -> Callable[[Path], None]:
    return lambda file: file.write_text(json.dumps({k: v for k, v in weights(always="ongoing").items() if k != key}), "utf-8")


BROKEN = [
    pytest.param(lambda file: file.unlink(missing_ok=True), "no such file", id="missing"),
    pytest.param(lambda file: file.mkdir(), "cannot read the weights", id="a folder"),
    pytest.param(lambda file: file.write_bytes(b"{"), "not a weights file", id="cut off"),
    pytest.param(lambda file: file.write_bytes(b"\xff\xfe\x00"), "not a weights file", id="binary"),
    pytest.param(lambda file: file.write_bytes(b"[]"), "not a weights file", id="a list"),
    pytest.param(lambda file: file.write_bytes(b"[" * 200_000), "not a weights file", id="nested without end"),
    pytest.param(without("words"), 'it has no "words"', id="a model missing"),
    pytest.param(without("combination"), 'it has no "combination"', id="the combination missing"),
]


@pytest.mark.parametrize(("make", "reason"), BROKEN)
def test_a_broken_weights_file_fails_the_run_in_one_line(
    make: Callable[[Path], None], reason: str, given: Path, run: Run
) -> None:
    make(given / "bad.json")
    done = run("--weights", "bad.json", "check", "--fix", "page.md")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("termlint: ")
    assert "bad.json" in done.err
    assert reason in done.err
    assert done.err.count("\n") == 1
    assert (given / "page.md").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("arguments", [["check", "page.md"], ["explain", "page.md"], ["explain", "-"]])
def test_a_broken_weights_file_is_told_where_nothing_is_to_be_read(arguments: list[str], given: Path, run: Run) -> None:
    (given / "page.md").write_text("No watched word.\n", encoding="utf-8")
    done = run("--weights", "away.json", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err == "termlint: cannot read the weights away.json: no such file or directory\n"


@pytest.mark.usefixtures("given")
def test_the_option_stands_before_the_command(run: Run) -> None:
    done = run("check", "--weights", "ongoing.json", "page.md")
    assert done.code == 2
    assert "--weights" in done.err
    assert "--weights FILE" in run("--help").out
