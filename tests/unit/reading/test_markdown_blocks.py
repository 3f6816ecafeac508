"""What kind a block is, and what stands above it."""

from termlint.model.document import OBJECT, Block, BlockKind, MarkKind, SegmentKind
from termlint.model.source import SourceText
from termlint.reading import read


def blocks_of(text: str) -> tuple[Block, ...]:
    return read(SourceText("page.md", text)).blocks


def told(text: str) -> list[tuple[str, str, int]]:
    return [(block.kind.value, block.text, block.level) for block in blocks_of(text)]


def test_headings_make_a_path():
    blocks = blocks_of("# A\na\n### C\nc\n## B *x*\nb\n# D\nd")
    assert [(block.text, block.headings) for block in blocks] == [
        ("A", ()),
        ("a", ("A",)),
        ("C", ("A",)),
        ("c", ("A", "C")),
        ("B x", ("A",)),
        ("b", ("A", "B x")),
        ("D", ()),
        ("d", ("D",)),
    ]


def test_headings_in_quotes_and_items_stay_there():
    assert blocks_of("# A\n> # Q\n> q\n\n- # I\n\n  i\n\nz")[-1].headings == ("A",)


def test_the_first_paragraph_of_an_item_is_the_item():
    assert told("- a\n  b\n\n  c\n  1. d\n- [x] e") == [
        ("item", "a b", 1),
        ("paragraph", "c", 0),
        ("item", "d", 2),
        ("item", "e", 1),
    ]


def test_cells_know_their_column():
    blocks = blocks_of("| Who | What |\n|---|---|\n| we | |\n| you | *ask* |")
    assert [(block.text, block.trail) for block in blocks] == [
        ("Who", ()),
        ("What", ()),
        ("we", ("Who",)),
        ("you", ("Who",)),
        ("ask", ("What",)),
    ]
    assert {block.kind for block in blocks} == {BlockKind.CELL}


def test_a_quote_is_quoted_and_an_alert_is_not():
    assert [(block.text, block.quoted) for block in blocks_of("> a\nlazy\n\n> [!NOTE]\n> b\n\nc\n\n> <p>d</p>")] == [
        ("a lazy", True),
        ("b", False),
        ("c", False),
        ("d", True),
    ]


def test_marks_stand_over_the_text_they_mark():
    (block,) = blocks_of("**a *b*** [c](x) <b>d</b> `e` ![](f) https://g.h {{i}}")
    assert [(block.text[mark.start : mark.end], mark.kind) for mark in block.marks] == [
        ("a b", MarkKind.STRONG),
        ("b", MarkKind.EMPHASIS),
        ("c", MarkKind.LINK),
        ("d", MarkKind.STRONG),
        (OBJECT, MarkKind.CODE),
        (OBJECT, MarkKind.IMAGE),
        (OBJECT, MarkKind.URL),
        (OBJECT, MarkKind.PLACEHOLDER),
    ]


def test_an_object_hides_what_it_stands_for_and_knows_where_it_is():
    text = "See `the customer` and {{ the\ncustomer }} at customer.io."
    (block,) = blocks_of(text)
    assert block.text == f"See {OBJECT} and {OBJECT} at {OBJECT}."
    guarded = [segment for segment in block.segments if segment.kind is SegmentKind.GUARDED]
    assert [text[segment.source_start : segment.source_end] for segment in guarded] == [
        "`the customer`",
        "{{ the\ncustomer }}",
        "customer.io",
    ]


def test_an_alternative_text_is_a_caption_after_its_block():
    assert told("A ![our *team*](x.png) b\n\n![alone](y.png)") == [
        ("paragraph", f"A {OBJECT} b", 0),
        ("caption", "our team", 0),
        ("caption", "alone", 0),
    ]


def test_line_ends_become_blanks():
    (block,) = blocks_of("> a \n> b\\\n> c  \n> d<br>e")
    assert block.text == "a b\nc\nd\ne"
    assert [segment.kind.value for segment in block.segments if segment.end - segment.start == 1][1::2] == [
        "atom",
        "atom",
        "atom",
        "guarded",
    ]


def test_code_and_comments_are_no_text():
    assert (
        told(
            "    code\n\n```\nfence\n```\n\n~~~js\nx\n~~~\n\n<!-- a\n\nb -->\n\n<script>\nx\n\ny\n</script>\n\n<style>z</style>"
        )
        == []
    )


def test_html_is_read_as_its_parts():
    assert told(
        "<h2>Our <b>team</b></h2>\n<ul><li>one &amp; all</li></ul><pre>x</pre><table><tr><td>c</td></tr></table>tail"
    ) == [
        ("heading", "Our team", 2),
        ("item", "one & all", 1),
        ("cell", "c", 0),
        ("paragraph", "tail", 0),
    ]
    assert blocks_of("<h2>Team</h2>\n\nWe")[1].headings == ("Team",)


def test_blocks_without_a_word_are_dropped():
    assert told("{% endnote %}\n\n***\n\n![](x)\n\n`x`\n\n...\n\nhttps://a.b") == []


def test_directives_hold_prose():
    assert told('??? tip "T"\n\n    - a\n\n        !!! note\n\n            deep\n\nend') == [
        ("paragraph", "T", 0),
        ("item", "a", 1),
        ("paragraph", "deep", 0),
        ("paragraph", "end", 0),
    ]
    assert told("::: {.callout-note}\nbody\n:::\n\n:::tip[Title]\n\n- x\n\n:::") == [
        ("paragraph", "body", 0),
        ("paragraph", "Title", 0),
        ("item", "x", 1),
    ]
    assert told("```{warning}\n:class: wide\n# H\nbody\n```\n\n```{code-block} py\nx\n```") == [
        ("heading", "H", 1),
        ("paragraph", "body", 0),
    ]
    assert told('=== "Tab one"\n\n    text\n\n    code') == [
        ("paragraph", "Tab one", 0),
        ("paragraph", "text", 0),
        ("paragraph", "code", 0),
    ]


def test_indented_code_is_code_where_no_directive_stands_before_it():
    assert told("!!! note\n\n- item\n\n***\n\n    code") == [("item", "item", 1)]


def test_a_definition_list_has_terms():
    assert [(block.text, block.trail) for block in blocks_of("Term\n: What it means")] == [("Term", ()), ("What it means", ())]


def test_the_title_is_the_first_heading_of_level_one():
    assert read(SourceText("a.md", "## B\n\n# A *b*\n\n# C")).title == "A b"
    assert read(SourceText("a.md", "## B")).title == ""
