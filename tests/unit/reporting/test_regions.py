import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.model.source import SourceText
from termlint.reporting.regions import Region, Unit, region
from tests.unit.reporting.build import TEXT, Container

ENCODINGS = {Unit.CODE_POINT: ("utf-32-le", 4), Unit.UTF_16: ("utf-16-le", 2), Unit.UTF_8: ("utf-8", 1)}
TEXTS = st.text(st.sampled_from("ab é漢😀𐐀\u200d\r\n") | st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize(("unit", "column"), [(Unit.CODE_POINT, 3), (Unit.UTF_16, 4), (Unit.UTF_8, 6)])
def test_the_example_of_the_diagnostic_format(unit: Unit, column: int) -> None:
    assert region(SourceText("a", "a𐐀b"), 2, 3, unit=unit) == Region(1, column, 1, column + 1)


@given(TEXTS, st.data())
def test_columns_are_what_an_encoder_counts(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    before = text[:start]
    if before.endswith("\r") and text[start : start + 1] == "\n":
        return  # between the two halves of a line end there is no column
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for unit, (encoding, size) in ENCODINGS.items():
        place = region(SourceText("a", text), start, start, unit=unit)
        assert place is not None
        assert (place.line, place.column) == (len(lines), len(lines[-1].encode(encoding)) // size + 1)


def test_a_file_without_lines_has_no_region() -> None:
    assert region(Container("a.docx", TEXT), 3, 4, unit=Unit.UTF_16) is None
    assert region(None, 3, 4, unit=Unit.UTF_16) is None
    assert region(SourceText("a", TEXT), None, None, unit=Unit.UTF_16) is None


def test_many_places_in_one_long_line_are_quick_to_find() -> None:
    text = "😀 customer " * 20_000
    source = SourceText("a", text)
    columns = [region(source, at, at + 8, unit=Unit.UTF_16) for at in range(2, len(text), 11)]
    assert columns[0] == Region(1, 4, 1, 12)
    assert columns[-1] == Region(1, 4 + 12 * 19_999, 1, 12 + 12 * 19_999)
