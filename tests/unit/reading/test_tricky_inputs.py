"""Inputs that other tools got wrong. Each gives the file after every editable "customer" became "client"."""

import re
from itertools import pairwise

import pytest

from termlint.model.document import BlockKind, editable_range
from termlint.model.source import Lines, SourceText
from termlint.reading import decode, read

WORD = re.compile(r"(?<!\w)customer(?!\w)", re.IGNORECASE)
KEPT = object()


def told_and_edited(source: str, format: str = "markdown") -> tuple[int, str]:
    """How many mentions a reader sees, and the file with those replaced that may be edited."""
    document = read(SourceText("page", source), format=format)
    told, edits = 0, []
    for block in document.blocks:
        for match in WORD.finditer(block.text):
            told += 1
            place = editable_range(block, *match.span())
            if place:
                edits.append((place, "Client" if match[0][0] == "C" else "client"))
    for (start, end), word in sorted(edits, reverse=True):
        source = source[:start] + word + source[end:]
    return told, source


MARKDOWN = [
    ("1 markup within the word", "our *custo*mer", 1, KEPT),
    ("2 markup before the ending", "**customer**'s", 1, "**client**'s"),
    ("3 a backslash that escapes nothing", "cust\\omer", 0, KEPT),
    ("3 escapes around", "\\*customer\\*", 1, "\\*client\\*"),
    ("4 a letter as a reference", "&#99;ustomer", 1, "client"),
    ("5 a soft hyphen as a reference", "cus&shy;tomer", 0, KEPT),
    ("5 a soft hyphen", "cus\u00adtomer", 0, KEPT),
    ("6 a reference without its end", "&amp customer", 1, "&amp client"),
    ("7 a shortcut reference", "[customer]\n\n[customer]: /x", 1, KEPT),
    ("8 a collapsed reference", "[customer][]\n\n[customer]: /x", 1, KEPT),
    ("8 a full reference", "[a customer][customer]\n\n[customer]: /x", 1, "[a client][customer]\n\n[customer]: /x"),
    ("9 an image", '![customer](customer.png "customer")', 1, '![client](customer.png "customer")'),
    ("10 addresses", "<https://customer.io> https://customer.io a@customer.io", 0, KEPT),
    ("11 code", "`customer` ``a ` customer``", 0, KEPT),
    (
        "12 code and attributes in HTML",
        '<code>customer</code> <b title="customer">customer</b>',
        1,
        '<code>customer</code> <b title="customer">client</b>',
    ),
    ("13 a lazy line", "> the customer\nsuccess team", 1, "> the client\nsuccess team"),
    ("14 a line's prefix", "> - a\n>   customer", 1, "> - a\n>   client"),
    ("15 a tab", "- a\n\tcustomer", 1, "- a\n\tclient"),
    (
        "16 pipes in cells",
        "| a \\| customer | `x\\|customer` |\n|---|---|\n",
        1,
        "| a \\| client | `x\\|customer` |\n|---|---|\n",
    ),
    ("17 a pipe in a placeholder", "| {{ a | b }} | customer |\n|---|---|\n", 1, "| {{ a | b }} | client |\n|---|---|\n"),
    ("18 a backtick in a placeholder", '{{ "a`b" }} customer `x`', 1, '{{ "a`b" }} client `x`'),
    ("19 a condition", "{% if customer %}the customer{% endif %}", 1, "{% if customer %}the client{% endif %}"),
    (
        "20 placeholders beside the word",
        "{{ticket.customer}}customer, customer{customer}",
        2,
        "{{ticket.customer}}client, client{customer}",
    ),
    ("21 front matter", "---\ntitle: The customer\n---\n", 1, "---\ntitle: The client\n---\n"),
    ("21 front matter with CRLF", "---\r\ntitle: The customer\r\n---\r\n", 1, "---\r\ntitle: The client\r\n---\r\n"),
    ("22 a heading's anchor", "# customer {#customer}", 1, "# client {#customer}"),
    ("23 an underlined heading", "customer\n========\n", 1, "client\n========\n"),
    ("24 an admonition", '!!! note "Customer"\n\n    the customer\n', 2, '!!! note "Client"\n\n    the client\n'),
    ("25 a fence of prose", "```{note} customer\nthe customer\n```\n", 2, "```{note} client\nthe client\n```\n"),
    ("25 a fence of code", "```python\ncustomer\n```\n", 0, KEPT),
    (
        "26 HTML around Markdown",
        "<details>\n<summary>customer</summary>\n\ncustomer\n\n</details>\n",
        2,
        "<details>\n<summary>client</summary>\n\nclient\n\n</details>\n",
    ),
    (
        "27 HTML in a quote",
        '> <div title="customer">\n> customer\n> </div>\n',
        1,
        '> <div title="customer">\n> client\n> </div>\n',
    ),
    ("31 a footnote", "x[^customer]\n\n[^customer]: the customer\n", 1, "x[^customer]\n\n[^customer]: the client\n"),
    ("32 lone CR", "a\rb customer\r", 1, "a\rb client\r"),
    ("32 mixed line ends", "a\r\ncustomer\nb\r\n\r\n# customer\n", 2, "a\r\nclient\nb\r\n\r\n# client\n"),
    ("33 a reference at the end of a heading", "# a customer &#65;\t\n", 1, "# a client &#65;\t\n"),
    ("33 an indented end tag", "# a &#65;\t\n   </div>\n<div>\ncustomer\n", 1, "# a &#65;\t\n   </div>\n<div>\nclient\n"),
    ("35 a wiki link", "[[customer]]", 1, KEPT),
    ("35 highlighting", "==customer==", 1, "==client=="),
    ("35 a formula", "$customer$ or $x_{customer}$", 0, KEPT),
    ("prices are no formula", "It costs $5 per customer and $10 per team.", 1, "It costs $5 per client and $10 per team."),
    ("comments", "<!-- customer --> a <!-- customer\nb --> customer", 1, "<!-- customer --> a <!-- customer\nb --> client"),
    (
        "a comment that a blank line does not end",
        "<p>a</p>\n<!-- customer\n\ncustomer -->customer\n\ncustomer",
        2,
        "<p>a</p>\n<!-- customer\n\ncustomer -->client\n\nclient",
    ),
    (
        "paths",
        "docs/customer.md /customer ./customer C:\\customer customer/buyer",
        1,
        "docs/customer.md /customer ./customer C:\\customer client/buyer",
    ),
    ("blanks to fill in", "[CUSTOMER NAME] «Customer» %(customer)s ${customer} <%= customer %>", 0, KEPT),
    (
        "placeholders of mail and ticket systems",
        "%customer% %customer.name% {!Customer.Name} {$customer} *|CUSTOMER|* *|IF:CUSTOMER=1|* %{customer}",
        0,
        KEPT,
    ),
    ("percentages", "50% of customers, 20%customer and 5 % customer %", 2, "50% of customers, 20%client and 5 % client %"),
    ("cells beside emphasis", "|*a*|customer|*b*|\n|-|-|-|\n", 1, "|*a*|client|*b*|\n|-|-|-|\n"),
    ("names", "customer_id _customer_name_", 0, KEPT),
]


@pytest.mark.parametrize(("source", "told", "edited"), [row[1:] for row in MARKDOWN], ids=[row[0] for row in MARKDOWN])
def test_markdown(source, told, edited):
    assert told_and_edited(source) == (told, source if edited is KEPT else edited)


EXPORTS = 'import customer from "customer"\n\nexport const customer = {\n  a: "the customer",\n\n  b: 1,\n}\n\n'
MDX = [
    ("28 imports and exports", EXPORTS + "customer", 1, EXPORTS + "client"),
    (
        "29 a component's body",
        '<Note title="customer">\n  customer\n\n  customer\n</Note>',
        2,
        '<Note title="customer">\n  client\n\n  client\n</Note>',
    ),
    ("30 expressions", "{/* customer */} {props.customer} customer", 1, "{/* customer */} {props.customer} client"),
    ("no indented code", "<A>\n      customer\n</A>\n", 1, "<A>\n      client\n</A>\n"),
    ("Markdown in HTML", "<p>a **customer**</p>", 1, "<p>a **client**</p>"),
    ("braces in an expression", "{a && <p>customer {'}'}</p>} customer", 1, "{a && <p>customer {'}'}</p>} client"),
    (
        "a sign in an attribute",
        "<A on={() => x > y} b='>customer' /> customer",
        1,
        "<A on={() => x > y} b='>customer' /> client",
    ),
    (
        "code",
        "`{` customer `}`\n\n```jsx\n<A>customer {\n```\ncustomer",
        2,
        "`{` client `}`\n\n```jsx\n<A>customer {\n```\nclient",
    ),
    ("a paragraph that begins like a script", "import a customer from a file", 1, "import a client from a file"),
    ("HTML comments", "<!-- customer\n\ncustomer --> customer", 1, "<!-- customer\n\ncustomer --> client"),
    ("what is not translated", '<b translate="no">customer</b> <pre>customer</pre>', 0, KEPT),
    ("an anchor", "## A customer {#customer}", 1, "## A client {#customer}"),
]


@pytest.mark.parametrize(("source", "told", "edited"), [row[1:] for row in MDX], ids=[row[0] for row in MDX])
def test_mdx(source, told, edited):
    assert told_and_edited(source, "mdx") == (told, source if edited is KEPT else edited)


OPENERS = (
    "{",
    "<a ",
    "<a '",
    "export {\n\n",
    "`",
    "{'",
    "<A>\n",
    "x<b>",
    "``` \n",
    "{/*",
    "<!--",
    "(",
    "<a b={",
    "~~~x\n",
    "{`",
)


@pytest.mark.parametrize("opener", OPENERS)
def test_36_hostile_repetition_of_jsx_is_read(opener):
    read(SourceText("page", opener * 30_000 + "\n\nthe customer"), format="mdx")


@pytest.mark.parametrize(
    ("replacement", "survives"),
    [("1. client", False), ("- x", False), ("=", False), ("", False), ("a\n\nb", False), ("client", True)],
    ids=lambda value: repr(value),
)
def test_34_a_replacement_that_changes_the_structure_shows_when_read_again(replacement, survives):
    document = read(SourceText("page", "a\n\ncustomer\n===\n"), format="markdown")
    start, end = editable_range(document.blocks[1], 0, 8)
    again = read(SourceText("page", document.text[:start] + replacement + document.text[end:]), format="markdown")
    planned = [("paragraph", "a"), ("heading", replacement)]
    assert ([(block.kind.value, block.text) for block in again.blocks] == planned) is survives


@pytest.mark.parametrize("text", [">" * 50_000, "[" * 50_000, "{{" * 50_000, "<code>" * 50_000, "<div><!--\n\nx\n\n" * 20_000])
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_36_hostile_repetition_is_read(text, format):
    document = read(SourceText("page", text + "\n\nthe customer"), format=format)
    assert document.blocks == () or document.blocks[-1].text.endswith("the customer")


def test_36_a_table_of_2000_columns_gives_only_the_cells_that_are_written():
    table = "|".join("a" * 2000) + "\n" + "|".join("-" * 2000) + "\n" + "|b|\n" * 2000
    blocks = read(SourceText("page", table), format="markdown").blocks
    assert 2000 <= len(blocks) <= 4000
    assert blocks[0].kind is BlockKind.CELL


WIDE = {
    "markdown": "|" + "a|" * 30_000 + "\n|" + "-|" * 30_000 + "\n|" + "b|" * 30_000,
    "mdx": "|" + "a|" * 30_000 + "\n|" + "-|" * 30_000 + "\n|" + "b|" * 30_000,
    "html": "<table><tr>" + "<th>a" * 30_000 + "<tr>" + "<td>b" * 30_000,
    "rst": "+" + "-+" * 30_000 + "\n|" + "a|" * 30_000 + "\n+" + "-+" * 30_000 + "\n|" + "b|" * 30_000 + "\n+" + "-+" * 30_000,
}


@pytest.mark.parametrize("format", WIDE)
def test_36_a_table_of_30_000_columns_is_read(format):
    blocks = read(SourceText("page", WIDE[format]), format=format).blocks
    assert [block.text for block in blocks] == ["a"] * 30_000 + ["b"] * 30_000


@pytest.mark.parametrize("format", ["markdown", "text"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_65_the_same_blocks_with_and_without_a_byte_order_mark(format, encoding):
    text = "# The customer\u2019s café\n\nA customer without a final newline"
    plain = read(SourceText("page", text), format=format)
    marked = read(decode(text.encode(encoding), display="page"), format=format)
    assert marked.blocks == plain.blocks != ()


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_66_columns_count_code_points(format):
    text = "x\n😀 é customer"
    block = read(SourceText("page", text), format=format).blocks[-1]
    start, _ = editable_range(block, block.text.index("customer"), len(block.text))
    assert Lines.of(text).place(start) == (2, 5)


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_67_only_cr_and_lf_end_a_line(format):
    text = "a\u2028b\x85c\x0cd\x0be customer\nf"
    block = read(SourceText("page", text), format=format).blocks[0]
    start, end = editable_range(block, block.text.index("customer"), block.text.index("customer") + 8)
    assert text[start:end] == "customer"
    assert Lines.of(text).place(start) == (1, 11)


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_a_line_of_5_mb_is_one_block(format):
    text = "Our customer asked us again. " * 180_000
    block = read(SourceText("page", text), format=format).blocks[0]
    assert (len(block.text), len(block.segments)) == (len(text) - 1, 1)


def test_a_two_word_term_over_a_line_end_is_told_as_one_range():
    source = "> a person\n> we support"
    block = read(SourceText("page", source), format="markdown").blocks[0]
    assert block.text == "a person we support"
    start, end = editable_range(block, 2, len(block.text))
    assert source[start:end] == "person\n> we support"
    assert all(left.end == right.start for left, right in pairwise(block.segments))
