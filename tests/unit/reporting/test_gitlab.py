import json
from typing import Any

import jsonschema

from termlint.model.finding import Severity
from termlint.model.report import FileReport
from termlint.reporting.gitlab import gitlab_report
from termlint.reporting.run import Run
from tests.unit.reporting.build import finding, letter, report, skipped

LINE = {"type": "integer", "minimum": 1}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": LINE, "end": LINE}},
                },
            },
        },
    },
}
"""After GitLab's documentation of code quality report formats."""


def rows(*reports: FileReport) -> list[dict[str, Any]]:
    told = json.loads(gitlab_report(Run.of(reports)))
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    assert len({row["fingerprint"] for row in told}) == len(told)
    return list(told)


def test_nothing_is_an_empty_list() -> None:
    assert gitlab_report(Run.of([report(), skipped()])) == "[]\n"


def test_a_finding() -> None:
    assert rows(report("docs/page.md", finding())) == [
        {
            "description": 'TL101: "customer": the text says "advise" (ongoing); write "client"',
            "check_name": "TL101",
            "fingerprint": finding().fingerprint,
            "severity": "minor",
            "location": {"path": "docs/page.md", "lines": {"begin": 3, "end": 3}},
        }
    ]


def test_severities() -> None:
    found = rows(*(report(f"{severity}.md", finding(severity=severity, fingerprint=severity)) for severity in Severity))
    assert {row["location"]["path"]: row["severity"] for row in found} == {
        "error.md": "major",
        "warning.md": "minor",
        "info.md": "info",
    }


def test_repeated_and_missing_fingerprints_are_told_apart_and_the_first_is_kept() -> None:
    found = rows(
        report("a.md", finding(fingerprint="f"), finding(nth=1, fingerprint="f")),
        report("b.md", finding(fingerprint="f"), finding(nth=1, fingerprint="")),
        report("c.md", finding(fingerprint="")),
    )
    assert found[0]["fingerprint"] == "f"


def test_a_file_without_lines() -> None:
    (row,) = rows(letter())
    assert row["location"]["lines"] == {"begin": 1, "end": 1}
    assert row["description"].endswith("[paragraph 3]")
