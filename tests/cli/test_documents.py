"""The command on a word processor's file, from finding to fixed bytes."""

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run, folder, run
from tests.docx_files import archive, body, paragraph
from tests.docx_files import run as stretch

__all__ = ["folder", "run"]


@pytest.fixture
def contract(folder: Path) -> Path:
    (folder / ".termlint.yaml").write_text(
        'version: 1\noverrides:\n  - files: ["*.docx"]\n    relationship: ongoing\n', encoding="utf-8"
    )
    document = docx.Document()
    document.add_heading("Scope of services", 1)
    paragraph = document.add_paragraph("We advise every cus")
    paragraph.add_run("tomer").bold = True
    paragraph.add_run(".")
    document.save(str(folder / "contract.docx"))
    return folder / "contract.docx"


def test_a_finding_tells_where_it_stands_and_has_no_offsets(contract: Path, run: Run) -> None:
    done = run("check", "--format", "json", contract.name)
    (finding,) = json.loads(done.out)["findings"]
    assert done.code == 1
    assert [finding[key] for key in ("offset", "end", "line", "column")] == [None] * 4
    assert finding["location"] == {
        "label": 'paragraph 2, "Scope of services"',
        "part": "document",
        "paragraph": "2",
        "heading": "Scope of services",
    }
    assert 'contract.docx (paragraph 2, "Scope of services"): TL101' in run("check", contract.name).out
    (mention,) = map(json.loads, run("explain", "--format", "jsonl", contract.name).out.splitlines())
    assert (mention["offset"], mention["location"]["paragraph"]) == (None, "2")


def test_a_fix_is_written_once_and_a_diff_tells_that_it_would_be(contract: Path, run: Run) -> None:
    before = contract.read_bytes()
    assert "Binary files a/contract.docx and b/contract.docx differ" in run("check", "--diff", contract.name).out
    assert contract.read_bytes() == before
    assert run("check", "--fix", contract.name).code == 0
    after = contract.read_bytes()
    assert [one.text for one in docx.Document(io.BytesIO(after)).paragraphs] == ["Scope of services", "We advise every client."]
    assert run("check", "--fix", contract.name).code == 0
    assert contract.read_bytes() == after


def test_a_broken_document_is_one_skip(folder: Path, run: Run) -> None:
    (folder / "a.docx").write_bytes(b"PK")
    (folder / "b.pdf").write_bytes(b"%PDF")
    done = run("check", "a.docx", "b.pdf")
    assert done.code == 0
    assert "a.docx: skipped: no zip archive, or a truncated one" in done.err
    assert "b.pdf: skipped: a damaged PDF" in done.err


TRACKING = ("--unsafe-fixes", "--track-changes", "--author", "Jo Reed & Co")


def test_a_fix_as_tracked_changes(contract: Path, run: Run) -> None:
    done = run("check", *TRACKING, contract.name, SOURCE_DATE_EPOCH="1767225600")
    assert (done.code, done.err) == (0, "")
    with zipfile.ZipFile(contract) as file:
        xml = file.read("word/document.xml").decode()
    told = ' w:author="Jo Reed &amp; Co" w:date="2026-01-01T00:00:00Z">'
    assert re.findall(rf"<w:(\w+) w:id=\"\d+\"{told}<w:r>.*?>([^<]+)</w:(?:t|delText)></w:r></w:\1>", xml) == [
        ("del", "cus"),
        ("del", "tomer"),
        ("ins", "client"),
    ]
    assert docx.Document(str(contract)).paragraphs[1].text == "We advise every ."
    after = contract.read_bytes()
    assert run("check", *TRACKING, contract.name).code == 0
    assert contract.read_bytes() == after


def test_a_fix_that_cannot_be_tracked_changes_nothing(folder: Path, run: Run) -> None:
    moved = f"<w:moveTo>{stretch('Our lawyers have advised every customer for years.')}</w:moveTo>"
    before = archive(body(paragraph(moved)))
    (folder / "a.docx").write_bytes(before)
    done = run("check", *TRACKING, "a.docx")
    assert (done.code, "TL101" in done.out) == (1, True)
    assert "a.docx: not fixed: a word of " in done.err
    assert "stands in a tracked move; accept or reject that first" in done.err
    assert (folder / "a.docx").read_bytes() == before
    assert "stands in a tracked move" in run("check", *TRACKING, "-", "--stdin-filename", "a.docx", stdin=before).err


@pytest.mark.parametrize(
    ("arguments", "environment", "told"),
    [
        (("--track-changes",), {}, "add --fix or --unsafe-fixes"),
        (("--author", "Jo", "--fix"), {}, "an author is for --track-changes"),
        (("--fix", "--track-changes", "--author", " "), {}, "a name of 1 to 255 characters"),
        (("--fix", "--track-changes"), {"SOURCE_DATE_EPOCH": "yesterday"}, "no number of seconds since 1970"),
    ],
)
def test_tracking_asked_for_wrongly(arguments: tuple[str, ...], environment: dict[str, str], told: str, run: Run) -> None:
    done = run("check", *arguments, **environment)
    assert (done.code, told in " ".join(done.err.replace("│", " ").split())) == (2, True)
