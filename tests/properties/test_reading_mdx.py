"""Hostile token soup for MDX."""

from hypothesis import given
from hypothesis import strategies as st
from reading_laws import WORD, check_edits, check_places, examples, read_text
from test_reading_markdown import TOKENS

from termlint.model.document import OBJECT

JSX = (
    *(
        "<Note>",
        "</Note>",
        "\n<Note>\n",
        "\n</Note>\n",
        "<Note title='customer'>",
        '<Foo.Bar {...customer} x="|" />',
        "<Icon/>",
    ),
    *(
        "<>",
        "</>",
        "<pre>",
        "</pre>",
        "<b className={x}>",
        "\n\n<Note\n  title={customer}\n>\n",
        "<a:b>",
        "</",
        "<x",
        "/>",
        "=>",
    ),
    *(
        "\n\nimport customer from 'customer'\n\n",
        "\n\nexport const customer = {\n\n",
        "\nexport default customer",
        "\n\nimport {",
    ),
    *(
        "{/*",
        "*/}",
        "{/* customer */}",
        "{props.customer}",
        "{`customer ${",
        "}`}",
        "{a ? <p>customer</p> : 'x'}",
        "{",
        "}",
        "(",
        ")",
    ),
    *("'", '"', "//", "/*", "\n        ", "\n      - ", "\n> <Note>\n> ", "- <Note>\n  ", "\n## customer {#customer}\n"),
    *("<span translate='no'>customer</span>", "\\{", "\\<", "\n````\n", "``", "\n    ```\n"),
)
SOUP = st.lists(st.sampled_from((*TOKENS, *JSX, *JSX)), max_size=24).map("".join)


@given(st.one_of(SOUP, st.text(), st.text(st.characters(exclude_categories=()), max_size=20)))
@examples(200)
def test_any_mixture_is_read_with_exact_places(text):
    check_places(read_text(text, "mdx"))


@given(SOUP, st.sampled_from(("member", "x", "clientele")))
@examples(200)
def test_an_edit_changes_its_own_word_only(text, replacement):
    check_edits(read_text(text, "mdx"), replacement)


PLAIN = st.lists(
    st.sampled_from(("word", "a", " ", "\n", "\n\n", "*", "**", "\n- ", "\n> ", "\n# ", "`a`", "|")), max_size=8
).map("".join)
UNREAD = st.sampled_from(
    (
        "{customer}",
        "{/* customer */}",
        '<Note title="a customer" on={() => customer} />',
        "<pre>customer</pre>",
        "`{customer}`",
        "{a && <p>the customer</p>}",
        "{'}' + `customer`}",
        "{{customer: '{'}}",
        "<b x='>customer'>a</b>",
        "\n\nimport customer from 'customer'\n\n",
        "\n\nexport const customer = [\n  'customer',\n\n  'customer',\n]\n\n",
    )
)


@given(st.lists(st.one_of(PLAIN, UNREAD), max_size=8).map("".join))
@examples(200)
def test_no_word_of_a_script_is_ever_read(text):
    """Alone: where markup tears a script apart, MDX itself takes no such file."""
    assert not any(WORD.search(block.text.replace(OBJECT, "")) for block in read_text(text, "mdx").blocks), text
