"""Word processor files of every mixture: an edit changes its word, in its member, and nothing else."""

import io
import zipfile
from contextlib import suppress
from dataclasses import replace

import docx
from hypothesis import given
from hypothesis import strategies as st
from reading_laws import WORD, check_places, examples
from tests.docx_files import archive, body, paragraph, part, run

from termlint.linting.splicing import apply_edits
from termlint.linting.verifying import reads_as_planned
from termlint.model.editing import edits_for
from termlint.model.errors import UnreadableError
from termlint.reading import decode, read
from termlint.reading.docx.archive import open_archive, read_member, replace_members

TEXTS = st.lists(
    st.sampled_from(
        ("customer", "client", "cus", "tomer", " ", "  ", "a", "é", "😀", "&amp;", "&#99;ustomer", "\n", "{{", "}}", "'s", ".")
    ),
    max_size=5,
).map("".join)
FORMATTING = st.sampled_from(("", "<w:b/>", "<w:i/>", '<w:b w:val="0"/>', "<w:vanish/>", "<w:b/><w:i/>"))
RUNS = st.builds(
    lambda text, properties, preserve: run(text, properties=properties, preserve=preserve), TEXTS, FORMATTING, st.booleans()
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@st.composite
def pieces(draw: st.DrawFn) -> str:
    inside = draw(RUNS)
    return draw(
        st.sampled_from(
            (
                inside,
                inside,
                inside,
                f"<w:ins>{inside}</w:ins>",
                f"<w:del>{inside}</w:del>",
                f"<w:hyperlink>{inside}</w:hyperlink>",
                "<w:r><w:tab/></w:r>",
                "<w:r><w:br/></w:r>",
                "<w:proofErr/>",
                FIELD.format("HYPERLINK x", inside),
                FIELD.format("REF customer", inside),
            )
        )
    )


PARAGRAPHS = st.lists(pieces(), max_size=5).map(lambda runs: paragraph(*runs))


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    parts = []
    for inside in draw(st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=2), max_size=3)):
        text = "".join(inside)
        box = f"<w:txbxContent>{text}</w:txbxContent>"
        forms = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        around = draw(RUNS)
        table = f"<w:tbl><w:tr><w:tc>{text}</w:tc><w:tc>{text}</w:tc></w:tr></w:tbl>"
        parts.append(draw(st.sampled_from((text, table, paragraph(around, f"<w:r>{forms}</w:r>", around)))))
    members = body("".join(parts))
    if draw(st.booleans()):
        members["word/header1.xml"] = part("hdr", draw(PARAGRAPHS))
    return archive(members, method=draw(st.sampled_from((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))))


@given(documents(), st.sampled_from(("member", "R&D <x>", "é", "x")))
@examples(200)
def test_an_edit_changes_its_own_word_in_its_own_member_only(raw, replacement):
    source = decode(raw, display="a.docx")
    document = read(source)
    check_places(document)
    assert source.encode(source.text) == raw
    for block in document.blocks:
        for match in WORD.finditer(block.text):
            edits = edits_for(block, *match.span(), replacement)
            if edits is None:
                continue
            changed = replace(source, text=apply_edits(source.text, edits))
            after = decode(changed.encode(changed.text), display="a.docx")
            assert reads_as_planned(document, edits, read(after)), (block, edits)
            _require_same_members(raw, after.encode(after.text), changed=1)
            docx.Document(io.BytesIO(after.encode(after.text)))


def _require_same_members(before: bytes, after: bytes, *, changed: int) -> None:
    old, new = open_archive(before), open_archive(after)
    assert list(old.members) == list(new.members)
    records = [
        (old.raw[one.header : one.data + one.compressed], new.raw[two.header : two.data + two.compressed])
        for one, two in zip(old.members.values(), new.members.values(), strict=True)
    ]
    assert sum(one != two for one, two in records) == changed


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=8).filter(lambda name: "\0" not in name and not name.endswith("/")),
        st.binary(max_size=50),
        max_size=5,
    ),
    st.data(),
)
@examples(200)
def test_a_spliced_archive_holds_what_was_put_in(contents, data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", data.draw(st.sampled_from((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))) as file:
        for name, content in contents.items():
            file.writestr(name, content)
        file.comment = data.draw(st.binary(max_size=20).filter(lambda comment: b"PK" not in comment))
    opened = open_archive(out.getvalue())
    assert {name: read_member(opened, name, limit=100) for name in opened.members} == contents
    new = {name: data.draw(st.binary(max_size=50)) for name in contents if data.draw(st.booleans())}
    again = replace_members(opened, new)
    with zipfile.ZipFile(io.BytesIO(again)) as file:
        assert file.testzip() is None
        assert {name: file.read(name) for name in file.namelist()} == contents | new


@given(st.binary(max_size=200), st.data())
@examples(200)
def test_a_damaged_archive_is_read_or_refused(noise, data):
    raw = archive(body(paragraph(run("the customer"))))
    at = data.draw(st.integers(0, len(raw)))
    damaged = raw[:at] + noise + raw[at + data.draw(st.integers(0, 40)) :]
    with suppress(UnreadableError):
        read(decode(damaged, display="a.docx"))
