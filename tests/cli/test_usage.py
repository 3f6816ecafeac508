import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import termlint
from tests.cli.conftest import ONGOING, Done, Run

HEAVY = ("spacy", "rich", "typer", "ruamel", "argparse", "dataclasses", "pathlib", "json", "pyromark", "pathspec")


def imported(folder: Path, *arguments: str) -> set[str]:
    """Every module that the command imports, by what the interpreter itself tells."""
    command = [
        sys.executable,
        "-I",
        "-X",
        "importtime",
        "-c",
        f"import sys; sys.argv[1:] = {list(arguments)!r}; import termlint.entry as e; e.main()",
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return {line.rpartition("|")[2].strip() for line in done.stderr.split("\n") if line.startswith("import time:")}


def heavy_among(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules} & set(HEAVY)


def baseline(folder: Path) -> set[str]:
    """What this environment imports at every start, as an editable install does."""
    done = subprocess.run(
        [sys.executable, "-I", "-X", "importtime", "-c", "pass"], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return {line.rpartition("|")[2].strip() for line in done.stderr.split("\n") if line.startswith("import time:")}


@pytest.fixture
def harmless(folder: Path) -> Path:
    path = folder / "harmless.md"
    path.write_text("# Nothing\n\nof *interest* &amp; [here](x.md).\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("options", [[], ["--fix"]], ids=["check", "fix"])
def test_files_without_a_watched_word_import_nothing(options: list[str], folder: Path, harmless: Path) -> None:
    assert heavy_among(imported(folder, "check", *options, harmless.name) - baseline(folder)) == set()


@pytest.mark.usefixtures("folder")
def test_the_fast_start_says_what_the_long_way_says(harmless: Path, run: Run) -> None:
    fast, long = run("check", harmless.name), run("check", harmless.name, "--color", "never")
    assert fast == long == Done(0, "No findings (1 file checked)\n", "")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], ["rules"], ["config", "--schema"]])
def test_spacy_is_not_loaded_to_answer_a_question(arguments: list[str], folder: Path) -> None:
    assert not heavy_among(imported(folder, *arguments)) & {"spacy", "rich"}


def test_spacy_is_not_loaded_for_files_without_a_word_of_the_house_style(folder: Path, harmless: Path) -> None:
    (folder / ".termlint.yaml").write_text(
        "version: 1\nterms: {ongoing: {preferred: member, deprecated: [guest]}}\n", encoding="utf-8"
    )
    assert "spacy" not in heavy_among(imported(folder, "check", harmless.name))


def test_a_house_style_above_takes_the_long_way(folder: Path, run: Run) -> None:
    (folder / "sub").mkdir()
    (folder / "sub/guests.md").write_text(ONGOING.replace("termlint", "other") + "Our guests.\n", encoding="utf-8")
    assert run("check", "sub/guests.md").code == 0
    (folder / "pyproject.toml").write_text(
        "[tool.termlint]\nversion = 1\nterms.unclear = {preferred = 'member', deprecated = ['guest']}\n", encoding="utf-8"
    )
    assert "TL103" in run("check", "sub/guests.md").out


def test_version(run: Run) -> None:
    expected = f"termlint {termlint.__version__}\n"
    assert run("--version") == Done(0, expected, "")


def test_help_has_an_example_for_every_command(run: Run) -> None:
    for command in ("check", "explain", "init", "config", "rules", "test"):
        done = run(command, "--help")
        assert done.code == 0
        assert "Example" in done.out
        assert f"termlint {command}" in done.out or command == "test"
    assert run().out == run("--help").out


@pytest.mark.usefixtures("wrong")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chekc"], "No such command 'chekc'. Did you mean 'check'?"),
        (["check", "--difff"], "No such option: --difff; did you mean --diff"),
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["check", "-j", "0"], "--jobs"),
        (["rules", "TL1O1"], 'did you mean "TL101"?'),
        (["init", "--preset", "retial"], 'did you mean "retail"?'),
        (["check", "--config", "none.yaml"], "none.yaml"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(arguments: list[str], told: str, run: Run) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


@pytest.mark.usefixtures("wrong")
def test_findings_exit_1_unless_told_otherwise(folder: Path, run: Run) -> None:
    assert run("check").code == 1
    assert run("check", "--exit-zero").code == 0
    assert run("check", "--diff").code == 1
    assert run("check", "--diff", "--exit-zero").code == 0
    assert run("check", "--fail-level", "error").code == 0
    (folder / ".termlint.yaml").write_text("version: 1\nseverity: {TL101: error}\n", encoding="utf-8")
    assert run("check", "--fail-level", "error").code == 1


@pytest.mark.usefixtures("wrong")
def test_output_goes_to_a_file(folder: Path, run: Run) -> None:
    done = run("check", "--format", "json", "--output", "report.json")
    assert (done.code, done.out) == (1, "")
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["summary"] == {
        "files": 1, "findings": 1, "fixed": 0, "skipped": 0,
    }  # fmt: skip
    assert run("check", "--output", "no/where/report.json").code == 2
    on_screen = run("check", "--output", "-")
    assert (on_screen.code, on_screen.out) == (1, run("check").out)
    assert not (folder / "-").exists()


def test_output_to_the_standard_output_by_name_keeps_what_stands_in_it(folder: Path, wrong: Path) -> None:
    log = folder / "log.txt"
    log.write_bytes(b"before\n")
    with log.open("ab") as appending:
        command = [sys.executable, "-m", "termlint", "check", "--format", "json", "--output", "/dev/stdout", wrong.name]
        subprocess.run(command, cwd=folder, stdout=appending, check=False)
    written = log.read_bytes()
    assert written.startswith(b"before\n{")
    assert json.loads(written[len(b"before\n") :])["summary"]["findings"] == 1


def test_a_place_in_a_folder_is_told(folder: Path, run: Run) -> None:
    (folder / "docs").mkdir()
    done = run("explain", "docs:3")
    assert (done.code, done.out) == (2, "")
    assert "a folder has no lines" in done.err


def test_mentions_are_told_in_the_order_of_the_file(folder: Path, run: Run) -> None:
    text = "![a customer's list](list.png) Our client came.[^1] Then a customer came.\n\n[^1]: a client\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    offsets = [json.loads(line)["offset"] for line in run("explain", "--format", "jsonl").out.splitlines()]
    assert len(offsets) == 4
    assert offsets == sorted(offsets)


def test_the_json_of_check(wrong: Path, run: Run) -> None:
    whole = json.loads(run("check", "--format", "json").out)
    assert list(whole) == ["version", "findings", "skipped", "summary"]
    assert " ".join(whole["findings"][0]) == (
        "code name severity path offset end line column end_line end_column text message relationship confidence scope "
        "evidence location related fix fingerprint"
    )
    text = wrong.read_text(encoding="utf-8")
    finding = whole["findings"][0]
    assert text[finding["offset"] : finding["end"]] == finding["text"] == "customer"
    assert finding["fix"] == {
        "applicability": "safe",
        "edits": [{"offset": finding["offset"], "end": finding["end"], "replacement": "client"}],
    }


@pytest.mark.usefixtures("folder")
def test_the_lines_of_explain(wrong: Path, run: Run) -> None:
    wrong.write_text(wrong.read_text(encoding="utf-8") + "\nA client is one, too. \u2028\n", encoding="utf-8")
    done = run("explain", "--format", "jsonl")
    assert done.code == 0
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["text"] for row in rows] == ["customer", "client"]
    assert " ".join(rows[0]) == (
        "path offset end line column text term sense relationship confidence scope provider defined_term verdict exempt "
        "rule suggestion location evidence"
    )
    assert [(row["verdict"], row["rule"], row["suggestion"]) for row in rows] == [
        ("flag", "TL101", "client"),
        ("ok", None, None),
    ]


def test_explain_can_be_asked_for_a_place(wrong: Path, run: Run) -> None:
    wrong.write_text(ONGOING + "A customer, a client.\n\nA customer.\n", encoding="utf-8")
    for place, lines in [(":4", 2), (":4:3", 1), (":4:10", 1), (":4:11", 0), (":6", 1), ("", 3), (":99", 0)]:
        done = run("explain", "--format", "jsonl", wrong.name + place)
        assert (place, done.out.count("\n")) == (place, lines)
    assert 'wrong.md:6:3: "customer" is ongoing (declared' in run("explain", f"./{wrong.name}:6").out


@pytest.mark.usefixtures("wrong")
@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colour(arguments: list[str], environment: dict[str, str], coloured: bool, run: Run) -> None:
    assert ("\x1b[" in run("check", *arguments, **environment).out) is coloured


def test_init_never_overwrites(folder: Path, run: Run) -> None:
    assert run("init").code == 0
    text = (folder / ".termlint.yaml").read_text(encoding="utf-8")
    assert run("init", "--preset", "retail") == Done(2, "", "termlint: .termlint.yaml exists already and is left as it is\n")
    assert (folder / ".termlint.yaml").read_text(encoding="utf-8") == text
    assert run("check").code == 0


def test_config_names_the_origin_of_each_value(folder: Path, run: Run) -> None:
    (folder / ".termlint.yaml").write_text("version: 1\nmin_confidence: 0.9\n", encoding="utf-8")
    done = run("config")
    assert done.code == 0
    assert any(line.split() == ["min_confidence", "0.9", ".termlint.yaml:2"] for line in done.out.split("\n"))
    assert run("config", "nowhere.md").code == 2


def test_test_runs_the_examples_of_a_house_style(folder: Path, run: Run) -> None:
    style = folder / ".termlint.yaml"
    good = 'version: 1\noverrides: [{files: ["ours/*"], relationship: ongoing}]\nexamples:\n'
    good += "  - {text: A customer came., expect: flag, fixed: A client came., path: ours/a.md}\n"
    style.write_text(good, encoding="utf-8")
    assert run("test") == Done(0, "1 example of .termlint.yaml, 0 failed\n", "")
    style.write_text(good.replace("expect: flag", "expect: ok"), encoding="utf-8")
    done = run("test")
    assert done.code == 1
    assert ".termlint.yaml:4: expected ok, got flag" in done.out


def test_a_reader_that_leaves_early_is_no_trouble(folder: Path, wrong: Path) -> None:
    wrong.write_text(ONGOING + "A customer. " * 20_000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "termlint", "explain"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ.copy(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_the_order_of_paths_changes_nothing(folder: Path, run: Run) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        (folder / name).write_text(ONGOING + "A customer.\n", encoding="utf-8")
    assert run("check", "a.md", "b.md", "c.txt").out == run("check", "c.txt", "b.md", ".", "a.md").out


def test_init_takes_a_term_base(folder: Path, run: Run) -> None:
    note = '<termNote type="administrativeStatus">{}Term-admn-sts</termNote>'.format
    (folder / "a.tbx").write_text(
        '<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body><conceptEntry id="c1"><langSec xml:lang="en">'
        "<descrip type='definition'>person whom the firm advises and represents over many years</descrip>"
        f"<termSec><term>member</term>{note('preferred')}</termSec>"
        f"<termSec><term>customer</term>{note('deprecated')}</termSec>"
        "</langSec></conceptEntry></body></text></tbx>",
        encoding="utf-8",
    )
    assert run("init", "--from-tbx", "a.tbx") == Done(
        0, "", "termlint: wrote .termlint.yaml; termlint config shows what holds now\n"
    )
    (folder / "a.md").write_text(ONGOING + "We advise every customer.\n", encoding="utf-8")
    assert 'write "member"' in run("check", "a.md").out
    assert run("init", "--from-tbx", "a.tbx").err == "termlint: .termlint.yaml exists already and is left as it is\n"
    assert run("init", "--from-tbx", "gone.tbx").err == "termlint: cannot read gone.tbx: no such file or directory\n"
    assert run("init", "--from-tbx", "a.md").err.startswith("a.md:1:1: no well-formed XML")
    assert run("init", "--from-tbx", "a.tbx", "--preset", "retail").code == 2
