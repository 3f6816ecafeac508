"""PDF: read page by page where the extra is installed. It is never changed."""

import io
import logging
import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from termlint.model.document import Block, Document, Location
from termlint.model.errors import UnreadableError
from termlint.model.source import SourceText
from termlint.reading.plain_text import read_plain_text

_PAGES = 5_000
_CHARACTERS = 20_000_000
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-z])")
_QUOTE = 60


@dataclass(frozen=True, slots=True)
class PdfSource(SourceText):
    """``text`` is what the pages say, one after another, each beginning at one of ``pages``."""

    pages: tuple[int, ...] = ()

    @property
    def has_places(self) -> bool:
        return False


def decode_pdf(raw: bytes, *, display: str) -> PdfSource:
    """Raises ``UnreadableError``: without the extra, and for files that are encrypted, damaged or have no text."""
    try:
        import pypdf
    except ImportError as error:
        raise UnreadableError('a PDF is read by an extra: pip install "termlint[pdf]"') from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it has to say of a damaged file, the skip says
    try:
        texts = _page_texts(pypdf.PdfReader(io.BytesIO(raw)))
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError(f"a damaged PDF ({type(error).__name__})") from error
    if not any(text.strip() for text in texts):
        raise UnreadableError("a PDF without text (scanned pages are images)")
    pages, parts, size = [], [], 0
    for text in texts:
        pages.append(size)
        parts.append(text + "\n\n")
        size += len(parts[-1])
    return PdfSource(display, "".join(parts), fixable=False, unfixable="a PDF is only read", pages=tuple(pages))


def read_pdf(source: SourceText) -> Document:
    """Never raises."""
    assert isinstance(source, PdfSource)
    document = read_plain_text(source)
    return replace(document, format="pdf", blocks=tuple(_placed(block, source.pages) for block in document.blocks))


def _page_texts(reader: object) -> list[str]:
    import pypdf

    assert isinstance(reader, pypdf.PdfReader)
    if reader.is_encrypted:
        raise UnreadableError("it is encrypted")
    if len(reader.pages) > _PAGES:
        raise UnreadableError(f"{len(reader.pages):,} pages, more than the limit of {_PAGES:,}")
    texts = []
    left = _CHARACTERS
    for page in reader.pages:
        text = page.extract_text()
        left -= len(text)
        if left < 0:
            raise UnreadableError(f"more text than the limit of {_CHARACTERS:,} characters")
        texts.append(joined_lines(text))
    return texts


def joined_lines(text: str) -> str:
    """With words joined that a hyphen parts at a line's end, and a blank line where a paragraph seems to end.

    >>> joined_lines("Our cus-\\ntomers pay.")
    'Our customers pay.'
    """
    text = _HYPHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))
    lines = text.split("\n")
    width = max(map(len, lines))
    parts = []
    for line in lines:
        parts.append(line + "\n")
        if line.rstrip().endswith((".", "!", "?", ":")) and len(line.rstrip()) < 0.75 * width:
            parts.append("\n")
    return "".join(parts)[:-1]


def _placed(block: Block, pages: tuple[int, ...]) -> Block:
    page = str(bisect_right(pages, block.segments[0].source_start))
    quote = block.text if len(block.text) <= _QUOTE else block.text[: _QUOTE - 1].rstrip() + "…"
    return replace(block, location=Location(f'page {page}, "{quote}"', (("page", page), ("quote", quote))))
