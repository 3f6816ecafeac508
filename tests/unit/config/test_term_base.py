"""A term base in TBX becomes a house style that holds, whatever it says."""

from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termlint.config import load_text
from termlint.config.style import TermStatus
from termlint.config.term_base import BaseTerm, Concept, read_term_base
from termlint.config.term_base_style import style_from
from termlint.model.mention import Relationship
from termlint.yaml_source import SourceError

CONCEPTS = (
    Concept(
        "c1",
        (
            BaseTerm("client", TermStatus.PREFERRED, "preferredTerm-admn-sts"),
            BaseTerm("customer", TermStatus.DEPRECATED, "deprecatedTerm-admn-sts"),
            BaseTerm("account", None),
        ),
        "person who is advised",
    ),
)
DCA = """<?xml version="1.0"?><tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><descrip type="definition">person who is <hi>advised</hi></descrip><langSec xml:lang="en">
<termSec><term>client</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><term>cus<hi>tomer</hi></term></termSec>
<termSec><term>account</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Mandant</term></termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="de"><termSec><term>Kunde</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""
DCT = (
    DCA.replace('style="dca"', 'style="dct" xmlns:min="http://www.tbxinfo.net/ns/min"')
    .replace('<descrip type="definition">', "<min:definition>")
    .replace("</descrip>", "</min:definition>")
    .replace('<termNote type="administrativeStatus">', "<min:administrativeStatus>")
    .replace("sts</termNote>", "sts</min:administrativeStatus>")
)
OLD = (
    DCA.replace("<tbx ", "<martif ")
    .replace("</tbx>", "</martif>")
    .replace("conceptEntry", "termEntry")
    .replace("langSec", "langSet")
    .replace("termSec", "tig")
)
PREFIXED = (
    DCA.replace("xmlns=", "xmlns:t=").replace("</", "</t:").replace("<", "<t:").replace("<t:/t:", "</t:").replace("<t:?", "<?")
)


@pytest.mark.parametrize(
    "raw",
    [DCA.encode(), DCT.encode(), OLD.encode(), PREFIXED.encode(), DCA.encode("utf-16"), b"\xef\xbb\xbf" + DCA.encode()],
    ids=["DCA", "DCT", "2008", "prefixed", "UTF-16", "BOM"],
)
def test_every_style_says_the_same(raw: bytes) -> None:
    assert read_term_base(raw, file="a.tbx") == CONCEPTS


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b'<!DOCTYPE martif SYSTEM "x.dtd"><martif/>', "it holds a DOCTYPE, which is not read; take out"),
        (b'<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>', "DOCTYPE"),
        (b"<tbx>\n<text></tbx>", "a.tbx:2:9: no well-formed XML: mismatched tag"),
        (b"<tmx/>", "a.tbx:1:1: no TBX: it begins with <tmx>"),
        (b"term;status\n", "no well-formed XML"),
        (b"", "no well-formed XML: no element found"),
        (b"<tbx>" + b"<a>" * 100, "nested deeper than 60 levels"),
        (b'<?xml version="1.0" encoding="klingon"?><tbx/>', "encoding"),
    ],
)
def test_whatever_is_wrong_has_a_place(raw: bytes, told: str) -> None:
    with pytest.raises(SourceError) as error:
        read_term_base(raw, file="a.tbx")
    assert told in str(error.value)
    assert str(error.value).startswith("a.tbx:")


def told_by(definition: str) -> Relationship:
    return next((one for one in Relationship if one.value in definition), Relationship.UNCLEAR)


def test_what_a_house_style_cannot_say_is_told_in_it() -> None:
    def concept(name: str, definition: str, *terms: tuple[str, TermStatus | None]) -> Concept:
        return Concept(name, tuple(BaseTerm(text, status, str(status or "")) for text, status in terms), definition)

    preferred, admitted, deprecated = TermStatus
    text = style_from(
        [
            concept("1", "ongoing", ("Client", preferred), ("patient", preferred), ("customer", deprecated)),
            concept("2", "", ("customer", preferred), ("buyer*", deprecated), ("guest", admitted)),
            concept("3", "ongoing", ("customer", admitted)),
            concept("4", "", ("hard disk", preferred)),
        ],
        source="our terms.tbx",
        relate=told_by,
    )
    style = load_text(text).for_path("a.md")
    rows = {row.relationship: {entry.spelling.singular: entry.status for entry in row.entries} for row in style.terms}
    assert rows[Relationship.ONGOING] == {"Client": preferred, "patient": admitted, "customer": deprecated}
    assert rows[Relationship.TRANSACTIONAL] == {"customer": preferred, "guest": admitted}
    assert rows[Relationship.UNCLEAR] == {}
    for line in (
        '# "Client" (1): ongoing, by its definition.',
        '#   "patient" is preferred, too; a relationship has one preferred term, so it is admitted here.',
        '# "customer" (2): transactional, by its word: its definition does not tell.',
        '#   left out: "buyer*" holds "*"; a term is made of letters, digits, single blanks and',
        '#   "customer" is admitted here and deprecated in another concept; the first counts.',
        "# Left out, since they name no customer, client or user: 1.",
        '#   "hard disk" (4)',
    ):
        assert line in text
    alone = load_text(style_from([concept("1", "", ("customer", preferred))], source="x", relate=told_by)).for_path("a.md")
    assert all(row.preferred for row in alone.terms)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.lists(
                st.tuples(
                    st.sampled_from(["client", "customer", "user", "Client"]) | st.text(max_size=5),
                    st.sampled_from(["preferredTerm-admn-sts", "admitted", "deprecated", "superseded", "new", ""]),
                ),
                max_size=4,
            ),
            st.sampled_from(["ongoing", "transactional", ""]),
            st.text(max_size=5),
        ),
        max_size=4,
    )
)
def test_any_term_base_gives_a_house_style_that_holds(concepts: list[tuple[list[tuple[str, str]], str, str]]) -> None:
    def clean(text: str) -> str:
        return "".join(sign for sign in text if sign.isprintable())

    body = "".join(
        f"<conceptEntry id={quoteattr(clean(name))}><descrip type='definition'>{definition}</descrip><langSec xml:lang='en'>"
        + "".join(
            f"<termSec><term>{escape(clean(term))}</term><termNote type='administrativeStatus'>{status}</termNote></termSec>"
            for term, status in terms
        )
        + "</langSec></conceptEntry>"
        for terms, definition, name in concepts
    )
    found = read_term_base(f"<tbx>{body}</tbx>".encode(), file="a.tbx")
    load_text(style_from(found, source="a.tbx", relate=told_by))
