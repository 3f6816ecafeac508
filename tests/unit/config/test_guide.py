"""Every key and preset has its place in the guide. What the guide shows is held to by tests/docs."""

import re
from pathlib import Path

from termlint.config.house_style_shape import house_style_shape
from termlint.rulebook import PRESETS

GUIDE = (Path(__file__).parents[3] / "docs" / "house-style.md").read_text(encoding="utf-8")


def test_every_key_and_preset_is_told() -> None:
    chapters = " ".join(re.findall(r"^## (.*)$", GUIDE, re.MULTILINE))
    assert {field.key for field in house_style_shape().fields if field.key not in chapters} == {"version"}
    assert all(f"`{name}`" in GUIDE for name in PRESETS)
