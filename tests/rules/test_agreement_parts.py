"""An agreement in a word processor's file whose party is defined and named in every part that prints."""

import re

import pytest
from tests.docx_files import archive, body, paragraph, part, run

from termlint.config import default
from termlint.linting.fixing import UNSAFE, fix_source
from termlint.model.revision import Revision
from termlint.reading import decode, read

STYLE = default().for_path("a.docx")
DEFINITION = 'In this letter Ms Orla Wray is called the "{}".'
USES = {
    "body": "Tarn Solicitors shall advise the {} on the estate and represent the {} before the court.",
    "cell": "The fee is paid by the {} at the end of the retainer.",
    "box": "Our duty of confidence to the {} does not end.",
    "header": "Letter of engagement of the {}",
    "footnote": "The {}'s instructions may be given by telephone.",
    "endnote": "The {} may end this engagement at any time.",
    "footer": "Signed by the {}: ____",
}


def letter(word: str, place: str) -> bytes:
    """With the definition before the use in ``place``."""
    told = {name: text.replace("{}", word) for name, text in USES.items()}
    inside = {name: paragraph(run(text)) for name, text in told.items()}
    inside[place] = paragraph(*(run(piece) for piece in re.findall(".{1,9}", DEFINITION.format(word)))) + inside[place]
    box = f"<w:txbxContent>{inside['box']}</w:txbxContent>"
    forms = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    text = paragraph(run("This letter of engagement sets out the terms on which we act."), style="H1") + inside["body"]
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Fee'))}</w:tc><w:tc>{inside['cell']}</w:tc></w:tr></w:tbl>"
    return archive(
        body(text + table + paragraph(f"<w:r>{forms}</w:r>"))
        | {
            "word/header1.xml": part("hdr", inside["header"]),
            "word/footer1.xml": part("ftr", inside["footer"]),
            "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{inside["footnote"]}</w:footnote>'),
            "word/endnotes.xml": part("endnotes", f'<w:endnote w:id="2">{inside["endnote"]}</w:endnote>'),
        }
    )


def texts(raw: bytes) -> list[str]:
    return [block.text for block in read(decode(raw, display="a.docx")).blocks]


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize("place", USES)
def test_a_party_defined_in_any_part_is_renamed_in_all_of_them(place: str, tracked: bool) -> None:
    wrong, right = letter("Customer", place), letter("Client", place)
    source = decode(wrong, display="a.docx")
    (finding,) = fix_source(source, STYLE, wanted=frozenset()).findings
    assert (finding.code, len(finding.related)) == ("TL301", len(USES) + 1)
    assert finding.location is not None
    assert {"body": "paragraph", "cell": "table", "box": "text box"}.get(place, place) in finding.location.label
    revision = Revision("Jo", "2026-01-01T00:00:00Z") if tracked else None
    fixed = fix_source(source, STYLE, wanted=UNSAFE, revision=revision)
    assert fixed.source is not None
    assert (fixed.findings, texts(fixed.source.encode(fixed.source.text))) == ((), texts(right))
    assert ("<w:delText" in fixed.source.text) is tracked
