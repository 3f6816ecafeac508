"""YAML to a tree with places."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termlint.yaml_source import Mapping, Node, Place, Scalar, Sequence, SourceError, decode, read_yaml


def plain(node: Node) -> object:
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value


def mistake_of(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        read_yaml(text, file="f.yaml")
    return str(caught.value)


def test_every_key_and_value_knows_its_place() -> None:
    tree = read_yaml("a: 1\r\n# ü\r\nb:\r\n  - 'é': x\r\n    y: [p, q]\r\n", file="f.yaml")
    assert plain(tree) == {"a": 1, "b": [{"é": "x", "y": ["p", "q"]}]}
    assert isinstance(tree, Mapping)
    b = tree.get("b")
    assert b is not None
    assert b.place == Place(3, 1)
    assert isinstance(b.value, Sequence)
    item = b.value.items[0]
    assert isinstance(item, Mapping)
    assert [(entry.place, entry.value.place) for entry in item.entries] == [
        (Place(4, 5), Place(4, 10)),
        (Place(5, 5), Place(5, 8)),
    ]
    y = item.entries[1].value
    assert isinstance(y, Sequence)
    assert [each.place for each in y.items] == [Place(5, 9), Place(5, 12)]


def test_columns_count_code_points() -> None:
    tree = read_yaml('{"😀é": x}', file="f.yaml")
    assert isinstance(tree, Mapping)
    assert tree.entries[0].value.place == Place(1, 8)


def test_lines_above_shift_the_place() -> None:
    assert read_yaml("x", file="f.md", lines_above=3).place == Place(4, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on", "on"),
        ("no", "no"),
        ("'1'", "1"),
        ("1", 1),
        ("-0.5", -0.5),
        ("1.", 1.0),
        ("~", None),
        ("", None),
        ("True", True),
        ("1_000", "1_000"),
        ("2020-01-01", "2020-01-01"),
        ("9" * 5000, float("inf")),
        ("|\n  a\n  b\n", "a\nb\n"),
    ],
)
def test_plain_words_follow_the_core_schema(text: str, value: object) -> None:
    assert plain(read_yaml(text, file="f.yaml")) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: 1\nb:\n  c: 1\n  c: 2\na: 3",
            'f.yaml:4:3: "c" stands here a second time; the first is in line 3, column 3\nf.yaml:5:1: ',
        ),
        ("a:\n\tb: 1", "f.yaml:2:1: not YAML: found character '\\t' that cannot start any token"),
        ("a: [1, 2", "f.yaml:1:9: not YAML: "),
        ("a: b: c", "f.yaml:1:5: not YAML: mapping values are not allowed here; text that holds a colon"),
        ("a: @b", "f.yaml:1:4: not YAML: "),
        ("x: &a 1\ny: *a", 'f.yaml:1:4: "&a" is an anchor'),
        ("y: *a", 'f.yaml:1:4: "*a" is an alias'),
        ("x: !!python/object/apply:os.system [ls]", 'f.yaml:1:4: "!!python/object/apply:os.system" is a tag'),
        ("? [a]\n: 1", "f.yaml:1:3: a key must be text"),
        ("--- a\n--- b", "f.yaml:2:1: a second document begins"),
        ("a: 1\nb: \x07", "f.yaml:2:4: the character U+0007 is not allowed"),
        ("[" * 1_000_000, "f.yaml:1:42: nested deeper than 40 levels"),
        ("- " * 500_000, "f.yaml:1:83: nested deeper than 40 levels"),
        ("{a: " * 200_000, "f.yaml:1:165: nested deeper than 40 levels"),
        ("not yaml at all: {", "f.yaml:1:19: not YAML: "),
        ("%FOO\n---\n*", "f.yaml:"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_with_its_place(text: str, expected: str) -> None:
    told = mistake_of(text)
    assert told.startswith(expected)
    assert all(line.startswith("f.yaml:") for line in told.splitlines())


def test_bytes_are_utf_8_unless_a_mark_says_otherwise() -> None:
    assert decode("\ufeffa: ü".encode(), file="f") == "a: ü"
    assert decode("a: ü".encode("utf-16"), file="f") == "a: ü"
    assert decode("a: ü".encode("utf-32"), file="f") == "a: ü"
    with pytest.raises(SourceError, match=r"^f:2:4: not UTF-8 text \(byte 0xfc\); save it as UTF-8$"):
        decode("x: ä\r\na: ".encode() + b"\xfc", file="f")
    with pytest.raises(SourceError, match=r"^f:1:1: 1,000,001 bytes; at most 1,000,000 are read$"):
        decode(b"#" * 1_000_001, file="f")


@settings(max_examples=200)
@given(st.text(alphabet="ab:-[]{},'\"#&*!|>%@? \n\r\t~1.\u00e9\ufeff\x00\x85\u2028", max_size=40))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        tree = read_yaml(text, file="f")
    except SourceError as error:
        mistakes = error.mistakes
    else:
        assert isinstance(tree, Scalar | Sequence | Mapping)
        return
    assert mistakes
    assert all(mistake.place >= Place(1, 1) and len(str(mistake).splitlines()) == 1 for mistake in mistakes)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150)
@given(_VALUES)
def test_json_is_read_as_what_it_says(value: object) -> None:
    # Every JSON text is YAML, so json is the oracle. YAML has no place for some control characters and lone surrogates.
    assert plain(read_yaml(json.dumps(value), file="f")) == value
