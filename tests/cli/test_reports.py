"""What to report and how, through the real command. An emoji stands before every word that is found."""

import json
import random
from pathlib import Path
from xml.etree import ElementTree

import pytest

from termlint.reporting.report_format import ReportFormat
from tests.cli.conftest import ONGOING, Run
from tests.docx_files import archive, body, paragraph
from tests.docx_files import run as stretch

BUYING = "---\ntermlint: {relationship: transactional}\n---\n"


@pytest.fixture
def corpus(folder: Path) -> list[str]:
    """Names with all that a format must escape; two kinds of findings, a clean file, a broken one, one without lines."""
    texts = {
        "docs/a.md": ONGOING + "# 😀\n\nWe 🎉 advise every customer, and each customer knows.\n",
        "docs/ü 100%,x.md": BUYING + "Text 😀: a client pays.\r\n\r\nThe clients 👩‍👧 leave.\r\n",
        "clean.md": "Nothing 😀 here.\n",
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(text.encode())
    (folder / "broken.md").write_bytes(b"caf\xe9 customer\n")
    (folder / "letter.docx").write_bytes(
        archive(body(paragraph(stretch("😀 Our lawyers have advised this customer for years."))))
    )
    return [*texts, "broken.md", "letter.docx"]


@pytest.mark.parametrize("format", ReportFormat)
def test_the_same_bytes_for_any_order_of_paths(corpus: list[str], run: Run, format: ReportFormat) -> None:
    shuffled = corpus[:]
    random.Random(3).shuffle(shuffled)
    assert shuffled != corpus
    first, second, walked = (run("check", "--format", format, *names) for names in (corpus, shuffled, ["."]))
    assert first == second
    assert first.out == walked.out
    assert first.code == 1


def test_a_file_that_is_reached_by_two_names_is_told_by_one(corpus: list[str], run: Run, folder: Path) -> None:
    (folder / "zzz").symlink_to("docs")
    first, second = run("check", "docs", "zzz", "--format", "jsonl"), run("check", "zzz", "docs", "--format", "jsonl")
    assert first == second
    assert {json.loads(line)["path"] for line in first.out.splitlines()} == {"docs/a.md", "docs/ü 100%,x.md"}
    assert corpus


@pytest.mark.parametrize("format", [ReportFormat.JSON, ReportFormat.SARIF, ReportFormat.GITLAB, ReportFormat.RDJSON])
def test_json_is_json(corpus: list[str], run: Run, format: ReportFormat) -> None:
    assert json.loads(run("check", "--format", format, *corpus).out)


@pytest.mark.parametrize("format", [ReportFormat.JUNIT, ReportFormat.CHECKSTYLE])
def test_xml_is_xml(corpus: list[str], run: Run, format: ReportFormat) -> None:
    assert len(ElementTree.fromstring(run("check", "--format", format, *corpus).out))


def test_jsonl_holds_the_findings_of_json(corpus: list[str], run: Run) -> None:
    lines = run("check", "--format", "jsonl", *corpus).out.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(run("check", "--format", "json", *corpus).out)["findings"]


def test_code_hosts_are_told_paths_from_the_repository_root(corpus: list[str], run: Run, folder: Path) -> None:
    inside = (folder / "docs").as_posix()
    sarif = json.loads(run("check", "--format", "sarif", inside).out)
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in sarif["runs"][0]["results"]]
    assert places[0] == "docs/a.md"
    assert places[-1] == "docs/%C3%BC%20100%25%2Cx.md"
    assert run("check", "--format", "github", inside).out.startswith("::warning file=docs/a.md,")
    assert json.loads(run("check", "--format", "gitlab", inside).out)[0]["location"]["path"] == "docs/a.md"
    assert corpus


def test_fingerprints_outlive_new_lines_above(corpus: list[str], run: Run, folder: Path) -> None:
    before = json.loads(run("check", "--format", "gitlab", *corpus).out)
    page = folder / "docs/a.md"
    page.write_text(page.read_text(encoding="utf-8").replace("# 😀", "# 😀\n\nA new 🎉 line.\n"), encoding="utf-8")
    after = json.loads(run("check", "--format", "gitlab", *corpus).out)
    assert [one["fingerprint"] for one in before] == [one["fingerprint"] for one in after]
    assert [one["location"] for one in before] != [one["location"] for one in after]


def test_a_job_summary_is_added_to_what_is_there(corpus: list[str], run: Run, folder: Path) -> None:
    summary = folder / "summary.txt"
    summary.write_text("# Before\n", encoding="utf-8")
    done = run("check", "--format", "github", *corpus, GITHUB_STEP_SUMMARY=str(summary))
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("# Before\n<!-- termlint -->\n")
    assert told.endswith("\n\n")
    assert "| `docs/a.md:6:19` | warning TL101 |" in told
    assert done.out == run("check", "--format", "github", *corpus).out


def test_a_job_summary_that_cannot_be_written_is_told(corpus: list[str], run: Run, folder: Path) -> None:
    done = run("check", "--format", "github", *corpus, GITHUB_STEP_SUMMARY=str(folder))
    assert done.code == 1
    assert "termlint: the job summary cannot be written (" in done.err


@pytest.mark.parametrize("format", ["text", "json", "sarif"])
def test_no_summary_of_a_job_without_annotations(corpus: list[str], run: Run, folder: Path, format: str) -> None:
    summary = folder / "summary.txt"
    run("check", "--format", format, *corpus, GITHUB_STEP_SUMMARY=str(summary))
    assert not summary.exists()


def codes(run: Run, *arguments: str) -> list[str]:
    return [json.loads(line)["code"] for line in run("check", "--format", "jsonl", *arguments).out.splitlines()]


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--select", "TL101"], ["TL101"] * 2),
        (["--select", "wrong-term-for-transactional"], ["TL102"] * 2),
        (["--select", "tl10"], ["TL101"] * 2 + ["TL102"] * 2),
        (["--select", "TL101, TL102", "--ignore", "TL101"], ["TL102"] * 2),
        (["--ignore", "TL101", "--ignore", "TL102"], []),
        (["--select", "TL9"], []),
    ],
)
def test_some_rules_only(run: Run, arguments: list[str], expected: list[str]) -> None:
    assert codes(run, "docs", *arguments) == expected
    assert run("check", "docs", *arguments).code == int(bool(expected))


@pytest.mark.usefixtures("corpus")
def test_what_is_not_selected_is_not_fixed(run: Run, folder: Path) -> None:
    assert run("check", "--fix", "--select", "TL102", "docs").code == 0
    assert "every customer" in (folder / "docs/a.md").read_text(encoding="utf-8")
    assert "a customer pays" in (folder / "docs/ü 100%,x.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--select", "TL109"], 'Invalid value for --select: no rule "TL109"; did you mean "TL'),
        (["--ignore", ""], 'Invalid value for --ignore: no rule ""; termlint rules lists them'),
        (["--min-confidence", "1.5"], "Invalid value for --min-confidence: '1.5' is neither auto nor a figure from 0.5 to 1"),
        (["--min-confidence", "nan"], "Invalid value for --min-confidence: 'nan' is neither auto nor a figure from 0.5 to 1"),
        (["--limit", "0"], "Invalid value for '--limit'"),
        (["--statistics", "--format", "sarif"], "Invalid value for --statistics: statistics are told as text or json only"),
        (["--format", "xml"], "Invalid value for '--format'"),
    ],
)
def test_wishes_that_cannot_be_met(run: Run, folder: Path, arguments: list[str], told: str) -> None:
    done = run("check", *arguments, str(folder))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"termlint: {told}")
    assert done.err.count("\n") == 1


def test_min_confidence_beats_the_house_style(run: Run, folder: Path) -> None:
    (folder / "page.md").write_text("😀 Our lawyers have advised this customer for years.\n", encoding="utf-8")
    confidence = json.loads(run("check", "--format", "jsonl", "page.md").out)["confidence"]
    (folder / ".termlint.yaml").write_text("version: 1\nmin_confidence: 0.5\n", encoding="utf-8")
    assert confidence < 1
    assert run("check", "page.md", "--min-confidence", "1").code == 0
    (folder / ".termlint.yaml").write_text("version: 1\nmin_confidence: 1.0\n", encoding="utf-8")
    assert run("check", "page.md").code == 0
    assert run("check", "page.md", "--min-confidence", "auto").code == 1


@pytest.mark.usefixtures("corpus")
def test_a_limit_lists_less_and_counts_all(run: Run) -> None:
    done = run("check", "--limit", "1", "docs")
    assert done.out.count("^^^^^^^^") == 1
    assert "4 findings in 2 files (2 files checked); 1 listed\n" in done.out
    machine = run("check", "--limit", "1", "--format", "json", "docs")
    told = json.loads(machine.out)
    assert (len(told["findings"]), told["summary"]["findings"]) == (1, 4)
    assert machine.err == "termlint: 4 findings in 2 files (2 files checked); 1 listed\n"


@pytest.mark.usefixtures("corpus")
def test_a_limit_changes_no_exit_code(run: Run, folder: Path) -> None:
    (folder / ".termlint.yaml").write_text("version: 1\nseverity: {TL102: error, TL101: info}\n", encoding="utf-8")
    done = run("check", "--limit", "1", "--fail-level", "error", "--format", "jsonl", "docs")
    assert (done.code, json.loads(done.out)["severity"]) == (1, "error")


@pytest.mark.usefixtures("corpus")
def test_statistics_instead_of_findings(run: Run) -> None:
    done = run("check", "--statistics", "docs")
    assert done.code == 1
    assert "By word\n  clients   1   25 %\n" not in done.out
    assert "  TL101 wrong-term-for-ongoing        2   50 %\n" in done.out
    assert "What adopting it would mean\n  4 findings in 2 files (2 files checked)\n" in done.out
    assert "^" not in done.out
    told = json.loads(run("check", "--statistics", "--format", "json", "docs").out)
    assert told["by_folder"] == {"docs": 4}
    assert told["by_relationship"] == {"ongoing": 2, "transactional": 2}


def test_statistics_are_coloured_only_where_asked(corpus: list[str], run: Run) -> None:
    assert "\x1b[1mBy rule\x1b[0m" in run("check", "--statistics", "--color", "always", *corpus).out
    assert "\x1b" not in run("check", "--statistics", *corpus).out


def test_help_shows_how(run: Run) -> None:
    told = run("check", "--help").out
    assert "termlint check --statistics ." in told
    assert "termlint check --format sarif --output termlint.sarif ." in told
    assert all(format in told for format in ReportFormat)
