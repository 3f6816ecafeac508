"""Inputs in HTML, JSON, YAML and tables that other tools got wrong. Each gives the file after every editable "customer"
became "client"."""

import contextlib
import json
import re

import pytest

from termlint.model.editing import edits_for
from termlint.model.errors import UnreadableError
from termlint.model.source import SourceText
from termlint.reading import decode, read

WORD = re.compile(r"(?<!\w)customer(?!\w)", re.IGNORECASE)
KEPT = object()


def told_and_edited(source: str, path: str, replacement: str = "client") -> tuple[int, str]:
    """How many mentions a reader sees, and the file with those replaced that may be edited."""
    told, edits = 0, []
    for block in read(SourceText(path, source)).blocks:
        for match in WORD.finditer(block.text):
            told += 1
            edits += edits_for(block, *match.span(), replacement) or ()
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        source = source[: edit.start] + edit.replacement + source[edit.end :]
    return told, source


HTML = [
    ("37 a sign that begins no tag", "x < y customer", 1, "x < y client"),
    ("38 a bracket in an attribute", "<p title='a>customer'>customer", 1, "<p title='a>customer'>client"),
    ("39 a comment that ends in --!>", "<!-- a --!> customer", 1, "<!-- a --!> client"),
    ("39 an empty comment", "<!-->customer", 1, "<!-->client"),
    ("39 an open comment", "<!-- customer", 0, KEPT),
    ("40 a script", '<script>"</p> customer"</script> customer', 1, '<script>"</p> customer"</script> client'),
    ("41 a tag in a title", "<title>a <b>customer</title>", 1, "<title>a <b>client</title>"),
    (
        "42 a template tag in an attribute",
        '<a href="<%= customer > 1 %>">customer</a>',
        1,
        '<a href="<%= customer > 1 %>">client</a>',
    ),
    ("43 cells without end tags", "<td>customer<td>customer", 2, "<td>client<td>client"),
    ("44 misnested tags", "<b>bold<i>customer</b>mis</i>", 0, KEPT),
    ("44 misnested tags with blanks", "<b>bold <i>customer</b> mis</i>", 1, "<b>bold <i>client</b> mis</i>"),
    ("45 blanks that collapse", "our \n  customer", 1, "our \n  client"),
    ("46 a tag that the file's end cuts", "customer <customer", 1, "client <customer"),
    ("46 a tag that never ends", "x<customer ", 0, KEPT),
    ("47 what is not translated", '<p translate="no">customer</p><p class="a notranslate">customer<p>customer', 1, None),
    ("47 code and the like", "<pre>customer</pre><textarea>customer</textarea><svg><text>customer</svg>", 0, KEPT),
    ("47 inline code", "a <code>customer</code> <kbd>customer</kbd> <samp>customer</samp> <var>customer</var>", 0, KEPT),
    (
        "47 nested",
        "<div translate=no><div>customer</div>customer</div>customer",
        1,
        "<div translate=no><div>customer</div>customer</div>client",
    ),
    ("6 a reference without its end", "&ampcustomer", 1, "&ampclient"),
    ("4 a letter as a reference", "&#99;ustomer &#x63ustomer", 2, "client client"),
    ("19 conditions", "{% if customer %}the customer{% endif %}", 1, "{% if customer %}the client{% endif %}"),
    (
        "comments of templates",
        "{# customer #} {{!-- customer --}} {% comment %}customer\n\ncustomer{% endcomment %} customer",
        1,
        "{# customer #} {{!-- customer --}} {% comment %}customer\n\ncustomer{% endcomment %} client",
    ),
    ("PHP", "<p><?php if ($customer > 1) { ?>customer", 1, "<p><?php if ($customer > 1) { ?>client"),
    ("fallbacks", 'Hi {{user.name|fallback:"valued customer"}}', 1, 'Hi {{user.name|fallback:"valued client"}}'),
    (
        "fallbacks of Help Scout",
        "{%customer.firstName,fallback=valued customer%}",
        1,
        "{%customer.firstName,fallback=valued client%}",
    ),
    (
        "fallbacks of Liquid",
        "{{ customer.name | default: 'dear customer' }}",
        1,
        "{{ customer.name | default: 'dear client' }}",
    ),
    (
        "fallbacks of HubSpot",
        '{{ personalization_token("customer.x", "a customer") }}',
        1,
        '{{ personalization_token("customer.x", "a client") }}',
    ),
    (
        "ICU branches",
        "{customer, plural, =0 {no customer} one {# customer} other {{customer} and # customer}}",
        3,
        "{customer, plural, =0 {no client} one {# client} other {{customer} and # client}}",
    ),
]


@pytest.mark.parametrize(("source", "told", "edited"), [row[1:] for row in HTML], ids=[row[0] for row in HTML])
def test_html(source, told, edited):
    expected = source if edited is KEPT else edited or source.removesuffix("customer") + "client"
    assert told_and_edited(source, "page.html") == (told, expected)


VUE = "<script>const customer = 1</script><template><p :a='customer'>A customer {{ customer }}</p></template>"
KEYED = [
    ("48 a key", "a.json", '{"customer": "the customer"}', 1, '{"customer": "the client"}'),
    ("49 an escaped letter", "a.json", '["the \\u0063ustomer pays"]', 1, '["the client pays"]'),
    ("49 a pair", "a.json", '["\\ud83d\\ude00 the customer"]', 1, '["\\ud83d\\ude00 the client"]'),
    ("49 half a pair", "a.json", '["\\ud83d the customer pays"]', 1, '["\\ud83d the client pays"]'),
    (
        "50 HTML in escapes",
        "a.json",
        '["<p>a cust\\u006fmer &amp; <b>cus</b>tomer</p>"]',
        2,
        '["<p>a client &amp; <b>cus</b>tomer</p>"]',
    ),
    (
        "52 JSON Lines",
        "a.jsonl",
        '{"text": "a customer"}\n{"text": "a customer"}\n',
        2,
        '{"text": "a client"}\n{"text": "a client"}\n',
    ),
    (
        "52 comments",
        "a.jsonc",
        '// "a customer"\n["a customer", /* "a customer" */]',
        1,
        '// "a customer"\n["a client", /* "a customer" */]',
    ),
    ("52 keys twice", "a.json", '{"a": "a customer", "a": "a customer"}', 2, '{"a": "a client", "a": "a client"}'),
    ("52 a raw tab", "a.json", '["a\tcustomer pays"]', 1, '["a\tclient pays"]'),
    ("52 an open string", "a.json", '["a customer pays\n"b the customer pays"]', 1, '["a customer pays\n"b the client pays"]'),
    ("53 an escaped line end", "a.yaml", 'k: "a \\\n  customer"', 1, 'k: "a \\\n  client"'),
    ("53 single quotes", "a.yaml", "k: 'it''s\n\n  customer'", 1, "k: 'it''s\n\n  client'"),
    ("53 plain over two lines", "a.yaml", "k: the\n  customer", 1, "k: the\n  client"),
    ("54 an indicator", "a.yaml", "k: |2+\n  the customer  \n\n", 1, "k: |2+\n  the client  \n\n"),
    ("54 folded", "a.yaml", "k: >-\r\n  the customer\r\n    the customer\r\n# customer", 1, None),
    ("54 a comment right after", "a.yaml", "k: |\n  the customer\n# the customer", 1, "k: |\n  the client\n# the customer"),
    (
        "55 anchors, aliases, tags",
        "a.yaml",
        "a: &customer text customer\nb: *customer\nc: !!str customer",
        1,
        "a: &customer text client\nb: *customer\nc: !!str customer",
    ),
    ("56 a placeholder first", "a.yaml", "a: {{ x }} the customer", 1, "a: {{ x }} the client"),
    ("56 a comment", "a.yaml", "a: Hi {{x}}, customer # customer", 1, "a: Hi {{x}}, client # customer"),
    ("56 a tab", "a.yaml", "a:\tthe customer", 1, "a:\tthe client"),
    ("56 an undefined alias", "a.yaml", "a: *customer\nb: the customer", 1, "a: *customer\nb: the client"),
    (
        "56 two documents",
        "a.yaml",
        "--- # customer\na: the customer\n---\nb: the customer\n",
        2,
        "--- # customer\na: the client\n---\nb: the client\n",
    ),
    (
        "58 quotes and line ends in cells",
        "a.csv",
        '1,"say ""customer"",\r\ncustomer"\r\n',
        2,
        '1,"say ""client"",\r\nclient"\r\n',
    ),
    ("58 no final line end", "a.csv", "id,text\n1,a customer", 1, "id,text\n1,a client"),
    ("58 semicolons", "a.csv", "id;text\n1;a customer, b", 1, "id;text\n1;a client, b"),
    ("58 tabs", "a.tsv", "id\ttext\n1\ta customer, b", 1, "id\ttext\n1\ta client, b"),
    ("Vue", "a.vue", VUE, 1, VUE.replace("A customer", "A client")),
    (
        "Markdown in YAML",
        "a.yaml",
        "body: |\n  A `customer`, a **customer**\n  and > customer",
        2,
        "body: |\n  A `customer`, a **client**\n  and > client",
    ),
    ("a mistake in YAML", "a.yaml", "a: the customer\n b: [the customer\n", 0, None),
]


@pytest.mark.parametrize(("path", "source", "told", "edited"), [row[1:] for row in KEYED], ids=[row[0] for row in KEYED])
def test_keys_and_values(path, source, told, edited):
    got = told_and_edited(source, path)
    if edited is None:  # read in one of the ways that the format leaves open, and never broken
        assert got[1].replace("client", "customer") == source
    else:
        assert got == (told, edited)


def test_51_a_replacement_is_spelled_as_its_place_needs():
    source = json.dumps({"text": "<p>Dear customer</p>", "body": "Dear customer"})
    _, edited = told_and_edited(source, "a.json", 'R&D "é" \\ <x>')
    assert edited.isascii()
    assert json.loads(edited) == {"text": '<p>Dear R&amp;D "é" \\ &lt;x&gt;</p>', "body": 'Dear R&D "é" \\ <x>'}


def test_52_json_with_a_byte_order_mark():
    source = decode(b'\xef\xbb\xbf{"text": "a customer"}', display="a.json")
    assert [block.text for block in read(source).blocks] == ["a customer"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.json", "[" * 100_000),
        ("a.json", '{"a":' * 100_000),
        ("a.yaml", "- " * 100_000),
        ("a.yaml", "".join(" " * depth + "a:\n" for depth in range(1000))),
        ("a.yaml", "? " * 5000),
    ],
)
def test_52_what_nests_without_end_is_refused(path, text):
    with pytest.raises(UnreadableError, match="nests deeper"):
        read(SourceText(path, text))


@pytest.mark.parametrize(
    ("source", "replacement"),
    [
        ("a: the customer pays", "b: c"),
        ("a: the customer pays", "b #c"),
        ("a: [the customer, b]", "c]"),
        ("id,text\n1,a customer", "b,c"),
    ],
)
def test_57_and_58_a_replacement_that_plain_text_cannot_hold_shows_when_read_again(source, replacement):
    path = "a.csv" if source.startswith("id") else "a.yaml"
    before = read(SourceText(path, source)).blocks
    _, edited = told_and_edited(source, path, replacement)
    planned = [WORD.sub(replacement, block.text) for block in before]
    assert [block.text for block in read(SourceText(path, edited)).blocks] != planned


HOSTILE = [
    "{{" * 50_000,
    "<" * 200_000,
    "<!--" * 50_000,
    "<a b='" * 50_000,
    '"\\' * 100_000,
    "&" * 200_000,
    "<b><i>" * 50_000,
    "{n, plural, " * 50_000,
    "{n, plural, one {" * 20_000,
    "word " * 200_000,
    '"' * 200_000,
    "[" * 100_000 + "]" * 100_000,
    "<p translate=no>" * 20_000,
    "<td>" * 50_000,
    "<blockquote>" * 50_000,
    "{% comment %}" * 50_000,
    "a: |\n" * 20_000,
    "/*" * 100_000,
    "'" * 200_000,
    "&#" + "9" * 200_000,
    "{{x|fallback:'" * 20_000,
    "\n" * 200_000,
    ",;" * 100_000,
    "<title>" * 50_000,
    'id,text\n1,"a customer' + "\n" * 20_000 + 'pays"',
    'text: "a customer' + "\n" * 20_000 + ' pays"',
    '{"text": "a customer' + "\\n" * 20_000 + ' pays"}',
]


@pytest.mark.parametrize("path", ["a.html", "a.json", "a.yaml", "a.csv"])
@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_hostile_repetition_is_read_or_refused(path, text):
    with contextlib.suppress(UnreadableError):
        read(SourceText(path, text))


@pytest.mark.parametrize(
    ("path", "text"),
    [("a.json", '["a' + '","a' * 600_000 + '"]'), ("a.csv", ("a" + ",a" * 100_000 + "\n") * 6)],
)
def test_more_values_than_people_write_are_refused(path, text):
    with pytest.raises(UnreadableError, match="more than 500,000 values"):
        read(SourceText(path, text))
