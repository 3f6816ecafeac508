"""The contract with the Markdown parser: if an update changes one of these, every offset is in doubt."""

import pytest

from termlint.reading.markdown.events import events

CASES = [
    ("# a {#b}\n", [("+Heading", 0, 9), ("Text", 2, 3), ("-Heading", 0, 9)]),
    ("a\n===\n", [("+Heading", 0, 6), ("Text", 0, 1), ("-Heading", 0, 6)]),
    ("a\nb", [("+Paragraph", 0, 3), ("Text", 0, 1), ("SoftBreak", 1, 2), ("Text", 2, 3), ("-Paragraph", 0, 3)]),
    ("a  \n b", [("+Paragraph", 0, 6), ("Text", 0, 1), ("HardBreak", 1, 4), ("Text", 5, 6), ("-Paragraph", 0, 6)]),
    ("*a*", [("+Paragraph", 0, 3), ("+Emphasis", 0, 3), ("Text", 1, 2), ("-Emphasis", 0, 3), ("-Paragraph", 0, 3)]),
    ("**a**", [("+Paragraph", 0, 5), ("+Strong", 0, 5), ("Text", 2, 3), ("-Strong", 0, 5), ("-Paragraph", 0, 5)]),
    ("~~a~~", [("+Paragraph", 0, 5), ("+Strikethrough", 0, 5), ("Text", 2, 3), ("-Strikethrough", 0, 5), ("-Paragraph", 0, 5)]),
    ("`a`", [("+Paragraph", 0, 3), ("Code", 0, 3), ("-Paragraph", 0, 3)]),
    ("é&amp;", [("+Paragraph", 0, 7), ("Text", 0, 2), ("Text", 2, 7), ("-Paragraph", 0, 7)]),
    ("\\*", [("+Paragraph", 0, 2), ("Text", 1, 2), ("-Paragraph", 0, 2)]),
    ("a<b>", [("+Paragraph", 0, 4), ("Text", 0, 1), ("InlineHtml", 1, 4), ("-Paragraph", 0, 4)]),
    ("[a](b)", [("+Paragraph", 0, 6), ("+Link", 0, 6), ("Text", 1, 2), ("-Link", 0, 6), ("-Paragraph", 0, 6)]),
    ("![a](b)", [("+Paragraph", 0, 7), ("+Image", 0, 7), ("Text", 2, 3), ("-Image", 0, 7), ("-Paragraph", 0, 7)]),
    ("<ab:c>", [("+Paragraph", 0, 6), ("+Link", 0, 6), ("Text", 1, 5), ("-Link", 0, 6), ("-Paragraph", 0, 6)]),
    ("> a", [("+BlockQuote", 0, 3), ("+Paragraph", 2, 3), ("Text", 2, 3), ("-Paragraph", 2, 3), ("-BlockQuote", 0, 3)]),
    ("- a", [("+List", 0, 3), ("+Item", 0, 3), ("Text", 2, 3), ("-Item", 0, 3), ("-List", 0, 3)]),
    ("***", [("Rule", 0, 3)]),
    ("    a\n", [("+CodeBlock", 4, 6), ("Text", 4, 6), ("-CodeBlock", 4, 6)]),
    ("```\na\n```", [("+CodeBlock", 0, 9), ("Text", 4, 6), ("-CodeBlock", 0, 9)]),
    ("<p>\na", [("+HtmlBlock", 0, 5), ("Html", 0, 4), ("Html", 4, 5), ("-HtmlBlock", 0, 5)]),
    (
        "|a|\n|-|\n",
        [
            ("+Table", 0, 8),
            ("+TableHead", 0, 4),
            ("+TableCell", 1, 2),
            ("Text", 1, 2),
            ("-TableCell", 1, 2),
            ("-TableHead", 0, 4),
            ("-Table", 0, 8),
        ],
    ),
    (
        "[^a]\n\n[^a]: b",
        [
            ("+Paragraph", 0, 5),
            ("FootnoteReference", 0, 4),
            ("-Paragraph", 0, 5),
            ("+FootnoteDefinition", 6, 13),
            ("+Paragraph", 12, 13),
            ("Text", 12, 13),
            ("-Paragraph", 12, 13),
            ("-FootnoteDefinition", 6, 13),
        ],
    ),
]


@pytest.mark.parametrize(("markdown", "expected"), CASES, ids=[repr(case[0]) for case in CASES])
def test_events_and_their_places(markdown, expected):
    assert [(kind, start, end) for kind, _, start, end in events(markdown)] == expected


def test_link_types_are_told():
    found = {
        data["link_type"] for kind, data, _, _ in events("[a](b) [c] [c][] [d][c] <ee:f> <g@h.i>\n\n[c]: /x") if kind == "+Link"
    }
    assert found == {"Inline", "Shortcut", "Collapsed", "Reference", "Autolink", "Email"}


def test_text_is_never_changed():
    assert [payload for kind, payload, _, _ in events("\"a\" -- b... 'c' $5$ ---") if kind == "Text"] == [
        "\"a\" -- b... 'c' $5$ ---"
    ]


def test_alerts_and_tasks_are_known():
    assert ("+BlockQuote", "Note", 0, 13) in list(events("> [!NOTE]\n> a"))
    assert ("TaskListMarker", True, 2, 5) in list(events("- [x] a"))
    assert next(events("---\ntitle: a\n---\n"))[0] == "Rule"
