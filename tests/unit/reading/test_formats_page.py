"""The page on formats tells every extension and every format that the code knows."""

from pathlib import Path

from termlint.reading import FORMATS

PAGE = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
TOLD = set(FORMATS.values())


def test_every_extension_is_told() -> None:
    own = {extension for extension, format in FORMATS.items() if format in TOLD}
    assert {extension for extension in own if f"`{extension}`" not in PAGE} == set()
