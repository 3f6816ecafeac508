import json
from typing import Any

import jsonschema
import pytest

from termlint.model.finding import Applicability, Edit, Fix, Related
from termlint.model.report import FileReport
from termlint.model.source import SourceText
from termlint.reporting.rdjson import rdjson_report
from termlint.reporting.run import Run
from tests.unit.reporting.build import TEXT, finding, letter, report

POSITION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "required": ["start"],
    "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}
LOCATION = {
    "type": "object",
    "required": ["path"],
    "additionalProperties": False,
    "properties": {"path": {"type": "string"}, "range": RANGE},
}
SCHEMA = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                    "original_output": {"type": "string"},
                    "related_locations": {
                        "type": "array",
                        "items": {"type": "object", "properties": {"message": {"type": "string"}, "location": LOCATION}},
                    },
                },
            },
        },
    },
}
"""After ``reviewdog.proto``."""


def diagnostics(*reports: FileReport) -> list[dict[str, Any]]:
    told = json.loads(rdjson_report(Run.of(reports)))
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    return list(told["diagnostics"])


def bytes_at(raw: bytes, range: dict[str, dict[str, int]]) -> tuple[int, int]:
    """Where a range lies in the bytes of a file: lines by ``\\n``, columns in bytes, the end exclusive."""
    starts = [0, *(at + 1 for at, byte in enumerate(raw) if byte == 0x0A)]
    first, last = range["start"], range["end"]
    return starts[first["line"] - 1] + first["column"] - 1, starts[last["line"] - 1] + last["column"] - 1


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("text", [TEXT, "😀 é: the customer. "])
def test_ranges_and_suggestions_are_bytes_of_the_file(text: str, bom: bytes) -> None:
    source = SourceText("page.md", text, encoding="utf-8", bom=bom)
    raw = source.encode(text)
    (one,) = diagnostics(FileReport("page.md", source, findings=(finding(text),)))
    start, end = bytes_at(raw, one["location"]["range"])
    assert raw[start:end] == b"customer"
    (suggestion,) = one["suggestions"]
    start, end = bytes_at(raw, suggestion["range"])
    fixed = raw[:start] + suggestion["text"].encode() + raw[end:]
    assert fixed == source.encode(text.replace("customer", "client", 1))


def test_a_fix_of_several_edits_is_one_suggestion() -> None:
    start = TEXT.rindex("a customer")
    edits = (Edit(start + 2, start + 10, "user"), Edit(start, start + 1, "an"))
    (one,) = diagnostics(report("page.md", finding(nth=1, fix=Fix(Applicability.UNSAFE, edits))))
    (suggestion,) = one["suggestions"]
    assert suggestion["text"] == "an user"
    raw = TEXT.encode()
    first, last = bytes_at(raw, suggestion["range"])
    assert raw[first:last] == b"a customer"


@pytest.mark.parametrize(
    "fix", [None, Fix(Applicability.DISPLAY_ONLY, ()), Fix(Applicability.UNSAFE, (Edit(0, 1, "x"), Edit(900, 901, "y")))]
)
def test_no_suggestion_where_there_is_none_to_click(fix: Fix | None) -> None:
    (one,) = diagnostics(report("page.md", finding(fix=fix), text=TEXT + " " * 1000))
    assert "suggestions" not in one


def test_other_places() -> None:
    start = TEXT.index("customer")
    (one,) = diagnostics(report("page.md", finding(nth=1, related=(Related(start, start + 8, "called so here"),))))
    (other,) = one["related_locations"]
    first, last = bytes_at(TEXT.encode(), other["location"]["range"])
    assert TEXT.encode()[first:last] == b"customer"


def test_a_file_without_lines_has_a_path_only() -> None:
    (one,) = diagnostics(letter())
    assert one["location"] == {"path": "letter.docx"}
    assert "suggestions" not in one
    assert one["message"].endswith("[paragraph 3]")
