"""Hostile token soup for the Markdown reader."""

from hypothesis import given
from hypothesis import strategies as st
from reading_laws import check_edits, check_places, examples, read_text

TOKENS = (
    *("customer", "client", "Customer", "customer's", "word", "a", "é", "😀", "\u2028", "\u00a0", "\u00ad", "\ue000", "\x00"),
    *(" ", "  ", "\t", "    ", "\n", "\n", "\n\n", "\r\n", "\r", "\\\n", "  \n"),
    *("*", "**", "_", "~~", "`", "``", "==", "$", "\\", "\\*", "&amp;", "&#99;", "&shy;", "&", ";", "!", "|", "\\|", "-", ":"),
    *("[", "]", "(", ")", "![", "](x)", "][c]", "[]", "[[", "]]", "\n\n[c]: /x\n\n", "[^1]", "\n\n[^1]: ", "<https://c.io>"),
    *(
        "https://customer.io/x ",
        "www.customer.io",
        "a@customer.io",
        "docs/customer.md",
        "/customer",
        "[CUSTOMER NAME]",
        "«Customer»",
    ),
    *(
        "{{",
        "}}",
        "{{ customer }}",
        "{%",
        "%}",
        "{customer}",
        "{",
        "}",
        "<%",
        "%>",
        "${",
        "%(customer)s",
        "%customer%",
        "%",
        "*|CUSTOMER|*",
        "{$customer}",
        "{!",
        "{: .x}",
        "{#x}",
    ),
    *(
        "<b>",
        "</b>",
        "<code>",
        "</code>",
        "<br>",
        "<img src=x>",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "\n<div>\n",
        "\n</div>\n",
        "<p>",
    ),
    *("\n<script>", "</script>", "<td>", "<h2>", "</h2>", "<li>", "<", ">", "<a title='customer'>", "</a>", "<blockquote>"),
    *("\n# ", "\n## ", "\n===\n", "\n---\n", "\n> ", "\n> > ", "\n- ", "\n1. ", "\n  - ", "\n```\n", "\n~~~", "\n    ", "\n: "),
    *(
        "\n|a|b|\n|---|---|\n|",
        '\n!!! note "customer"\n\n    ',
        "\n:::note ",
        "\n:::\n",
        "\n```{note} customer\n",
        "\n> [!NOTE]\n> ",
    ),
)
SOUP = st.lists(st.sampled_from(TOKENS), max_size=24).map("".join)
FRONT_MATTER_TOKENS = (
    *(
        "title: ",
        "description: ",
        "summary:",
        "data: ",
        '"',
        "'",
        "''",
        '\\"',
        "\\n",
        "\n",
        "\n  ",
        "\n",
        ">\n  ",
        "|-\n  ",
        ": ",
        " # ",
    ),
    *("customer", "the client", "{{ x }}", "- ", "[a]", "é", "\r\n", "---", "customer's", "https://customer.io"),
)
FRONT_MATTER = st.lists(st.sampled_from(FRONT_MATTER_TOKENS), max_size=16).map(
    lambda parts: "".join(["---\n", *parts, "\n---\nbody"])
)
TOML = st.lists(
    st.sampled_from(('title = "', "\nsummary='", "\nn = ", "\n[x]\n", "# ", *FRONT_MATTER_TOKENS)), max_size=16
).map(lambda parts: "".join(["+++\n", *parts, "\n+++\nbody"]))


@given(SOUP)
@examples(200)
def test_any_mixture_of_markdown_is_read_with_exact_places(text):
    check_places(read_text(text, "markdown"))


@given(st.text())
@examples(200)
def test_any_text_is_read(text):
    check_places(read_text(text, "markdown"))


@given(st.text(st.characters(exclude_categories=()), max_size=20))
@examples(100)
def test_lone_surrogates_are_read(text):
    check_places(read_text(text, "markdown"))


@given(SOUP, st.sampled_from(("member", "x", "clientele")))
@examples(200)
def test_an_edit_changes_its_own_word_only(text, replacement):
    check_edits(read_text(text, "markdown"), replacement)


@given(st.one_of(FRONT_MATTER, TOML), st.sampled_from(("member", "clientele")))
@examples(200)
def test_an_edit_of_front_matter_changes_its_own_word_only(text, replacement):
    document = read_text(text, "markdown")
    check_places(document)
    check_edits(document, replacement)
