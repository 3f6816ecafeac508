"""The page on formats tells every extension and every format that the code knows, and nothing else."""

import re
from pathlib import Path

from termlint.reading.formats import FORMATS, READERS

PAGE = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
NAMES = {"rst": "reStructuredText", "jupyter": "Jupyter", "asciidoc": "AsciiDoc"}


def section(format: str) -> str:
    wanted = NAMES.get(format, format).lower()
    return next(text for name, text in SECTIONS.items() if name.lower() == wanted)


def test_every_format_has_a_section_with_its_extensions_and_no_others() -> None:
    for format in READERS:
        told = section(format).split("\n- ")[0]
        found = set(re.findall(r"`(\.\w+)`", told))
        assert found == {extension for extension, known in FORMATS.items() if known == format}, format


def test_every_section_says_what_is_read_and_what_is_fixed() -> None:
    for format in READERS:
        assert "- Read: " in section(format), format
        assert "- Fixed: " in section(format), format


def test_the_speed_of_every_format_is_told() -> None:
    assert {format for format in READERS if f"| {format} " not in SECTIONS["How fast"]} == set()
