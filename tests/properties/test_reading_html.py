"""Hostile token soup for the HTML reader, and an independent HTML parser to compare its text with."""

import re

import turbohtml
from hypothesis import given
from hypothesis import strategies as st
from reading_laws import check_edits, check_places, examples, read_text

from termlint.model.document import OBJECT

TOKENS = (
    *(
        "customer",
        "client",
        "Customer",
        "customer's",
        "word",
        "é",
        "😀",
        "\u00a0",
        "\ue000",
        "\x00",
        "a",
        " ",
        "\n",
        "\t",
        "\r\n",
    ),
    *("&amp;", "&ampcustomer", "&#99;", "&#x63", "&shy;", "&nbsp;", "&", ";", "&notit;", "&lt", "&#0;", "&#128;", "&#xD800;"),
    *(
        "<p>",
        "</p>",
        "<p title='a>customer'>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<code>",
        "</code>",
        "<br>",
        "<br/>",
        "<img alt=x>",
    ),
    *(
        "<td>",
        "<th>",
        "<tr>",
        "<table>",
        "</table>",
        "</td>",
        "<li>",
        "<ul>",
        "</ul>",
        "<h1>",
        "</h1>",
        '<h2 class="x">',
        "</h2>",
    ),
    *("<div>", "</div>", "<blockquote>", "</blockquote>", '<a href="<%= customer > 1 %>">', "</a>", "<", ">", "x < y", "</ x>"),
    *("<!--", "-->", "--!>", "<!-->", "<!--->", "<!doctype html>", "<?x", "<![CDATA[", "]]>", "<customer", '<a b="c', "<a =x>"),
    *(
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<pre>",
        "</pre>",
        "<textarea>",
        "</textarea>",
        "</",
    ),
    *(
        "<span translate=no>",
        "</span>",
        '<div class="notranslate x">',
        "<svg>",
        "</svg>",
        "<svg/>",
        "<template>",
        "</template>",
    ),
    *(
        "{{",
        "}}",
        "{{ customer }}",
        "{%",
        "%}",
        "{customer}",
        '{{x|fallback:"the customer"}}',
        "{n, plural, one {customer} other {# x}}",
    ),
    *(
        "{%x.y,fallback=customer%}",
        "<%",
        "%>",
        "{# ",
        " #}",
        "{% comment %}",
        "{% endcomment %}",
        '<attribute default="customer">',
    ),
)
SOUP = st.lists(st.sampled_from(TOKENS), max_size=24).map("".join)


@given(st.one_of(SOUP, st.text(), st.text(st.characters(exclude_categories=()), max_size=20)))
@examples(200)
def test_any_text_is_read_with_exact_places(text):
    check_places(read_text(text, "html"))


@given(SOUP, st.sampled_from(("member", "x", "clientele")))
@examples(200)
def test_an_edit_changes_its_own_word_only(text, replacement):
    check_edits(read_text(text, "html"), replacement)


# What the reader leaves out, and what a browser moves elsewhere in the tree (foreign content, tables), is not compared.
PLAIN = tuple(
    token
    for token in TOKENS
    if not re.search(
        r"[{}%\ue000\x00@\[]|svg|template|textarea|pre>|code|translate|<attribute|<img|t[drh]>|table|title>|script|style", token
    )
)


@given(st.lists(st.sampled_from(PLAIN), max_size=20).map("".join))
@examples(400)
def test_the_words_are_those_of_an_independent_parser(text):
    read = "".join(block.text for block in read_text("<body><p>w</p>" + text, "html").blocks)
    parsed = turbohtml.parse("<!doctype html><body><p>w</p>" + text).text
    assert _letters(read) == _letters(parsed), text


def _letters(text):
    return "".join(re.findall(r"\w", text.replace(OBJECT, "")))
