"""Hostile token soup for the plain text reader."""

from hypothesis import given
from hypothesis import strategies as st
from reading_laws import check_edits, check_places, examples, read_text

TOKENS = (
    *(
        "customer",
        "client",
        "Customer",
        "THE CUSTOMER",
        "a.",
        "word",
        "😀",
        "\u2028",
        "\x85",
        "\x0c",
        "\u00a0",
        "\ue000",
        "\x00",
    ),
    *(
        " ",
        "   ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\n- ",
        "\n* ",
        "\n1. ",
        "\n2) ",
        "\n  - ",
        "\n> ",
        "\n>> ",
        "===",
        "\n---\n",
        ",",
    ),
    *(
        "{{",
        "}}",
        "{customer}",
        "{%",
        "%}",
        "<%= x %>",
        "[CUSTOMER]",
        "[[",
        "]]",
        "https://customer.io",
        "a@b.io",
        "$",
        "\\",
        "/customer",
    ),
)
SOUP = st.lists(st.sampled_from(TOKENS), max_size=24).map("".join)


@given(st.one_of(SOUP, st.text(), st.text(st.characters(exclude_categories=()), max_size=20)))
@examples(200)
def test_any_text_is_read_with_exact_places(text):
    check_places(read_text(text, "text"))


@given(SOUP, st.sampled_from(("member", "x", "clientele")))
@examples(200)
def test_an_edit_changes_its_own_word_only(text, replacement):
    check_edits(read_text(text, "text"), replacement)
