"""The same agreement in other formats: plain text, HTML, and a word processor's file whose runs are split within words."""

import html
import io
import re
from collections.abc import Iterator

import docx

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def as_text(markdown: str) -> str:
    return re.sub(r"(?m)^#+ ", "", markdown).replace("**", "")


def as_html(markdown: str) -> str:
    parts = []
    for tag, text in _paragraphs(markdown):
        marked = _BOLD.sub(r"<b>\1</b>", html.escape(text, quote=False))
        parts.append(f"<{tag}>{marked}</{tag}>")
    return "\n".join(parts) + "\n"


def as_docx(markdown: str) -> bytes:
    document = docx.Document()
    for tag, text in _paragraphs(markdown):
        paragraph = document.add_heading(level=int(tag[1])) if tag != "p" else document.add_paragraph()
        for number, piece in enumerate(_BOLD.split(text)):
            for start in range(0, len(piece), 5):
                paragraph.add_run(piece[start : start + 5]).bold = bool(number % 2) or None
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def docx_text(raw: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(raw)).paragraphs)


def _paragraphs(markdown: str) -> Iterator[tuple[str, str]]:
    for line in markdown.splitlines():
        if line.strip():
            marks, _, text = line.partition(" ")
            if marks and not marks.strip("#"):
                yield f"h{len(marks)}", text
            else:
                yield "p", line.strip()
