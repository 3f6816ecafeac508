"""Word processor files: what is read, where it is said to stand, and what a fix leaves alone."""

import io
import struct
import zipfile
from dataclasses import replace

import docx
import pytest
from tests.docx_files import MC, W, archive, body, paragraph, part, run

from termlint.linting.splicing import apply_edits
from termlint.model.document import Block, BlockKind, Document, MarkKind
from termlint.model.editing import edits_for
from termlint.model.errors import UnreadableError
from termlint.reading import decode, read

CUSTOMER = paragraph(run("the customer"))


def blocks_of(inside: str, **parts: str) -> tuple[Block, ...]:
    named = {f"word/{name}.xml": content for name, content in parts.items()}
    return read(decode(archive(body(inside) | named), display="a.docx")).blocks


def texts(inside: str, **parts: str) -> list[str]:
    return [block.text for block in blocks_of(inside, **parts)]


def fixed(raw: bytes, word: str, new: str) -> bytes:
    """With every ``word`` replaced that may be."""
    source = decode(raw, display="a.docx")
    edits = []
    for block in read(source).blocks:
        at = block.text.find(word)
        while at >= 0:
            edits += edits_for(block, at, at + len(word), new) or ()
            at = block.text.find(word, at + 1)
    return source.encode(apply_edits(source.text, edits))


def part_of(raw: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        return file.read(name).decode()


def test_61_a_word_over_three_runs_keeps_the_formatting_of_its_first_and_of_what_follows():
    runs = run("the cus"), run("tom", properties="<w:b/>"), run("er", properties="<w:i/>"), run(" pays", properties="<w:i/>")
    raw = fixed(archive(body(paragraph(*runs))), "customer", "client")
    told = [(one.text, one.bold, one.italic) for one in docx.Document(io.BytesIO(raw)).paragraphs[0].runs]
    assert told == [("the client", None, None), ("", True, None), ("", None, True), (" pays", None, True)]


def test_61_a_blank_at_the_beginning_of_a_run_is_not_laid_bare():
    runs = run("the cus", preserve=False), run("tomer pays", preserve=False)
    raw = fixed(archive(body(paragraph(*runs))), "customer", "client")
    assert [one.text for one in docx.Document(io.BytesIO(raw)).paragraphs[0].runs] == ["the clien", "t pays"]


def test_61_insertions_are_read_deletions_and_moved_text_are_not():
    deleted = run("customer").replace("w:t", "w:delText")
    inside = paragraph(
        f"<w:ins>{run('our customer')}</w:ins><w:del>{deleted}{run('customer')}</w:del>"
        f"<w:moveFrom>{run('customer')}</w:moveFrom>"
        f"<w:moveTo>{run(' pays')}</w:moveTo>"
    )
    assert texts(inside) == ["our customer pays"]


def test_61_field_codes_are_no_text_and_field_results_no_place_for_an_edit():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} customer </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    (reference,) = blocks_of(paragraph(run("see "), field.format("REF", run("customer")), run(".")))
    assert reference.text == "see customer."
    assert edits_for(reference, 4, 12, "client") is None
    (link,) = blocks_of(paragraph(field.format("HYPERLINK", run("customer"))))
    assert edits_for(link, 0, 8, "client") is not None
    assert texts(paragraph(field.format("TOC", run("customer")))) == []


def test_62_a_text_box_is_read_once_and_both_its_forms_are_edited():
    box = f"<w:txbxContent>{CUSTOMER}</w:txbxContent>"
    forms = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    inside = paragraph(run("Above customer "), f"<w:r>{forms}</w:r>", run("and below."))
    assert texts(inside) == ["Above customer and below.", "the customer"]
    raw = fixed(archive(body(inside)), "customer", "client")
    assert part_of(raw).count("client") == 3
    assert "customer" not in part_of(raw)


def test_62_a_text_box_whose_forms_differ_is_read_once_and_left_alone():
    forms = (
        f"<mc:AlternateContent><mc:Choice><w:txbxContent>{CUSTOMER}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{paragraph(run('a customer'))}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    (block,) = blocks_of(paragraph(f"<w:r>{forms}</w:r>"))
    assert block.text == "the customer"
    assert edits_for(block, 4, 12, "client") is None


def test_62_headers_notes_and_nested_tables():
    nested = f"<w:tbl><w:tr><w:tc>{CUSTOMER}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Party'))}</w:tc></w:tr><w:tr><w:tc>{nested}{CUSTOMER}</w:tc></w:tr></w:tbl>"
    blocks = blocks_of(
        paragraph(run("Scope"), style="Mine") + CUSTOMER + table,
        header1=part("hdr", CUSTOMER),
        footnotes=part("footnotes", f'<w:footnote w:id="3">{CUSTOMER}</w:footnote>'),
        comments=part("comments", CUSTOMER),
    )
    assert [(block.kind.value, block.trail, block.location and block.location.label) for block in blocks] == [
        ("heading", (), 'paragraph 1, "Scope"'),
        ("paragraph", (), 'paragraph 2, "Scope"'),
        ("cell", (), 'table 1, row 1, column 1, "Scope"'),
        ("cell", (), 'table 2, row 1, column 1, "Scope"'),
        ("cell", ("Party",), 'table 1, row 2, column 1, "Scope"'),
        ("paragraph", (), "header, paragraph 1"),
        ("paragraph", (), "footnote 3"),
    ]


def test_62_references_are_read_and_written_as_such():
    raw = archive(body(paragraph(run("R&amp;D of the customer"))))
    assert "R&amp;D of the Q&amp;A &lt;b&gt;" in part_of(fixed(raw, "customer", "Q&A <b>"))


def test_62_blanks_at_the_ends_of_a_run_count_only_where_they_are_preserved():
    assert texts(paragraph(run("a "), run("b ", preserve=False), run("c"))) == ["a bc"]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (archive({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "DOCTYPE"),
        (archive({}), "no word processor document"),
        (archive({"word/document.xml": "<a>"}), "no well-formed XML"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted, or in the old binary format"),
        (b"customer", "no zip archive"),
        (b"", "no zip archive"),
        (archive({"word/document.xml": bytes(60_000_000)}), "more than the limit"),
        (archive({"word/document.xml": b"<a>\xe9</a>"}), "neither UTF-8 nor UTF-16"),
    ],
    ids=["DOCTYPE", "no document", "no XML", "an old file", "no archive", "nothing", "a bomb", "Latin-1"],
)
def test_63_what_cannot_be_read_safely_is_refused(raw, told):
    with pytest.raises(UnreadableError, match=told):
        read(decode(raw, display="a.docx"))


def _patched(raw: bytes, name: bytes, at: int, value: bytes) -> bytes:
    """With a field of the member's directory entry changed."""
    entry = raw.rindex(b"PK\1\2", 0, raw.rindex(name))
    return raw[: entry + at] + value + raw[entry + at + len(value) :]


@pytest.mark.parametrize(
    ("at", "value", "told"),
    [
        (8, struct.pack("<H", 1), "encrypted"),
        (10, struct.pack("<H", 12), "not what its directory says"),
        (16, struct.pack("<L", 7), "not what its directory says"),
        (20, struct.pack("<L", 5), "cannot be unpacked|not what its directory says"),
        (24, struct.pack("<L", 9), "not what its directory says"),
        (24, struct.pack("<L", 0xFFFFFFFF), "zip64"),
        (42, struct.pack("<L", 0), "not what its directory says"),
    ],
)
def test_63_a_directory_that_lies_is_refused(at, value, told):
    raw = _patched(archive(body(CUSTOMER)), b"word/document.xml", at, value)
    with pytest.raises(UnreadableError, match=told):
        decode(raw, display="a.docx")


def test_63_a_member_that_stands_in_it_twice_is_refused():
    out = io.BytesIO(archive(body(CUSTOMER)))
    with zipfile.ZipFile(out, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("word/document.xml", part("document", ""))
    with pytest.raises(UnreadableError, match="stands in it twice"):
        decode(out.getvalue(), display="a.docx")


def test_63_a_signed_file_is_read_and_never_changed():
    source = decode(archive(body(CUSTOMER) | {"_xmlsignatures/sig1.xml": "<a/>"}), display="a.docx")
    assert not source.fixable
    assert [block.text for block in read(source).blocks] == ["the customer"]


def test_63_hostile_nesting_is_read():
    deep = "<w:p>" * 20_000 + run("customer") + "</w:p>" * 20_000
    assert texts(deep) == ["customer"]
    boxes = "<mc:AlternateContent><mc:Choice>" * 5_000 + CUSTOMER + "</mc:Choice></mc:AlternateContent>" * 5_000
    assert texts(boxes) == ["the customer"]
    assert texts("<w:tbl><w:tr><w:tc>" * 5_000 + CUSTOMER + "</w:tc></w:tr></w:tbl>" * 5_000) == ["the customer"]
    assert texts(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 5_000 + run("customer"))) == ["customer"]


def test_64_an_empty_edit_gives_the_same_bytes_and_another_leaves_every_other_member():
    document = docx.Document()
    document.add_heading("Scope", 1)
    document.add_paragraph("Our customer pays.")
    document.sections[0].header.paragraphs[0].text = "A header"
    out = io.BytesIO()
    document.save(out)
    source = decode(out.getvalue(), display="a.docx")
    assert source.encode(source.text) == out.getvalue()
    raw = fixed(out.getvalue(), "customer", "client")
    with zipfile.ZipFile(out) as before, zipfile.ZipFile(io.BytesIO(raw)) as after:
        assert after.testzip() is None
        assert before.namelist() == after.namelist()
        for old, new in zip(before.infolist(), after.infolist(), strict=True):
            changed = old.filename == "word/document.xml"
            assert (_packed(out.getvalue(), old) != _packed(raw, new)) is changed
            assert (old.date_time, old.external_attr) == (new.date_time, new.external_attr)
    assert [one.text for one in docx.Document(io.BytesIO(raw)).paragraphs] == ["Scope", "Our client pays."]


def _packed(raw: bytes, member: zipfile.ZipInfo) -> bytes:
    name, extra = struct.unpack_from("<2H", raw, member.header_offset + 26)
    return raw[member.header_offset : member.header_offset + 30 + name + extra + member.compress_size]


def test_64_a_member_written_as_a_stream_can_be_replaced():
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

    out = Stream()
    with zipfile.ZipFile(io.BytesIO(archive(body(CUSTOMER)))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    raw = fixed(out.getvalue(), "customer", "client")
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        assert file.testzip() is None
        assert "the client" in file.read("word/document.xml").decode()


def document_of(*paragraphs: tuple[str, str]) -> Document:
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    out = io.BytesIO()
    document.save(out)
    return read(decode(out.getvalue(), display="a.docx"))


def test_styles_tell_headings_items_and_quotations():
    read_ = document_of(
        ("Services agreement", "Title"),
        ("Scope", "Heading 1"),
        ("Details", "Heading 2"),
        ("One", "List Bullet"),
        ("Two", "Normal"),
        ("Three", "Quote"),
        ("Four", "Caption"),
    )
    assert read_.title == "Services agreement"
    assert [(block.kind, block.level, block.headings, block.quoted) for block in read_.blocks[1:]] == [
        (BlockKind.HEADING, 1, (), False),
        (BlockKind.HEADING, 2, ("Scope",), False),
        (BlockKind.ITEM, 1, ("Scope", "Details"), False),
        (BlockKind.PARAGRAPH, 0, ("Scope", "Details"), False),
        (BlockKind.PARAGRAPH, 0, ("Scope", "Details"), True),
        (BlockKind.CAPTION, 0, ("Scope", "Details"), False),
    ]


def test_python_docx_sees_the_same_paragraphs():
    document = docx.Document()
    said = ["Our customers", "a\u00a0b é 😀", "x < y & z", "tab\tand\nline"]
    for text in said:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    assert [block.text for block in read(decode(out.getvalue(), display="a.docx")).blocks] == said


def test_placeholders_over_runs_are_no_prose_and_formatting_over_runs_is_one():
    (block,) = blocks_of(
        paragraph(run("{{cus"), run("tomer}} is a "), run("cus", properties="<w:b/>"), run("tomer", properties="<w:b/>"))
    )
    assert block.text == "\ufffc is a customer"
    assert [(mark.kind, block.text[mark.start : mark.end]) for mark in block.marks if mark.kind is MarkKind.STRONG] == [
        (MarkKind.STRONG, "customer")
    ]


def test_hidden_text_prompts_and_comments_are_not_read():
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{CUSTOMER}</w:sdtContent></w:sdt>"
    control = f"<w:sdt><w:sdtContent>{paragraph(run('a client'))}</w:sdtContent></w:sdt>"
    assert texts(prompt + control + paragraph(run("customer", properties="<w:vanish/>"))) == ["a client"]


def test_strict_files_other_prefixes_and_utf_16():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    inside = "<x:body><x:p><x:r><x:t>customer é</x:t></x:r></x:p></x:body>"
    xml = f'<x:document xmlns:x="{strict}" xmlns:m="{MC}">{inside}</x:document>'
    raw = archive({"word/document.xml": xml.encode("utf-16")})
    assert W not in xml
    assert [block.text for block in read(decode(raw, display="a.docx")).blocks] == ["customer é"]
    again = fixed(raw, "customer", "client")
    with zipfile.ZipFile(io.BytesIO(again)) as file:
        assert file.read("word/document.xml") == xml.replace("customer", "client").encode("utf-16")


def test_an_edit_that_breaks_the_parts_apart_is_refused():
    source = decode(archive(body(CUSTOMER)), display="a.docx")
    with pytest.raises(UnreadableError):
        source.encode(replace(source, text="a\0b").text)
