"""An exception that is added to a house style holds for the file it was added for."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termlint.config import load_text
from termlint.config.permitting import with_exception
from termlint.config.starting import starting_text
from termlint.rulebook import PRESETS

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=12)


@settings(deadline=None)
@given(st.lists(NAMES.filter(lambda name: name not in (".", "..")), min_size=1, max_size=3))
def test_any_file_can_be_named(parts: list[str]) -> None:
    path = "/".join(parts)
    text = with_exception("version: 1\n", file=".termlint.yaml", phrase="dear client", reason="a letter", path=path)
    assert text is not None
    style = load_text(text, folder="/here")
    assert [each.phrase for each in style.for_path(Path("/here") / path).exceptions] == ["dear client"]
    assert style.for_path("/here/a folder with quite another name/file").exceptions == ()


@pytest.mark.parametrize("preset", PRESETS)
def test_the_file_of_init_takes_one(preset: str) -> None:
    text = with_exception(starting_text(preset), file="x.yaml", phrase="dear client", reason="a letter", path=None)
    assert text is not None
    assert load_text(text).for_path("a.md").exceptions[-1].reason == "a letter"
    added = [line for line in text.splitlines() if line not in starting_text(preset).splitlines()]
    assert added == ["  - phrase: dear client", "    reason: a letter"]


def test_a_pyproject_takes_one_behind_its_end() -> None:
    before = '[tool.termlint]\nextends = "saas"\n\n[tool.other]\n'
    text = with_exception(before, file="pyproject.toml", phrase="dear client", reason="a letter", path="a.md")
    added = '\n[[tool.termlint.exceptions]]\nphrase = "dear client"\nreason = "a letter"\nfiles = ["/a.md"]\n'
    assert text == before + added
