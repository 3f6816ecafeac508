"""One TOML table to a tree with places."""

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termlint.yaml_source import Mapping, Node, Place, Sequence, SourceError, read_toml
from termlint.yaml_source.toml_places import locate

TEXT = '''[project]
name = "x" # c
[tool.termlint]
version = 1
extends = ["a", 'b',
   "c"] # hi
inline = {a = 1, "b]" = [ {q = 1979-05-27}, ]}
terms.ongoing.preferred = "a"
long = """
"quoted" \\""" x"""
[[tool.termlint.overrides]]
files = ["a"]
[[tool.termlint.overrides]]
files = []
[tool.termlint.overrides.terms]
"x y" = true
'''


def plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value


def at(node: Node, *path: str | int) -> Node:
    for step in path:
        if isinstance(node, Mapping):
            entry = node.get(str(step))
            assert entry is not None
            node = entry.value
        else:
            assert isinstance(node, Sequence)
            node = node.items[int(step)]
    return node


def test_values_are_those_of_tomllib() -> None:
    for text in (TEXT, TEXT.replace("\n", "\r\n")):
        tree = read_toml(text, file="p", table=("tool", "termlint"))
        assert tree is not None
        assert plain(tree) == tomllib.loads(text)["tool"]["termlint"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("version",), Place(4, 11)),
        (("extends", 1), Place(5, 17)),
        (("extends", 2), Place(6, 4)),
        (("inline", "b]", 0, "q"), Place(7, 32)),
        (("terms", "ongoing", "preferred"), Place(8, 27)),
        (("overrides", 0), Place(11, 1)),
        (("overrides", 1, "files"), Place(14, 9)),
        (("overrides", 1, "terms", "x y"), Place(16, 9)),
    ],
)
def test_every_value_knows_its_place(path: tuple[str | int, ...], place: Place) -> None:
    tree = read_toml(TEXT, file="p", table=("tool", "termlint"))
    assert tree is not None
    assert at(tree, *path).place == place


def test_without_the_table_there_is_nothing() -> None:
    assert read_toml("[tool.other]\n", file="p", table=("tool", "termlint")) is None
    assert read_toml("tool = 1\n", file="p", table=("tool", "termlint")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool]\ntermlint =", "p:2:11: not TOML: Invalid value"),
        ("[tool.termlint]\na = 1\na = 2", "p:3:6: not TOML: Cannot overwrite a value"),
        ("[tool]\ntermlint = 3", "p:2:1: tool.termlint is no table; write [tool.termlint]"),
        ("[tool.termlint]\na = '''x", "p:2:9: not TOML: Expected \"'''\""),
        ("[tool.termlint]\na = " + "[" * 50 + "]" * 50, "p:2:43: nested deeper than 40 levels"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, expected: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_toml(text, file="p", table=("tool", "termlint"))
    assert str(caught.value) == expected


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(SourceError):
        read_toml("a = " + "[" * 500_000, file="p", table=("a",))


_PIECES = ["a", "b.c", '"q]"', "'x#y'", " = ", "1", "[1, 2]", "{a=1}", '"""s\n"""', "'''t'''", "\n", "\r\n", "[a]\n", "[[b]]\n"]
_PIECES += ["[b.c]\n", "# [x]\n", "true", "1979-05-27T07:32:00", "\n\n", '"\\""', '""""""', '"""a"""""', ", "]


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, below in inner for each in _paths(below, (*path, key)))]


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(["a = 1\n", "b = [1, {c = 'x'}]\n", *(p + "\n" for p in _PIECES)])
        | st.builds(
            lambda key, value: f"{key} = {value}\n",
            st.sampled_from(["a", "b.c", '"q]"', "'x#y'", "d . e"]),
            st.sampled_from(
                ["1", "[1, 2,]", "{a=1, b.c = [ ]}", '"""s\n[x]"""', "'''t\\'''", '"\\"#"', '""""""', '"""a"""""', "[\n# c\n1]"]
            ),
        ),
        max_size=8,
    )
)
def test_every_path_of_a_valid_text_has_a_place(lines: list[str]) -> None:
    text = "".join(lines)
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    spots = locate(text)
    for path in _paths(value):
        assert path in spots
