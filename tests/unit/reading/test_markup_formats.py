"""reStructuredText, AsciiDoc, notebooks, gettext, XLIFF and PDF: what is read, and what an edit leaves alone."""

import io
import json
import sys
from contextlib import suppress

import docutils.core
import docutils.nodes
import polib
import pytest
from reportlab.pdfgen import canvas

from termlint.linting.splicing import apply_edits
from termlint.linting.verifying import reads_as_planned
from termlint.model.document import Document
from termlint.model.editing import edits_for
from termlint.model.errors import UnreadableError
from termlint.model.source import SourceText
from termlint.reading import decode, read
from termlint.reading.pdf import joined_lines


def document_of(text: str, format: str) -> Document:
    return read(SourceText("page", text), format=format)


def texts(text: str, format: str) -> list[str]:
    return [block.text for block in document_of(text, format).blocks]


def edited(text: str, format: str, word: str = "customer", new: str = "client") -> str:
    """With every word replaced that may be, each checked as the product does."""
    document = document_of(text, format)
    made = []
    for block in document.blocks:
        at = block.text.find(word)
        while at >= 0:
            edits = edits_for(block, at, at + len(word), new) or ()
            if edits and reads_as_planned(document, edits, document_of(apply_edits(text, edits), format)):
                made += edits
            at = block.text.find(word, at + 1)
    return apply_edits(text, made)


TABLE = "== ========\na  customer\n== ========\n"
INDENTED = "   == ========\n   a  customer\n   == ========\n"
RST = {
    "59 keys and code stay, a link's text is prose": (
        "``customer`` :ref:`customer` customer_ |customer| `customer <http://customer>`_ `customer`_ `customer`",
        "``customer`` :ref:`customer` customer_ |customer| `client <http://customer>`_ `customer`_ `customer`",
    ),
    "59 an anonymous reference says nothing of its target": ("customer__ and `a customer`__", "client__ and `a client`__"),
    "59 roles of the look, not of the meaning": (
        ":strong:`customer` :guilabel:`customer`",
        ":strong:`client` :guilabel:`customer`",
    ),
    "60 a literal block": ("A customer::\n\n   customer\n\nA customer.", "A client::\n\n   customer\n\nA client."),
    "60 a note's body": (
        ".. note:: A customer\n   pays.\n\n   The customer.\n",
        ".. note:: A client\n   pays.\n\n   The client.\n",
    ),
    "60 comments, targets, code": (
        ".. customer\n   customer\n\n.. _customer:\n\n.. code:: x\n\n   customer\n\na customer\n",
        ".. customer\n   customer\n\n.. _customer:\n\n.. code:: x\n\n   customer\n\na client\n",
    ),
    "directives in directives": (
        ".. tip::\n\n   a\n\n   .. note::\n\n      a customer\n",
        ".. tip::\n\n   a\n\n   .. note::\n\n      a client\n",
    ),
    "an admonition's title": (".. admonition:: The customer\n   :class: customer\n\n   a\n", None),
    "an image's text": (".. image:: customer.png\n   :alt: a customer\n", ".. image:: customer.png\n   :alt: a client\n"),
    "a substitution": (".. |customer| replace:: the customer\n", ".. |customer| replace:: the client\n"),
    "a grid table's cells are read and never written": (
        "+---+----------+\n| a | customer |\n+===+==========+\n| b | customer |\n+---+----------+\n",
        "+---+----------+\n| a | customer |\n+===+==========+\n| b | customer |\n+---+----------+\n",
    ),
    "a simple table's last column may grow": (
        "======== ========\ncustomer customer\n======== ========\n",
        "======== ========\ncustomer client\n======== ========\n",
    ),
    "a table in code, in a note and after text": (
        f"a::\n\n{INDENTED}\n.. note::\n\n{INDENTED}\nb\n\n{TABLE}\nd customer\n",
        f"a::\n\n{INDENTED}\n.. note::\n\n{INDENTED}\nb\n\n{TABLE}\nd client\n".replace("customer", "client").replace(
            "a  client", "a  customer", 1
        ),
    ),
    "fields and terms": (":customer: a customer\n\ncustomer\n   a customer\n", ":customer: a client\n\nclient\n   a client\n"),
    "line ends": ("a customer\r\nb\r\n\r\n- customer\r\n", "a client\r\nb\r\n\r\n- client\r\n"),
}


@pytest.mark.parametrize(("text", "wanted"), RST.values(), ids=RST.keys())
def test_rst(text, wanted):
    if wanted is None:
        wanted = text.replace("The customer", "The client")
    assert edited(text, "rst") == wanted


def test_60_a_title_never_outgrows_its_underline():
    exact = "The client\n==========\n\nA client.\n"
    assert edited(exact, "rst", "client", "customer") == exact.replace("A client", "A customer")
    assert edited("The client\n============\n", "rst", "client", "customer") == "The customer\n============\n"
    assert edited("The customer\n============\n", "rst") == "The client\n============\n"
    assert edited("======\nclient\n======\n", "rst", "client", "customer") == "======\nclient\n======\n"


def test_rst_blocks_are_those_of_docutils():
    source = (
        "Guide\n=====\n\nA *customer*\nand more.\n\nSub\n---\n\n- one\n\n  two\n\n  1. three\n\nterm\n   definition\n\n"
        "   Quoted.\n\n.. note:: said\n\n   more\n\nOther\n-----\n\nEnd.\n"
    )
    tree = docutils.core.publish_doctree(source, settings_overrides={"doctitle_xform": False})
    kinds = (docutils.nodes.paragraph, docutils.nodes.title, docutils.nodes.term)
    theirs = [node.astext().replace("\n", " ") for node in tree.findall() if isinstance(node, kinds)]
    assert texts(source, "rst") == theirs
    headings = [(block.text, block.level) for block in document_of(source, "rst").blocks if block.kind.value == "heading"]
    assert headings == [("Guide", 1), ("Sub", 2), ("Other", 2)]


CODE = "[source,x]\n----\ncustomer\n----\n\n....\ncustomer\n....\n\n customer\n\n"
APART = ":a: customer\n\n[[customer]]\n// customer\n\n"
ASCIIDOC = {
    "inline": (
        "A *customer*, `customer`, +customer+, <<customer>>, link:customer[the customer] https://c.io[customer^] {customer}",
        "A *client*, `customer`, +customer+, <<customer>>, link:customer[the client] https://c.io[client^] {customer}",
    ),
    "attributes, comments and anchors": (APART + "A customer.", APART + "A client."),
    "code": (CODE + "customer", CODE + "client"),
    "code without a fence": ("[source]\ncustomer\ncustomer\n\ncustomer", "[source]\ncustomer\ncustomer\n\nclient"),
    "containers": ("====\ncustomer\n====\n\n____\ncustomer\n____\n", "====\nclient\n====\n\n____\nclient\n____\n"),
    "lists": (
        "* customer\n** customer\n. customer\n\ncustomer:: customer\n",
        "* client\n** client\n. client\n\nclient:: client\n",
    ),
    "tables": ("|===\n|customer 2+|customer\na|customer\n|===\n", "|===\n|client 2+|client\na|client\n|===\n"),
    "titles": ("== The customer\n\n.The customer\nNOTE: A customer.\n", "== The client\n\n.The client\nNOTE: A client.\n"),
    "a comment in a paragraph": ("a customer\n// customer\nb customer\n", "a client\n// customer\nb client\n"),
}


@pytest.mark.parametrize(("text", "wanted"), ASCIIDOC.values(), ids=ASCIIDOC.keys())
def test_asciidoc(text, wanted):
    assert edited(text, "asciidoc") == wanted


CATALOGUE = """\
msgid ""
msgstr ""
"Project-Id-Version: customer\\n"
"Language: {}\\n"

#. customer
#: customer.py:1
#, python-format
msgctxt "customer"
msgid "the customer %(customer_name)s"
msgstr "the cus"
"tomer %(customer_name)s says \\"customer\\"\\n"

msgid "customer"
msgid_plural "%d customers"
msgstr[0] "customer"
msgstr[1] "%d customers"

#~ msgid "customer"
#~ msgstr "customer"
"""


def test_70_translations_into_english_are_fixed_and_keys_are_not():
    text = CATALOGUE.format("en_GB")
    assert texts(text, "gettext") == [
        "the customer \ufffc",
        'the customer \ufffc says "customer"',
        "customer",
        "%d customers",
        "customer",
        "%d customers",
    ]
    again = polib.pofile(edited(text, "gettext"))
    first, second = (entry for entry in again if not entry.obsolete)
    assert (first.msgid, first.msgctxt) == ("the customer %(customer_name)s", "customer")
    assert first.msgstr == 'the client %(customer_name)s says "client"\n'
    assert second.msgstr_plural == {0: "client", 1: "%d clients"}
    assert (second.msgid, second.msgid_plural) == ("customer", "%d customers")
    assert again.obsolete_entries()[0].msgstr == "customer"


@pytest.mark.parametrize("language", ["de", ""])
def test_70_other_translations_are_not_read(language):
    text = CATALOGUE.format(language)
    assert texts(text, "gettext") == ["the customer \ufffc", "customer", "%d customers"]
    assert edited(text, "gettext") == text


def test_70_escapes_are_read_as_polib_reads_them_and_written_back():
    text = 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "a"\nmsgstr "\\tA \\\\ customer \\"x\\""\n'
    assert texts(text, "gettext")[1] == polib.pofile(text)[0].msgstr.strip()
    assert polib.pofile(edited(text, "gettext", new='"x" \\'))[0].msgstr == '\tA \\ "x" \\ "x"'


XLIFF = """\
<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="{}" target-language="{}"><body>
<trans-unit id="customer"><source>a customer</source><target>the <g id="1">customer</g> &amp; R</target><note>customer</note>
<alt-trans><target>customer</target></alt-trans></trans-unit>
<trans-unit id="b" translate="no"><source>customer</source><target>customer</target></trans-unit></body></file></xliff>
"""


@pytest.mark.parametrize(
    ("source", "target", "read_", "changes"),
    [
        ("en", "en-GB", ["a customer", "the customer & R"], 1),
        ("de", "en", ["the customer & R"], 1),
        ("en", "de", ["a customer"], 0),
    ],
)
def test_xliff_targets_in_english_are_fixed_and_sources_are_not(source, target, read_, changes):
    text = XLIFF.format(source, target)
    assert texts(text, "xliff") == read_
    assert edited(text, "xliff").count("client") == changes


def test_xliff_2():
    text = (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="en-US"><file id="f">'
        '<unit id="u"><segment><source>Kunde</source><target>the <pc id="1">customer</pc><ph id="2"/></target></segment></unit>'
        "</file></xliff>"
    )
    assert edited(text, "xliff") == text.replace("customer", "client")
    assert edited(text, "xliff", new="R&D") == text.replace("customer", "R&amp;D")


@pytest.mark.parametrize("text", ["<xliff>", "<!DOCTYPE a><a/>", "", "customer"])
def test_what_is_no_xliff_is_refused(text):
    with pytest.raises(UnreadableError):
        document_of(text, "xliff")


def notebook(*cells: tuple[str, object], **options: object) -> str:
    whole = {"cells": [{"source": source, "cell_type": kind, "outputs": [{"text": ["customer"]}]} for kind, source in cells]}
    return json.dumps(whole, **options)


@pytest.mark.parametrize("options", [{}, {"indent": 1}, {"ensure_ascii": False}], ids=str)
def test_markdown_cells_of_notebooks(options):
    text = notebook(
        ("markdown", ["# The customer é\n", "\n", 'A **customer** "x"\n', "`customer`"]),
        ("code", ["customer = 1"]),
        ("raw", "customer"),
        ("markdown", "One customer."),
        **options,
    )
    assert texts(text, "jupyter") == ["The customer é", 'A customer "x" \ufffc', "One customer."]
    blocks = document_of(text, "jupyter").blocks
    assert [(block.location and block.location.label, block.headings) for block in blocks][2] == ("cell 4", ("The customer é",))
    old, new = json.loads(text)["cells"], json.loads(edited(text, "jupyter", new='"Ü"'))["cells"]
    assert new[0]["source"] == ['# The "Ü" é\n', "\n", 'A **"Ü"** "x"\n', "`customer`"]
    assert new[3]["source"] == 'One "Ü".'
    assert new[1:3] == old[1:3]


def pdf(*pages: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    for lines in pages:
        for number, line in enumerate(lines):
            page.drawString(72, 700 - 14 * number, line)
        page.showPage()
    page.save()
    return out.getvalue()


def test_69_a_pdf_is_read_by_page_with_words_joined_and_never_fixed():
    source = decode(pdf(("Our cus-", "tomers pay."), ("The second client.",)), display="a.pdf")
    blocks = read(source).blocks
    assert [(block.text, block.location and block.location.label) for block in blocks] == [
        ("Our customers pay.", 'page 1, "Our customers pay."'),
        ("The second client.", 'page 2, "The second client."'),
    ]
    assert not source.fixable
    assert not source.has_places


@pytest.mark.parametrize(
    ("text", "joined"), [("a-\nb", "ab"), ("a-\nB", "a-\nB"), ("1-\nb", "1-\nb"), ("a -\nb", "a -\nb"), ("", "")]
)
def test_69_hyphens_at_line_ends(text, joined):
    assert joined_lines(text) == joined


def test_69_a_damaged_encrypted_or_empty_pdf_is_refused():
    import pypdf

    whole = pdf(("customer",))
    writer = pypdf.PdfWriter(io.BytesIO(whole))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    for raw, told in (
        (whole[:200], "damaged"),
        (b"", "damaged"),
        (b"%PDF-1.4\n", "damaged"),
        (out.getvalue(), "encrypted"),
        (pdf(()), "without text"),
    ):
        with pytest.raises(UnreadableError, match=told):
            decode(raw, display="a.pdf")


def test_69_without_the_extra_the_skip_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(UnreadableError, match=r"termlint\[pdf\]"):
        decode(b"%PDF", display="a.pdf")


HOSTILE = [
    *(
        "*",
        "`",
        "``",
        "|",
        "[",
        "<<",
        "+",
        "_",
        "a_ ",
        ":a:`",
        "\\",
        "{{",
        "- ",
        "* ",
        "+-",
        "== ",
        "|===\n|",
        "link:",
        "\n  - a",
    ),
    *(
        '"',
        "\\x",
        "\n.. |a",
        "\n.. _`",
        "\n.. [a",
        "\n.. `",
        ".. a:",
        "a:b",
        "|a\n",
        "`a\n",
        "\n:a",
        "::\n\n",
        ">>> a\n",
        "\n== ==\n",
    ),
    *(
        "<%#",
        "}__0",
        "x-",
        "\n+-+\n|",
        "\na\n=",
        "a:: ",
        "a\n b\n",
        "+a ",
        "((",
        "https://a",
        "image:",
        "pass:a[",
        "&#",
        "\\\n",
        "x\n\n\n",
    ),
]


@pytest.mark.parametrize("format", ["rst", "asciidoc", "gettext"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_repetition_is_read_or_refused(format, unit):
    with suppress(UnreadableError):
        document_of(unit * 50_000 + "\n\nthe customer\n", format)


def test_hostile_nesting_is_read_or_refused():
    for unit, step in (("- a", "  "), ("a", " "), (".. note:: a", "   "), ("1. a", "   ")):
        nested = "\n\n".join(step * depth + unit for depth in range(500))
        document_of(nested, "asciidoc")
        with pytest.raises(UnreadableError, match="nests deeper"):
            document_of(nested, "rst")
    wide = "|".join("a" * 20_000) + "\n|===\n" + "|a" * 100_000
    assert len(document_of(wide, "asciidoc").blocks) > 100_000
    document_of(wide, "rst")


def test_hostile_xml_and_json_are_read_or_refused():
    with pytest.raises(UnreadableError):
        document_of("<a>" * 100_000, "xliff")
    with pytest.raises(UnreadableError):
        document_of('{"cells": ' + "[" * 100_000, "jupyter")
