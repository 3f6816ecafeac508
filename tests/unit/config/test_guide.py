"""What the guide shows is a house style, and every key has a chapter."""

import re
from pathlib import Path

import pytest

from termlint.config import load, load_text
from termlint.config.house_style_shape import house_style_shape
from termlint.rulebook import PRESETS

GUIDE = (Path(__file__).parents[3] / "docs" / "house-style.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))
def test_yaml_in_the_guide_loads(text: str) -> None:
    load_text(text)


@pytest.mark.parametrize("text", re.findall(r"```toml\n(\[tool.*?)```", GUIDE, re.DOTALL))
def test_toml_in_the_guide_loads(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    load(tmp_path / "pyproject.toml")


def test_every_key_and_preset_is_told() -> None:
    chapters = " ".join(re.findall(r"^## (.*)$", GUIDE, re.MULTILINE))
    assert {field.key for field in house_style_shape().fields if field.key not in chapters} == {"version"}
    assert all(f"`{name}`" in GUIDE for name in PRESETS)
