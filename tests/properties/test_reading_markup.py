"""Hostile token soup for reStructuredText, AsciiDoc, gettext, XLIFF and notebooks."""

import json
import re

import pytest
import tree_sitter_rst
from hypothesis import assume, given
from hypothesis import strategies as st
from reading_laws import check_edits, check_places, examples, read_text
from tree_sitter import Language, Parser

from termlint.linting.prefilter import may_mention
from termlint.model.errors import UnreadableError

MENTION = re.compile(r"(?i)\b(?:client|customer)s?\b")
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
WORDS = ("customer", "client", "Customer", "customer's", "word", "a", "é", "😀", "\u2028", "\u00a0", "\u00ad", "\ue000", "x.")
BLANKS = (" ", "  ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "\n  ", "\n   ")
PLACEHOLDERS = (
    "{{",
    "}}",
    "{{ customer }}",
    "{customer}",
    "{%",
    "%}",
    "%(customer)s",
    "%customer%",
    "*|CUSTOMER|*",
    " https://customer.io ",
    "[CUSTOMER NAME]",
)
RST = (
    *(
        "*",
        "**",
        "`",
        "``",
        "`_",
        "`__",
        "_",
        "__",
        "|",
        "\\",
        "\\ ",
        "::",
        " <",
        ">`_",
        ":ref:`",
        ":sup:`",
        "[1]_",
        "customer_ ",
    ),
    *("\n=======\n", "\n--\n", "\n=========\n", "\n- ", "\n1. ", "\n* ", "\n:field: ", "\n    ", "\n| ", ">>> ", "\n.. "),
    *("\n\n.. note:: ", "\n\n.. code-block:: x\n\n   ", "\n\n.. image:: x\n   :alt: ", "\n\n.. |s| replace:: ", "\n\n.. [1] "),
    *(
        "\n\n+---+----------+\n| a | customer |\n+---+----------+\n\n",
        "\n\n=== ========\na   customer\n=== ========\n\n",
        "\n\n== ==\n",
    ),
)
ASCIIDOC = (
    *("*", "**", "_", "__", "`", "+", "+++", "#", "\\", "<<", ">>", ",", "link:x[", "https://c.io[", "image:x[", "]", "{", "}"),
    *(
        "\n= ",
        "\n== ",
        "\n.",
        "\n* ",
        "\n** ",
        "\n. ",
        "\n- ",
        ":: ",
        "\nNOTE: ",
        "\n----\n",
        "\n====\n",
        "\n____\n",
        "\n|===\n",
    ),
    *("|", "a|", "2+|", "\n:a: ", "\n[source]\n", "\n[quote]\n", "\n+\n", "\n// ", "\n////\n", "\nimage::x[", " +\n", "[[a]]"),
)
SOUPS = {
    "rst": st.lists(st.sampled_from((*WORDS, *WORDS, *BLANKS, *PLACEHOLDERS, *RST)), max_size=24).map("".join),
    "asciidoc": st.lists(st.sampled_from((*WORDS, *WORDS, *BLANKS, *PLACEHOLDERS, *ASCIIDOC)), max_size=24).map("".join),
}
HEADER = 'msgid ""\nmsgstr "Language: en\\n"\n\n'
GETTEXT = st.lists(
    st.sampled_from(
        (
            *WORDS,
            *PLACEHOLDERS,
            *(" ", '"', '"\n"', '\\"', "\\n", "\\x63ustomer", "\\143", "\\", "\n", "\r\n", "\n\n", "``customer``", ":ref:`"),
            *('\nmsgid "', '\nmsgstr "', '\nmsgstr[0] "', '\nmsgctxt "', "\n#~ ", "\n# ", "<b>"),
        )
    ),
    max_size=24,
).map(lambda parts: HEADER + 'msgid "a"\nmsgstr "' + "".join(parts))
XLIFF = st.lists(
    st.sampled_from(
        (
            *WORDS,
            *PLACEHOLDERS,
            *(
                " ",
                "\n",
                "\r\n",
                "&amp;",
                "&#99;ustomer",
                "&lt;b&gt;",
                "<g id='1'>",
                "</g>",
                "<x id='1'/>",
                "<ph>customer</ph>",
            ),
            *("<![CDATA[customer & ]]>", "<!-- customer -->", "<mrk translate='no'>customer</mrk>"),
            *("</target></trans-unit><trans-unit id='b'><target>", "</target><source>", "</source><target>"),
        )
    ),
    max_size=16,
).map(
    lambda parts: (
        "<xliff><file source-language='en' target-language='en-GB'><trans-unit id='a'><target>"
        + "".join(parts)
        + "</target></trans-unit></file></xliff>"
    )
)
CELL = st.lists(
    st.sampled_from(
        (*WORDS, *BLANKS, *PLACEHOLDERS, "*", "**", "`", "# ", "\n# ", "\n- ", "&amp;", '"', "\\", "\n\n```\n", "<b>")
    ),
    max_size=16,
).map("".join)


@st.composite
def notebooks(draw: st.DrawFn) -> str:
    kinds = st.sampled_from(("markdown", "markdown", "code"))
    cells = [
        {"cell_type": kind, "source": draw(st.sampled_from((text, text.splitlines(keepends=True)))), "metadata": {}}
        for kind, text in draw(st.lists(st.tuples(kinds, CELL), max_size=3))
    ]
    return json.dumps({"cells": cells}, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from((None, 1))))


@pytest.mark.parametrize("format", SOUPS)
@given(data=st.data())
@examples(200)
def test_any_mixture_is_read_with_exact_places(format, data):
    check_places(read_text(data.draw(st.one_of(SOUPS[format], st.text())), format))


@given(SOUPS["asciidoc"], st.sampled_from(("member", "clientele")))
@examples(200)
def test_an_edit_of_asciidoc_changes_its_own_word_only(text, replacement):
    check_edits(read_text(text, "asciidoc"), replacement)


@given(SOUPS["rst"], st.sampled_from(("member", "x")))
@examples(200)
def test_an_edit_of_rst_changes_its_own_word_only(text, replacement):
    """The replacement is no longer than a word, so no title outgrows its underline.

    After a mistake the grammar guesses by the lengths of words; that an edit shows there is left to the verification.
    """
    assume(not Parser(Language(tree_sitter_rst.language())).parse(text.encode()).root_node.has_error)
    check_edits(read_text(text, "rst"), replacement)


@given(st.one_of(GETTEXT, st.text()))
@examples(200)
def test_catalogues_are_read_with_exact_places(text):
    check_places(read_text(text, "gettext"))


@given(
    st.one_of(
        *(soup.map(lambda text, format=format: (text, format)) for format, soup in SOUPS.items()),
        GETTEXT.map(lambda text: (text, "gettext")),
    )
)
@examples(300)
def test_a_file_with_a_word_is_never_dropped_by_its_bytes(case):
    text, format = case
    said = any(MENTION.search(INVISIBLE.sub("", block.text)) for block in read_text(text, format).blocks)
    assert may_mention(text.encode(), escapes=True) or not said


@given(GETTEXT, st.sampled_from(("member", 'a "b" \\ c', "é")))
@examples(200)
def test_an_edit_of_a_translation_changes_its_own_word_only(text, replacement):
    check_edits(read_text(text, "gettext"), replacement)


@given(XLIFF, st.sampled_from(("member", "R&D", "é")))
@examples(200)
def test_an_edit_of_xliff_changes_its_own_word_only(text, replacement):
    try:
        document = read_text(text, "xliff")
    except UnreadableError:
        return
    check_places(document)
    check_edits(document, replacement)


@given(notebooks(), st.sampled_from(("member", "é", "clientele")))
@examples(200)
def test_an_edit_of_a_notebook_changes_its_own_word_only(text, replacement):
    document = read_text(text, "jupyter")
    check_places(document)
    check_edits(document, replacement)


@given(st.text())
@examples(100)
def test_what_is_no_notebook_is_read_or_refused(text):
    read_text(text, "jupyter")
