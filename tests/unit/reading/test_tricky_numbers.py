"""The seventy inputs that other tools got wrong: each has a test that names its number."""

import re
from pathlib import Path

UNIT = Path(__file__).parents[1]


def test_every_number_has_a_test() -> None:
    told: set[int] = set()
    for folder in ("reading", "linting"):
        for path in (UNIT / folder).glob("test_*.py"):
            text = path.read_text(encoding="utf-8")
            told |= {int(number) for number in re.findall(r'^\s*\(?"(\d{1,2}) \w', text, re.MULTILINE)}
            told |= {
                int(number)
                for name in re.findall(r"def test_((?:\d+_(?:and_)?)+)", text)
                for number in name.split("_")
                if number.isdigit()
            }
    assert told >= set(range(1, 71))
