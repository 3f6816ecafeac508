"""The same agreement in other formats: plain text, HTML, and a word processor's file whose runs are split within words."""

import html
import io
import re
from collections.abc import Iterator

import docx
from docx.text.paragraph import Paragraph

_MARKED = re.compile(r"(\*\*.+?\*\*|\*[^*\s](?:[^*]*[^*\s])?\*)")


def as_text(markdown: str) -> str:
    lines = []
    for line in markdown.splitlines():
        if line.startswith("|"):
            cells = _cells(line)
            line = "" if _is_rule(cells) else "\t".join(cells)
        lines.append(re.sub(r"^#+ ", "", line))
    return "".join(text for text, _ in _pieces("\n".join(lines))) + "\n"


def as_html(markdown: str) -> str:
    parts = []
    for tag, text in _paragraphs(markdown):
        if tag == "tr":
            parts.append("<table><tr>" + "".join(f"<td>{_html(cell)}</td>" for cell in _cells(text)) + "</tr></table>")
        elif tag == "li":
            parts.append(f"<ul><li>{_html(text)}</li></ul>")
        else:
            parts.append(f"<{tag}>{_html(text)}</{tag}>")
    return "\n".join(parts).replace("</table>\n<table>", "\n").replace("</ul>\n<ul>", "\n") + "\n"


def as_docx(markdown: str) -> bytes:
    document = docx.Document()
    table = None
    for tag, text in _paragraphs(markdown):
        if tag == "tr":
            cells = _cells(text)
            table = table or document.add_table(0, len(cells))
            for cell, content in zip(table.add_row().cells, cells, strict=True):
                _fill(cell.paragraphs[0], content)
            continue
        table = None
        if tag in ("p", "li"):
            _fill(document.add_paragraph(style="List Bullet" if tag == "li" else None), text)
        else:
            _fill(document.add_heading(level=int(tag[1])), text)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _fill(paragraph: Paragraph, text: str) -> None:
    """In runs of five characters, so that hardly a word stands in one of them."""
    for piece, mark in _pieces(text):
        for start in range(0, len(piece), 5):
            run = paragraph.add_run(piece[start : start + 5])
            run.bold, run.italic = mark == "b" or None, mark == "i" or None


def docx_text(raw: bytes) -> str:
    return "\n".join(
        "".join(each.text or "" for each in one.iter(_TEXT)) for one in docx.Document(io.BytesIO(raw)).element.iter(_P)
    )


_P, _TEXT = (f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}" for name in "pt")


def _paragraphs(markdown: str) -> Iterator[tuple[str, str]]:
    """The lines of a paragraph stay together, with their ends."""
    for group in re.split(r"\n\s*\n", markdown.strip("\n")):
        lines: list[str] = []
        for line in group.splitlines():
            marks, _, text = line.partition(" ")
            if marks and not marks.strip("#"):
                yield f"h{len(marks)}", text
            elif line.startswith("|"):
                if not _is_rule(_cells(line)):
                    yield "tr", line
            elif line.startswith("- "):
                yield "li", text
            elif re.match(r"\d+\.\s", line):
                yield "p", line
            else:
                lines.append(line.strip())
        if lines:
            yield "p", "\n".join(lines)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _is_rule(cells: list[str]) -> bool:
    return not "".join(cells).strip("-: ")


def _html(text: str) -> str:
    tags = {"b": "<b>{}</b>", "i": "<em>{}</em>", "": "{}"}
    marked = "".join(tags[mark].format(html.escape(piece, quote=False)) for piece, mark in _pieces(text))
    return marked.replace("\n", "<br>\n")


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Stretches of text with ``b``, ``i`` or no mark."""
    for piece in _MARKED.split(text):
        if piece.startswith("**") and len(piece) > 4:
            yield piece[2:-2], "b"
        elif piece.startswith("*") and len(piece) > 2:
            yield piece[1:-1], "i"
        elif piece:
            yield piece, ""
