import json

from hypothesis import given
from hypothesis import strategies as st

from termlint.rulebook.line_table import LineTable, table_lines, tables_in

ENTRIES = st.dictionaries(st.text(), st.lists(st.integers()) | st.text(), max_size=30)


@given(ENTRIES, st.lists(st.text(), max_size=10))
def test_it_answers_as_the_parsed_object_would(entries: dict[str, object], others: list[str]) -> None:
    table: LineTable[object] = LineTable(table_lines(entries).split("\n") if entries else [])
    for key in [*entries, *others, *entries]:
        assert table.get(key) == entries.get(key)
    assert set(table) == set(entries)


@given(ENTRIES.filter(bool), ENTRIES.filter(bool))
def test_a_file_of_tables_is_json_and_gives_its_tables(first: dict[str, object], second: dict[str, object]) -> None:
    text = f'{{\n"a": {{"scale": 1, "b": {{\n{table_lines(first)}\n}}}},\n"c":{{\n{table_lines(second)}\n}},"d":[2]}}\n'
    assert json.loads(text) == {"a": {"scale": 1, "b": first}, "c": second, "d": [2]}
    rest, tables = tables_in(text)
    assert rest == {"a": {"scale": 1, "b": {}}, "c": {}, "d": [2]}
    for table, entries in zip(tables, (first, second), strict=True):
        assert {key: table.get(key) for key in table} == entries


def test_what_is_asked_for_often_is_parsed_once_and_for_all() -> None:
    entries = {f"{number:03}": [number] for number in range(100)}
    made: list[object] = []
    table: LineTable[object] = LineTable(table_lines(entries).split("\n"), lambda value: made.append(value) or value)
    few = [table.get(f"{number:03}") for number in range(10)]
    assert few == made == [[number] for number in range(10)]
    assert [table.get(key) for key in entries] == list(entries.values())
    asked = len(made)
    assert [table.get(key) for key in (*entries, "none")] == [*entries.values(), None]
    assert len(made) == asked


def test_a_get_taken_before_is_served_by_what_was_parsed_since() -> None:
    entries = {f"{number:03}": [number] for number in range(100)}
    made: list[object] = []
    table: LineTable[object] = LineTable(table_lines(entries).split("\n"), lambda value: made.append(value) or value)
    get = table.get
    assert [get(key) for key in (*entries, "none")] == [*entries.values(), None]
    assert len(made) < 2 * len(entries)
