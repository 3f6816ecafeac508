"""JSON, YAML and tables: values as independent parsers decode them, and edits that change their own word only."""

import csv
import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading_laws import check_edits, check_places, examples, read_text
from ruamel.yaml import YAML, YAMLError

from termlint.model.errors import UnreadableError
from termlint.model.source import SourceText
from termlint.reading import read
from termlint.reading import table as tables
from termlint.reading.json_text import scan as scan_json
from termlint.reading.yaml.scalars import decoded
from termlint.reading.yaml.tree import scan as scan_yaml

WORDS = (
    *(
        "customer",
        "the customer",
        "Our client pays.",
        "é",
        "😀",
        "\ud83d",
        "\u2028",
        "\u00ad",
        "\ue000",
        "\x00",
        "\t",
        "  ",
        " ",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        '"',
        "\\",
        "/",
        "'",
        "''",
        "#",
        ": ",
        " #",
        "- ",
        "&amp;",
        "&#99;ustomer",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
    ),
    *(
        "<br>",
        "{{ x }}",
        '{{x|fallback:"a customer"}}',
        "{customer}",
        "{n, plural, one {a customer} other {# x}}",
        "`customer`",
    ),
    *("**", "[customer](u)", "\n- customer", "\n# customer", "https://customer.io", ",", ";", "word"),
)
TEXT = st.lists(st.sampled_from(WORDS), max_size=10).map("".join)
REPLACEMENT = st.sampled_from(("member", "clientele", "person & co"))
TREE = st.recursive(
    TEXT | st.integers() | st.none() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("id", "title", "body", "a b", "text", "é")), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(TREE, st.booleans(), st.sampled_from((None, 1)))
@examples(200)
def test_json_strings_are_those_of_the_json_module(tree, ascii_only, indent):
    text = json.dumps(tree, ensure_ascii=ascii_only, indent=indent)
    found = [row.passage.text for row in scan_json(text) if hasattr(row, "passage")]
    assert found == list(_strings(json.loads(text)))


@given(TREE, st.booleans(), st.sampled_from((None, 1)), REPLACEMENT)
@examples(300)
@example({"id": 1, "title": "T", "body": "<p>the customer</p>", "text": "the customer"}, True, None, "member")
@example({"title": "&#99;ustomer\tcustomer"}, False, None, "member")
def test_an_edit_of_json_changes_its_own_word_only(tree, ascii_only, indent, replacement):
    document = read_text(json.dumps(tree, ensure_ascii=ascii_only, indent=indent), "json")
    check_places(document)
    check_edits(document, replacement)


JSON_SOUP = st.lists(
    st.sampled_from(
        (
            *'{}[]:,"\\/',
            '"title"',
            '"text": ',
            '"the customer pays"',
            "\\u0063",
            "\\ud83d\\ude00",
            "//",
            "/*",
            "*/",
            "\n",
            "\t",
            "1",
            "true",
            "é",
        )
    ),
    max_size=24,
).map("".join)


@given(st.one_of(JSON_SOUP, st.text()), REPLACEMENT)
@examples(200)
def test_what_is_no_json_is_read_too(text, replacement):
    document = read_text(text, "json")
    check_places(document)
    check_edits(document, replacement)


CELLS = st.lists(
    st.sampled_from(
        (
            '"',
            '""',
            ",",
            ";",
            "the customer pays",
            "customer",
            "id",
            "title,body\n",
            "\n",
            "\r\n",
            "\r",
            " ",
            "é",
            "<p>",
            "{{x}}",
        )
    ),
    max_size=24,
).map("".join)


@given(CELLS, st.sampled_from(",;\t"))
@examples(300)
def test_cells_are_those_of_the_csv_module(text, delimiter):
    text = text.replace(";", delimiter)
    rows = [[cell.text for cell, _ in row] for row in tables.scan(text, delimiter)]
    assert rows == [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]


@given(CELLS, st.sampled_from(("member", "clientele")))  # a semicolon in the first row would be taken for the delimiter
@examples(200)
def test_an_edit_of_a_table_changes_its_own_word_only(text, replacement):
    document = read_text(text, "table")
    check_places(document)
    check_edits(document, replacement)


LINE = st.lists(
    st.sampled_from(("customer", "a", "é", " ", "  ", "\t", "x y", "'", '"', "\\", ".", "#", ":", "-")), max_size=5
).map("".join)
LINES = st.lists(LINE, min_size=1, max_size=5)


@given(
    LINES,
    st.sampled_from(("|", ">", "|-", ">-", "|+", ">+", "|2", ">2-", "|2+")),
    st.sampled_from(("\n", "\r\n")),
    st.booleans(),
)
@examples(300)
def test_blocks_are_decoded_as_ruamel_does(lines, header, line_end, nested):
    outer = "  " if nested else ""
    text = line_end.join(
        (*(["o:"] if nested else []), f"{outer}k: {header}", *(outer + "  " + line if line else "" for line in lines), "")
    )
    _compare(text)


@given(LINES, st.sampled_from(('"', "'", "")), st.sampled_from(("\n", "\r\n")))
@examples(300)
def test_flow_scalars_are_decoded_as_ruamel_does(lines, quote, line_end):
    _compare(f"k: {quote}{(line_end + '  ').join(lines)}{quote}{line_end}l: x{line_end}")


@given(st.text(st.characters(codec="utf-8"), max_size=12))
@examples(100)
def test_escapes_are_decoded_as_ruamel_does(text):
    _compare("k: " + json.dumps(text) + "\n")


YAML_SOUP = st.lists(
    st.sampled_from(
        (
            "title: ",
            "body: ",
            "k:\n  ",
            "- ",
            "? ",
            ": ",
            "\n",
            "\n  ",
            "\n    ",
            "|\n  ",
            ">-\n  ",
            '"',
            "'",
            "''",
            "\\n",
            "&a ",
            "*a",
            "!!str ",
            "!x ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            " # ",
            "---\n",
            "...\n",
            "the customer pays",
            "customer",
            "é",
            "\t",
            "\r\n",
            "{{ x }}",
            "{% y %}",
            "<p>",
            "</p>",
            "%",
        )
    ),
    max_size=20,
).map("".join)


@given(st.one_of(YAML_SOUP, st.text()), REPLACEMENT)
@examples(300)
def test_an_edit_of_yaml_changes_its_own_word_only(text, replacement):
    try:
        document = read_text(text, "yaml")
    except UnreadableError:
        return
    check_places(document)
    check_edits(document, replacement)


@pytest.mark.parametrize(("format", "path"), [("json", "a.json"), ("yaml", "a.yaml"), ("table", "a.csv")])
@given(text=st.text(st.characters(exclude_categories=()), max_size=30))
@examples(100)
def test_any_text_is_read(format, path, text):
    check_places(read(SourceText(path, text), format=format))


def _compare(text):
    try:
        expected = YAML(typ="safe", pure=True).load(text)
    except (YAMLError, ValueError):
        return
    if not isinstance(expected, dict):
        return
    wanted = [_paired(one).rstrip() for one in _strings(expected) if one.strip()]
    rows = list(scan_yaml(text))
    if all(row.sure for row in rows):  # what the parser doubts is never written
        assert [found for row in rows if (found := decoded(text, row).text.rstrip())] == wanted, text


def _paired(text):
    """Two escaped halves of a character are that character, as JSON has it."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _strings(tree):
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from _strings(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _strings(value)
