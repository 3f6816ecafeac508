"""The examples that the shipped presets carry come out as expected, as `termlint test` would have it."""

import pytest

from termlint.config import load_preset
from termlint.linting.examples import run_examples
from termlint.rulebook import PRESETS


@pytest.mark.parametrize("name", PRESETS)
def test_the_examples_of_a_preset_come_out_as_expected(name: str) -> None:
    results = list(run_examples(load_preset(name)))
    assert len(results) >= 2
    assert [result.complaint for result in results if result.complaint] == []
