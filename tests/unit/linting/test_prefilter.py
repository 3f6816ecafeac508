"""Whatever the prefilter drops holds no mention."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termlint.analysis.layout import term_pattern
from termlint.linting.prefilter import DEFAULT_WORDS, ESCAPING_EXTENSIONS, EXTENSIONS, may_mention
from termlint.model.errors import UnreadableError
from termlint.model.source import SourceText
from termlint.model.term import Term
from termlint.reading import FORMATS, read

INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
WORD = re.compile(r"(?i)\b(?:client|customer)s?\b")


def holds_a_mention(text: str, path: str) -> bool:
    """As generous a look at what the readers give as any analysis could take."""
    return any(WORD.search(INVISIBLE.sub("", block.text)) for block in read(SourceText(path, text)).blocks)


SPELT_OTHERWISE = [
    "Our *cust*omer.",
    "Our **c**ustomer.",
    "Our cust<!-- x -->omer.",
    "Our <b>cli</b>ents.",
    "Our [cust](https://example.org)omer.",
    "Our cust[omer](https://example.org).",
    "Our [cust][ref]omer.\n\n[ref]: x",
    "Our &#99;ustomer.",
    "Our &#x63;ustomer.",
    "Our &#0099;lient.",
    "Our custome&#114;.",
    "Our cust&shy;omer.",
    "Our cust\u00adomer.",
    "Our cust\u200bomer.",
    "Our cust\\omer.",
    "Our cu\u017ftomer.",
    "Our cl\u0131ent.",
    "Our CUSTOMER.",
    '---\ntitle: "\\x63ustomer"\n---\nText.\n',
    "---\ntermlint: {relationship: ongoing}\n---\nText.\n",
    "<!-- termlint-disable -->",
]


@pytest.mark.parametrize("text", SPELT_OTHERWISE)
def test_a_word_spelt_otherwise_is_read(text: str) -> None:
    assert may_mention(text.encode())


@pytest.mark.parametrize(
    "raw",
    [
        "A customer".encode("utf-16"),
        "A customer".encode("utf-16-le"),
        "A customer".encode("utf-32"),
        b"\xef\xbb\xbfNothing",
        b"caf\xe9",
        b"a\0b",
    ],
)
def test_what_is_not_plain_utf8_is_read(raw: bytes) -> None:
    assert may_mention(raw)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Install\n\nRun `make`, then **read** the [guide](https://example.org/c/r).\n",
        "It\u2019s the caf\u00e9\u2019s own menu\u2014and &amp; &#39;more&#39; &#8217;.\n",
        "- [x] done\n- [ ] C++ and basic_return\n\n| a | b |\n|---|---|\n| c | r |\n",
        "<p>the <b>basic</b> <i>return</i></p>\n",
        "---\ntitle: A page\n---\n\nText with a back\\slash.\n",
    ],
)
def test_ordinary_text_without_the_word_is_dropped(text: str) -> None:
    assert not may_mention(text.encode())


def test_every_extension_is_one_that_is_read() -> None:
    assert set(EXTENSIONS) | set(ESCAPING_EXTENSIONS) <= set(FORMATS)


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (("person we support", "people we support"), "A **per**son we\n> support", True),
        (("person we support", "people we support"), "Nobody here.", False),
        (("member", "members"), "Every Member counts.", True),
        (("caf\u00e9",), "Nothing here.", True),
    ],
)
def test_other_words_than_the_default_ones(words: tuple[str, ...], text: str, expected: bool) -> None:
    assert may_mention(text.encode(), words) is expected


VISIBLE = """
c u s t o m e r l i n customer client cust omer ents cli * ** _ ~~ ` <b> </b> <wbr> <!--a--> ](x) [ ] ![ ( ) | " = == + ^ $ : ;
&#99; &#x75; &#173; &shy; &nbsp; &nbsp &amp; \\ \\x63 {} <A x={a}>
{{x}} {x} [^1] C CUST a x 1 \u00ad \u200b \ufeff \u2019 \u017f \u0131
"""
PIECES = st.sampled_from([*VISIBLE.split(), " ", "\n", "\n\n", "> ", "- ", "# ", "---\n", "title: ", "[ref]: x\n"])


@given(st.lists(PIECES, max_size=24).map("".join))
def test_a_dropped_text_has_no_mention(text: str) -> None:
    for path in ("a.md", "a.mdx", "a.txt"):
        assert may_mention(text.encode()) or not holds_a_mention(text, path)


ESCAPED = """
c u s t l i ust cust omer omers cli lient ent ents "text": "a " , { } [ ] :
\\n \\t \\u0063 \\u0043 \\u00ad \\u200b \\u003c \\u003e
\\u0026 \\x63 \\U00000063 &#99; &#x63 &#99 &shy; &shy &amp; &zwj; <b> </b> <!--x--> <p> </p> {{x}} {{x|fallback:" " "}}
{n,plural,one{ other{ }} title: body: | > - ' " "" ; \u00ad \u200b \u017f
"""
ESCAPES = st.sampled_from([*ESCAPED.split(), " ", "\n", "\n  ", "\\\n", "\\\r\n  ", "id,text\n1,"])


@given(st.lists(ESCAPES, max_size=24).map("".join))
@settings(max_examples=400)
def test_a_dropped_file_of_keys_and_values_has_no_mention(text: str) -> None:
    for path in ("a.html", "en.json", "en.yaml", "a.csv"):
        assert path.endswith(ESCAPING_EXTENSIONS)
        assert may_mention(text.encode(), escapes=True) or not holds_a_mention(text, path)


@pytest.mark.parametrize(
    "spelt",
    [
        "\\u0063ustomer",
        "cust\\u00adomer",
        "cust&shyomer",
        "cust\\\n  omer",
        "\\x63ustomer",
        "&#99ustomer",
        "\\u0026#99;ustomer",
    ],
)
def test_an_escaped_word_is_read(spelt: str) -> None:
    assert may_mention(f'k: "our {spelt}"'.encode(), escapes=True)


def spelt(*terms: str) -> tuple[Term, ...]:
    return tuple(Term.of(term) for term in terms)


OTHERS = (
    spelt("member", "b2b buyer"),
    (Term("person we support", "people we support"), *spelt("co-owner")),
    spelt("R&D lead", "patient's carer", "the 3rd party"),
    spelt("user", "kiosk sitter", "guest/visitor"),
    spelt("caf\u00e9 guest", "na\u00efve user"),
    spelt("\u0441\u043b\u0438\u0435\u043d\u0442"),
)


@given(st.sampled_from(OTHERS), st.data())
@settings(max_examples=300)
def test_a_dropped_text_has_no_mention_of_other_words(terms: tuple[Term, ...], data: st.DataObject) -> None:
    """In any spelling, case and number, torn apart or not, in every format that this module knows."""
    forms = tuple(form for term in terms for form in (term.singular, term.plural))
    form = data.draw(st.sampled_from(forms))
    odd = {"s": "\u017f", "k": "\u212a", "i": "\u0131"}
    letters = [data.draw(st.sampled_from([letter, letter.upper(), *odd.get(letter, "")])) for letter in form]
    pieces = st.sampled_from([*form.split(), *form, " ", "\n", "x", ".", "**", "<b>", "</b>", "&#99;", '"', ","])
    torn = "".join((data.draw(BETWEEN) if data.draw(st.integers(0, 3)) == 0 else "") + letter for letter in letters)
    before, after = ("".join(data.draw(st.lists(pieces, max_size=6))) for _ in range(2))
    text = f"{before} {torn} {after}"
    pattern, _ = term_pattern(terms)
    for path in ("a.md", "a.mdx", "a.txt", "a.html", "en.json", "en.yaml", "a.csv", "a.rst", "a.adoc", "a.po"):
        escapes = path.endswith(ESCAPING_EXTENSIONS)
        try:
            blocks = read(SourceText(path, text)).blocks
        except UnreadableError:
            continue
        found = any(pattern.search(INVISIBLE.sub("", block.text)) for block in blocks)
        assert may_mention(text.encode(), forms, escapes=escapes) or not found, path


BETWEEN = st.sampled_from(
    ["", "*", "**", "_", "<b>", "</b>", "<!-- x -->", "](u)", "[", "&shy;", "\u00ad", "\\", "~~", "==", "[r]", "<i a='>'>"]
)


@given(st.sampled_from(DEFAULT_WORDS), st.data())
def test_a_word_torn_apart_is_read_wherever_a_reader_joins_it(word: str, data: st.DataObject) -> None:
    letters = [letter if data.draw(st.integers(0, 9)) else f"&#{ord(letter)};" for letter in word]
    text = "Our " + "".join(data.draw(BETWEEN) + letter for letter in letters) + data.draw(BETWEEN) + " here."
    for path in ("a.md", "a.mdx"):
        assert may_mention(text.encode()) or not holds_a_mention(text, path)
