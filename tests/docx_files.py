"""Word processor files made by hand, so that a test can hold exactly the XML it is about."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = {
    "word/document.xml": "document.main+xml",
    "word/header1.xml": "header+xml",
    "word/footer1.xml": "footer+xml",
    "word/footnotes.xml": "footnotes+xml",
    "word/endnotes.xml": "endnotes+xml",
    "word/styles.xml": "styles+xml",
    "word/comments.xml": "comments+xml",
}
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Clause"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
)


def part(name: str, inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} xmlns:w="{W}" xmlns:mc="{MC}">{inside}</w:{name}>'
    )


def body(inside: str) -> dict[str, str]:
    return {"word/document.xml": part("document", f"<w:body>{inside}</w:body>"), "word/styles.xml": part("styles", STYLES)}


def run(text: str, *, properties: str = "", preserve: bool = True) -> str:
    space = ' xml:space="preserve"' if preserve else ""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t{space}>{text}</w:t></w:r>"


def paragraph(*runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def archive(members: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A docx with these members, its content types and what Word adds that nobody reads."""
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPE}{kind}"/>' for name, kind in _TYPES.items() if name in members
    )
    types = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{listed}</Types>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        whole = {"[Content_Types].xml": types, "_rels/.rels": relations, **members, "docProps/app.xml": "<a>customer</a>"}
        for name, content in whole.items():
            file.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), content, compress_type=method)
    return out.getvalue()
