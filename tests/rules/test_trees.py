"""The compiled trees of the catalogue and the presets."""

from importlib.resources import files

import pytest

from termlint.rulebook.compile import compiled_trees, object_text
from termlint.rulebook.resources import resource_text
from termlint.rulebook.trees import COMPILED, SOURCES, shipped_tree
from termlint.yaml_source import read_yaml


def test_the_compiled_trees_are_up_to_date() -> None:
    written = files("termlint.rules").joinpath(*COMPILED).read_text(encoding="utf-8")
    assert written == object_text(compiled_trees()), "run python -m termlint.rulebook.compile"


@pytest.mark.parametrize("name", SOURCES)
def test_a_tree_is_that_of_its_yaml(name: str) -> None:
    assert shipped_tree(name) == read_yaml(resource_text(name), file=f"rules/{name}")


def test_every_preset_that_is_shipped_is_compiled() -> None:
    presets = files("termlint.rules").joinpath("presets").iterdir()
    assert {f"presets/{file.name}" for file in presets} | {"rules.yaml"} == set(SOURCES)
