"""The shipped presets, the JSON Schema, and the file that `termlint init` writes."""

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from termlint.config import HouseStyleError, default, load_preset, load_text
from termlint.config.json_schema import json_schema
from termlint.config.presets_page import presets_page
from termlint.config.starting import starting_text
from termlint.model.mention import Relationship
from termlint.rulebook import PRESETS, preset_text

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def accepted(text: str) -> bool:
    return bool(VALIDATOR.is_valid(YAML(typ="safe", pure=True).load(text)))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", PRESETS)
def test_presets_load_validate_and_carry_examples(name: str) -> None:
    assert accepted(preset_text(name))
    style = load_preset(name)
    assert style.for_path("a.md").watched
    assert {kind.value for example in style.examples for kind in example.expect} >= {"ok", "flag"}


def test_the_presets_page_is_up_to_date() -> None:
    page = (Path(__file__).parents[3] / "docs" / "presets.md").read_text(encoding="utf-8")
    assert page == presets_page(), "run: python -m termlint.config.presets_page > docs/presets.md"


@pytest.mark.parametrize("name", PRESETS)
def test_presets_never_deprecate_without_a_word_to_write(name: str) -> None:
    style = load_preset(name).for_path("a.md")
    for relationship in Relationship:
        row = style.row(relationship)
        assert row.preferred or not any(entry.status.value == "deprecated" for entry in row.entries)


@pytest.mark.parametrize("name", PRESETS)
def test_the_starting_file_loads_and_changes_nothing(name: str) -> None:
    text = starting_text(name)
    assert accepted(text)
    started, preset = load_text(text).for_path("a.md"), load_preset(name).for_path("a.md")
    assert (started.terms, started.rules, started.severities) == (preset.terms, preset.rules, preset.severities)
    uncommented = "\n".join(
        line[1:] if line.startswith("#  ") else line[2:] if line.startswith("# ") and line.endswith(("}", ":")) else line
        for line in text.splitlines()
    )
    assert "  - {phrase: managed portfolio" in uncommented
    assert all(len(line) <= 128 for line in text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "version: 2",
        "extend: default",
        "terms: {ongoing: {prefered: x}}",
        "terms: {ongoing: {deprecated: customer}}",
        "terms: {other: {}}",
        "terms: {ongoing: {preferred: ''}}",
        "terms: {ongoing: {preferred: ' a'}}",
        "terms: {ongoing: {preferred: {plural: x}}}",
        "min_confidence: 0.4",
        "min_confidence: true",
        "exceptions: [{phrase: x}]",
        "cues: [{phrase: x, relationship: unclear}]",
        "overrides: [{relationship: ongoing}]",
        "overrides: [{files: []}]",
        "rules: {TL999: on}",
        "rules: {TL201: maybe}",
        "severity: {TL101: fatal}",
        "examples: [{text: x, expect: []}]",
        "[]",
    ],
)
def test_the_schema_refuses_what_loading_refuses(text: str) -> None:
    with pytest.raises(HouseStyleError):
        load_text(text)
    assert not accepted(text)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "terms:\noverrides:\n",
        "extends: [care, saas]",
        "rules: {TL201: true, TL101: off}",
        "min_confidence: 1",
        "terms: {ongoing: {preferred: {term: person we support, plural: people we support}, admitted: [x, {term: y}]}}",
        "examples: [{text: x, expect: [ok, flag]}]",
    ],
)
def test_the_schema_accepts_what_loading_accepts(text: str) -> None:
    load_text(text)
    assert accepted(text)


def test_the_default_is_the_one_of_the_contract() -> None:
    assert default().file == "preset default"
    assert load_preset("always-customer").for_path("a").row(Relationship.UNCLEAR).preferred is not None
