"""Front matter: prose fields with their places, and declarations."""

import pytest

from termlint.model.document import BlockKind, SegmentKind, editable_range
from termlint.model.editing import edits_for
from termlint.model.errors import UnreadableError
from termlint.model.mention import Relationship
from termlint.model.source import SourceText
from termlint.reading import read


def document(front: str, fence: str = "---"):
    return read(SourceText("page.md", f"{fence}\n{front}\n{fence}\n# Body\n"))


def fields(front: str, fence: str = "---") -> list[tuple[str, str]]:
    read_in = document(front, fence)
    found = [block for block in read_in.blocks if block.kind is BlockKind.FIELD]
    for block in found:
        for segment in block.segments:
            if segment.kind is SegmentKind.COPIED:
                assert read_in.text[segment.source_start : segment.source_end] == block.text[segment.start : segment.end]
    return [(block.trail[0], block.text) for block in found]


def test_prose_keys_are_read_and_all_else_is_data():
    front = "title: A\nslug: b\nDescription: C\nseo_title: D\nmeta-description: E\nog_title: F\ntags: [g]\nauthor:\n  title: H"
    assert fields(front) == [
        ("title", "A"),
        ("Description", "C"),
        ("seo_title", "D"),
        ("meta-description", "E"),
        ("og_title", "F"),
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("plain # comment", "plain"),
        ("it's a#b", "it's a#b"),
        ("'it''s' # c", "it's"),
        ('"a \\"b\\" \\u00e9\\x41"', 'a "b" éA'),
        ("two\n  lines", "two lines"),
        ("'two\n\n  lines'", "two lines"),
        ('"a \\\n  b"', "a b"),
        ("&anchored text", "text"),
        ("!!str text", "text"),
        (">-\n  folded\n  lines", "folded lines"),
        ("|2\n  kept", "kept"),
        ("{{ x }} of ours", "\ufffc of ours"),
    ],
)
def test_scalars(written, text):
    assert fields(f"title: {written}\nlayout: x") == [("title", text)]


@pytest.mark.parametrize("written", ["", "[a, b]", "{a: b}", "*anchor", "!x b", "'open", '"open', "- a", "|x\n  y"])
def test_what_is_no_simple_scalar_is_not_read(written):
    assert fields(f"title: {written}\nlayout: x") == []


def test_paragraphs_of_a_block_scalar_are_apart():
    assert fields("summary: |\n  a\n\n  b\nlayout: x") == [("summary", "a"), ("summary", "b")]


def test_keys_may_be_indented_together():
    assert fields("    title: A\n    description: B\n      more\n    author: c") == [("title", "A"), ("description", "B more")]


def test_what_yaml_would_not_take_is_never_edited():
    (block, _) = document("title: customers: an introduction").blocks
    assert (block.text[:9], editable_range(block, 0, 9)) == ("customers", None)


@pytest.mark.parametrize(
    ("written", "fence", "spelled"),
    [
        ("title: 'our customer''s day'", "---", "it''s"),
        ('title: "our customer\\"s day"', "---", "it's"),
        ('title = "our customer"', "+++", "it's"),
    ],
)
def test_a_replacement_is_spelled_as_its_quotes_need(written, fence, spelled):
    block = document(written, fence).blocks[0]
    (edit,) = edits_for(block, 4, 12, "it's")
    assert edit.replacement == spelled


def test_toml():
    front = 'title = "A \\"b\\""\ndescription = \'C\' # D\nn = 1\nsummary = ["no"]\n[menu]\ntitle = "no"'
    assert fields(front, "+++") == [("title", 'A "b"'), ("description", "C")]


def test_the_title_beats_the_heading():
    assert document("title: Front").title == "Front"
    assert document("layout: x").title == "Body"


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA customer\n\n---\n",
        "---\nA customer\n---\n",
        "---\ntitle: A customer\n",
        "\n---\ntitle: A customer\n---\n",
        "+++\nA customer\n+++\n",
    ],
)
def test_a_rule_is_no_front_matter(text):
    assert [block.kind for block in read(SourceText("page.md", text)).blocks if "customer" in block.text] != [BlockKind.FIELD]
    assert any("customer" in block.text for block in read(SourceText("page.md", text)).blocks)


def test_empty_front_matter():
    assert [block.text for block in read(SourceText("page.md", "---\n---\nA customer")).blocks] == ["A customer"]


@pytest.mark.parametrize(
    ("front", "fence"),
    [
        ("termlint: {relationship: ongoing}", "---"),
        ("title: x\ntermlint:\n  relationship: ongoing\nlast: : :", "---"),
        ('"termlint": {"relationship": "ongoing"}', "---"),
        ('[termlint]\nrelationship = "ongoing"', "+++"),
        ('termlint.relationship = "ongoing"', "+++"),
    ],
)
def test_a_file_may_declare_its_relationship(front, fence):
    assert document(front, fence).declared is Relationship.ONGOING


@pytest.mark.parametrize("front", ["title: termlint", "tool:\n  termlint: {relationship: ongoing}", "termlint: {}"])
def test_nothing_is_declared_by_a_mere_word(front):
    assert document(front).declared is None


@pytest.mark.parametrize(
    ("front", "fence", "message"),
    [
        ("a: b\ntermlint: {relationship: forever}", "---", "3:26: .*found 'forever', allowed: ongoing, transactional, unclear"),
        ("termlint: {relation: ongoing}", "---", "2:12: .*found the key 'relation', allowed: relationship"),
        ("termlint: ongoing", "---", "2:11: .*found 'ongoing', allowed: {relationship"),
        ("termlint: {relationship: [ongoing]}", "---", "2:26: .*found something else, allowed"),
        ("termlint: {relationship: ongoing", "---", r"\d+:\d+: its declaration in the front matter: "),
        ('a = 1\n[termlint]\nrelationship = "no"', "+++", "4:16: .*found 'no'"),
    ],
)
def test_a_wrong_declaration_is_told_with_its_place(front, fence, message):
    with pytest.raises(UnreadableError, match=message):
        document(front, fence)
