import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.model.document import Location
from termlint.model.finding import Applicability, Edit, Fix, Related, Severity
from termlint.model.report import FileReport
from termlint.reporting.run import Run
from termlint.reporting.sarif import sarif_report
from tests.unit.reporting.build import TEXT, finding, letter, report, skipped

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def sarif(*reports: FileReport) -> dict[str, Any]:
    log = json.loads(sarif_report(Run.of(reports)))
    VALIDATOR.validate(log)
    run: dict[str, Any] = log["runs"][0]
    assert not list(_empty_strings(log))
    return run


def _empty_strings(value: object, path: str = "") -> Any:
    """GitHub refuses them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _empty_strings(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _empty_strings(inner, path)
    elif value == "":
        yield path


def test_the_schema_refuses_what_is_wrong() -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"version": "2.1.0", "runs": [{"results": []}]})


def test_a_run_says_how_it_counts() -> None:
    run = sarif(report())
    assert run["columnKind"] == "utf16CodeUnits"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    assert run["results"] == []


def utf16_slice(text: str, region: dict[str, int]) -> tuple[int, int]:
    """A region in code units of the whole text, found by lines as JavaScript would."""
    units = text.encode("utf-16-le")
    starts = [0]
    for at in range(0, len(units), 2):
        if units[at : at + 2] == b"\n\0":
            starts.append(at + 2)
    return (
        starts[region["startLine"] - 1] + 2 * (region["startColumn"] - 1),
        starts[region["endLine"] - 1] + 2 * (region["endColumn"] - 1),
    )


def test_regions_are_the_words_and_fixes_change_them() -> None:
    run = sarif(report("page.md", finding(), finding(nth=1)))
    units = TEXT.encode("utf-16-le")
    for result in reversed(run["results"]):
        start, end = utf16_slice(TEXT, result["locations"][0]["physicalLocation"]["region"])
        assert units[start:end].decode("utf-16-le") == "customer"
        (fix,) = result["fixes"]
        (replacement,) = fix["artifactChanges"][0]["replacements"]
        start, end = utf16_slice(TEXT, replacement["deletedRegion"])
        units = units[:start] + replacement["insertedContent"]["text"].encode("utf-16-le") + units[end:]
    assert units.decode("utf-16-le") == TEXT.replace("customer", "client")


def test_evidence_is_related_and_lies_where_it_says() -> None:
    (result,) = sarif(report("page.md", finding()))["results"]
    (related,) = result["relatedLocations"]
    start, end = utf16_slice(TEXT, related["physicalLocation"]["region"])
    assert TEXT.encode("utf-16-le")[start:end].decode("utf-16-le") == "advise"
    assert related["message"]["text"] == '"advise" speaks for ongoing'


def test_other_uses_are_linked_in_the_message() -> None:
    one = finding(nth=1, related=(Related(25, 33, 'called "customer" [here]'),), evidence=())
    (result,) = sarif(report("page.md", one))["results"]
    assert result["message"]["text"].endswith('([called "customer" \\[here\\]](1))')
    assert [location["id"] for location in result["relatedLocations"]] == [1]


def test_no_more_related_locations_than_are_kept() -> None:
    one = finding(related=tuple(Related(25, 33, "again") for _ in range(150)))
    (result,) = sarif(report("page.md", one))["results"]
    assert len(result["relatedLocations"]) == 100
    assert "(100)" in result["message"]["text"]
    assert "(101)" not in result["message"]["text"]


def test_a_link_in_the_document_is_not_one_of_ours() -> None:
    (result,) = sarif(report("page.md", finding(message="see [x](1)", evidence=())))["results"]
    assert result["message"]["text"] == "see \\[x](1)"


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_levels(severity: Severity, level: str) -> None:
    (result,) = sarif(report("page.md", finding(severity=severity)))["results"]
    assert result["level"] == level


def test_a_result_points_to_its_rule_which_has_help() -> None:
    run = sarif(report("page.md", finding()))
    rule = run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]
    assert rule["id"] == run["results"][0]["ruleId"] == "TL101"
    assert rule["name"] == "WrongTermForOngoing"
    assert "Reported:" in rule["help"]["text"]
    assert rule["help"]["markdown"]
    assert len(rule["fullDescription"]["text"]) <= 1024
    assert rule["helpUri"].endswith("/docs/rules.md#tl101-wrong-term-for-ongoing")


def test_beside_a_baseline_what_is_told_is_new() -> None:
    assert "baselineState" not in sarif(report("page.md", finding()))["results"][0]
    log = json.loads(sarif_report(Run.of([report("page.md", finding())], has_baseline=lambda path: path == "page.md")))
    VALIDATOR.validate(log)
    assert [one["baselineState"] for one in log["runs"][0]["results"]] == ["new"]


def test_our_fingerprint_has_a_name_of_its_own() -> None:
    """The other one is reckoned by GitHub's upload; a wrong one would double every alert."""
    (result,) = sarif(report("page.md", finding()))["results"]
    assert set(result["partialFingerprints"]) == {"termlint/v1"}


def test_a_file_without_lines_is_shown_at_its_beginning_with_its_place_in_words() -> None:
    (result,) = sarif(letter())["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "paragraph 3"}]
    assert "[paragraph 3]" in result["message"]["text"]
    assert "fixes" not in result
    assert "relatedLocations" not in result


def test_a_display_only_fix_is_none() -> None:
    (result,) = sarif(report("page.md", finding(fix=Fix(Applicability.DISPLAY_ONLY, ()))))["results"]
    assert "fixes" not in result


def test_a_fix_of_two_edits_is_one_fix() -> None:
    start = TEXT.rindex("a customer")
    edits = (Edit(start + 2, start + 10, "user"), Edit(start, start + 1, "an"))
    (result,) = sarif(report("page.md", finding(nth=1, fix=Fix(Applicability.UNSAFE, edits))))["results"]
    (fix,) = result["fixes"]
    assert [one["insertedContent"]["text"] for one in fix["artifactChanges"][0]["replacements"]] == ["an", "user"]


def test_a_skipped_file_is_told() -> None:
    run = sarif(skipped())
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "skipped: not UTF-8 at byte 5 (line 1)"
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "broken.md"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("docs/a b.md", "docs/a%20b.md"),
        ("a:b.md", "a%3Ab.md"),
        ("100%.md", "100%25.md"),
        ("/srv/a.md", "file:///srv/a.md"),
        ("C:/docs/a.md", "file:///C:/docs/a.md"),
        ("caf\udce9.md", "caf%E9.md"),
    ],
)
def test_uris(path: str, uri: str) -> None:
    (result,) = sarif(report(path, finding()))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@given(st.text(st.characters(exclude_characters="/\\\0", codec="utf-8"), min_size=1).map(lambda name: "docs/" + name))
def test_every_name_can_be_read_back(path: str) -> None:
    (result,) = sarif(report(path, finding()))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == path
    assert unquote_to_bytes(uri) == path.encode()


def test_a_place_in_words_stands_beside_lines_too() -> None:
    (result,) = sarif(report("macros.json", finding(location=Location('macro "Refund"'))))["results"]
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": 'macro "Refund"'}]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
