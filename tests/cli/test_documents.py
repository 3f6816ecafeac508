"""The command on a word processor's file, from finding to fixed bytes."""

import io
import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run, folder, run

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
