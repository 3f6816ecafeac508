"""Edits written as tracked changes: what accepting and rejecting them gives, and that nothing else is touched."""

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.docx_files import MC, W, archive, body, paragraph, part, run

from termlint.linting.splicing import apply_edits
from termlint.model.editing import edits_for
from termlint.model.errors import UnreadableError
from termlint.model.finding import Edit
from termlint.model.revision import Revision
from termlint.reading import decode, read, track_changes

REVISION = Revision('Jo "R&D" Reed', "2026-03-01T09:30:00Z")
OURS = f"[@w:author='{REVISION.author}']"
NAMES = {"w": W, "mc": MC}


def edits_in(raw: bytes, word: str, new: str) -> list[Edit]:
    edits: list[Edit] = []
    for block in read(decode(raw, display="a.docx")).blocks:
        at = block.text.find(word)
        while at >= 0:
            edits += edits_for(block, at, at + len(word), new) or ()
            at = block.text.find(word, at + 1)
    return edits


def tracked(raw: bytes, word: str = "Client", new: str = "Customer") -> bytes:
    source = decode(raw, display="a.docx")
    told = track_changes(source, edits_in(raw, word, new), REVISION)
    assert told is not None
    return source.encode(told.text)


def plain(raw: bytes, word: str = "Client", new: str = "Customer") -> bytes:
    source = decode(raw, display="a.docx")
    return source.encode(apply_edits(source.text, edits_in(raw, word, new)))


def members(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def tree(raw: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(members(raw)[name])


def runs(root: etree._Element) -> list[tuple[str, str]]:
    """The text of each run that holds any, with the names of its formatting; what is deleted does not count."""
    told = []
    for each in root.iterfind(".//w:r", NAMES):
        if any(up.tag == f"{{{W}}}del" for up in each.iterancestors()):
            continue
        formatting = "".join(etree.QName(one).localname for one in each.iterfind("w:rPr/*", NAMES))
        text = "".join(one.text or "" for one in each.iterfind("w:t", NAMES))
        if text and told and told[-1][1] == formatting:
            text = told.pop()[0] + text
        if text:
            told.append((text, formatting))
    return told


def accepted(root: etree._Element) -> etree._Element:
    for each in root.xpath(f".//w:del{OURS}", namespaces=NAMES):
        each.getparent().remove(each)
    return root


def rejected(root: etree._Element) -> etree._Element:
    for each in root.xpath(f".//w:ins{OURS}", namespaces=NAMES):
        each.getparent().remove(each)
    for each in root.xpath(f".//w:del{OURS}", namespaces=NAMES):
        for one in each.iterfind(".//w:delText", NAMES):
            one.tag = f"{{{W}}}t"
        each.tag = f"{{{W}}}smartTag"
    return root


BOLD, ITALIC = "<w:b/>", "<w:i/>"


def test_a_word_is_deleted_and_another_inserted_with_its_formatting_an_author_and_a_date() -> None:
    raw = tracked(archive(body(paragraph(run("The Client pays.", properties=BOLD)))))
    assert (
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">The </w:t></w:r>'
        '<w:del w:id="1" w:author="Jo &quot;R&amp;D&quot; Reed" w:date="2026-03-01T09:30:00Z"><w:r><w:rPr><w:b/></w:rPr>'
        '<w:delText xml:space="preserve">Client</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="Jo &quot;R&amp;D&quot; Reed" w:date="2026-03-01T09:30:00Z"><w:r><w:rPr><w:b/></w:rPr>'
        '<w:t xml:space="preserve">Customer</w:t></w:r></w:ins>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> pays.</w:t></w:r></w:p>'
    ) in members(raw)["word/document.xml"].decode()


def test_a_word_over_several_runs_is_replaced_whole_and_formatted_as_it_began() -> None:
    pieces = run("the Cl"), run("ie", properties=BOLD), run("nt", properties=ITALIC), run(" pays", properties=ITALIC)
    raw = tracked(archive(body(paragraph(*pieces))))
    root = tree(raw)
    assert ["".join(each.itertext()) for each in root.iterfind(".//w:del", NAMES)] == ["Cl", "ie", "nt"]
    assert ["".join(each.itertext()) for each in root.iterfind(".//w:ins", NAMES)] == ["Customer"]
    assert [etree.QName(each).localname for each in root.iterfind(".//w:p/*", NAMES)] == ["r", "del", "del", "del", "ins", "r"]
    assert runs(root) == [("the Customer", ""), (" pays", "i")]


def test_only_the_parts_that_change_are_written() -> None:
    before = archive(
        body(paragraph(run("The Client")))
        | {
            "word/header1.xml": part("hdr", paragraph(run("Client"))),
            "word/footer1.xml": part("ftr", paragraph(run("page"))),
            "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="7">{paragraph(run("A Client"))}</w:footnote>'),
            "word/comments.xml": part("comments", paragraph(run("Client"))),
        }
    )
    old, new = members(before), members(tracked(before))
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml", "word/header1.xml", "word/footnotes.xml"}
    assert list(old) == list(new)
    ids = [each for name in new for each in etree.fromstring(new[name]).xpath("//@w:id", namespaces=NAMES)]
    assert sorted(ids) == sorted(set(ids))
    assert docx.Document(io.BytesIO(tracked(before))).paragraphs


def test_tables_text_boxes_links_and_content_controls() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{paragraph(run('Client'))}</w:tc></w:tr></w:tbl>"
    box = f"<w:txbxContent>{paragraph(run('Client here'))}</w:txbxContent>"
    forms = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    holding = f"<w:r><w:t>Client </w:t>{forms}<w:t>of the Client</w:t></w:r>"
    control = f"<w:sdt><w:sdtContent>{run('the Client')}</w:sdtContent></w:sdt>"
    before = archive(body(cell + paragraph(holding) + paragraph(f"<w:hyperlink>{run('Client')}</w:hyperlink>", control)))
    after = tracked(before)
    told = [block.text for block in read(decode(after, display="a.docx")).blocks]
    assert told == [block.text for block in read(decode(plain(before), display="a.docx")).blocks]
    assert "Client" not in " ".join(told)
    assert len(tree(after).findall(".//w:ins", NAMES)) == len(tree(after).findall(".//w:del", NAMES)) == 7


def test_in_somebody_elses_insertion_their_word_is_deleted_and_ours_stands_beside_it() -> None:
    theirs = '<w:ins w:id="5" w:author="Other" w:date="2026-01-01T00:00:00Z">{}</w:ins>'
    before = archive(body(paragraph(run("Note: "), theirs.format(run("the Client pays") + run("Client")), run(" soon."))))
    root = tree(tracked(before))
    shape = [
        (etree.QName(each).localname, each.get(f"{{{W}}}author"), "".join(each.itertext()))
        for each in root.iterfind(".//w:p/*", NAMES)
        if etree.QName(each).localname != "r"
    ]
    assert shape == [
        ("ins", "Other", "the Client"),
        ("ins", REVISION.author, "Customer"),
        ("ins", "Other", " paysClient"),
        ("ins", REVISION.author, "Customer"),
    ]
    assert [each.get(f"{{{W}}}author") for each in root.iterfind(".//w:ins/w:del", NAMES)] == [REVISION.author] * 2
    assert not root.xpath("//w:ins[not(*)]", namespaces=NAMES)
    assert root.xpath("//w:ins/w:ins", namespaces=NAMES) == []
    assert "".join(root.itertext()) == "Note: the ClientCustomer paysClientCustomer soon."


def test_a_tracked_change_of_the_formatting_stays_with_the_old_text_alone() -> None:
    changed = '<w:b/><w:rPrChange w:id="3" w:author="Other"><w:rPr/></w:rPrChange>'
    root = tree(tracked(archive(body(paragraph(run("The Client pays", properties=changed))))))
    assert len(root.findall(".//w:rPrChange", NAMES)) == 3
    assert not root.findall(".//w:ins//w:rPrChange", NAMES)
    assert root.findall(".//w:ins//w:b", NAMES)


@pytest.mark.parametrize("holder", ["w:moveTo", "w:ruby"])
def test_where_no_change_can_be_tracked_nothing_is(holder: str) -> None:
    inside = run("the Client pays")
    with pytest.raises(UnreadableError, match=r'not fixed: a word of "the Client pays"'):
        tracked(archive(body(paragraph(f"<{holder}>{inside}</{holder}>"))))


def test_a_file_that_calls_the_namespace_otherwise() -> None:
    text = f'<document xmlns="{W}"><body><p><r><t>The Client pays</t></r></p></body></document>'
    root = tree(tracked(archive({"word/document.xml": text})))
    assert root.xpath(f"string(.//w:del{OURS})", namespaces=NAMES) == "Client"
    assert runs(accepted(root)) == [("The Customer pays", "")]
    other = f'<v:document xmlns:v="{W}"><v:body><v:p><v:r><v:t>The Client pays</v:t></v:r></v:p></v:body></v:document>'
    assert b"<v:del v:id" in members(tracked(archive({"word/document.xml": other})))["word/document.xml"]


def test_a_text_has_no_tracked_changes() -> None:
    assert track_changes(decode(b"the Client", display="a.md"), [Edit(4, 10, "Customer")], REVISION) is None


FORMATS = ("", BOLD, ITALIC)
WORDS = ("Client", "Client's", "pays", "R&amp;D", "the", "a Client,", "&quot;Client&quot;")


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)))
    pieces, at = [], 0
    while at < len(text):
        size = draw(st.integers(1, 9))
        if "&" in text[at : at + size]:  # a reference is never parted
            size = text.index(";", at) + 1 - at
        preserve = draw(st.booleans()) or text[at] == " " or text[at + size - 1 : at + size] == " "
        pieces.append(run(text[at : at + size], properties=draw(st.sampled_from(FORMATS)), preserve=preserve))
        at += size
    return paragraph(*pieces)


@settings(max_examples=80, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=3))
def test_accepting_gives_the_plain_fix_and_rejecting_the_old_file(inside: list[str]) -> None:
    before = archive(body("".join(inside)))
    after = tracked(before)
    read_again, wanted = (read(decode(raw, display="a.docx")).blocks for raw in (after, plain(before)))
    assert [(block.text, block.marks) for block in read_again] == [(block.text, block.marks) for block in wanted]
    assert "".join(accepted(tree(after)).itertext()) == "".join(tree(plain(before)).itertext())
    assert runs(rejected(tree(after))) == runs(tree(before))
