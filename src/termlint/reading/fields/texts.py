"""The text of one value: HTML, Markdown or plain, as it looks, read by that format's reader and told in the file's places."""

import html
import re
from dataclasses import replace

from termlint.model.document import Block, BlockKind, Location, Segment
from termlint.model.source import SourceText
from termlint.reading.blocks import block_of, finished_passage, with_fallbacks
from termlint.reading.composing import compose
from termlint.reading.fields.value import Value
from termlint.reading.html import html_blocks
from termlint.reading.markdown import read_markdown
from termlint.reading.passage import PassageBuilder
from termlint.reading.placeholders import mask_placeholders
from termlint.reading.plain_text import read_plain_text

_HTML_BLOCK = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|table|tr|td|blockquote|section|html|body|pre|hr)[\s/>]", re.IGNORECASE
)
_HTML = re.compile(r"</?[A-Za-z][\w\-]{0,30}(?:\s[^<>]{0,2000})?/?>")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKDOWN = re.compile(r"\]\(|\*\*\S|`|^#{1,6}\s|^[ \t]*(?:```|[*\-+]\s|\d+\.\s|>\s)|\[\w[^\]\n]{0,100}\]\[", re.MULTILINE)


def text_blocks(
    value: Value,
    *,
    headings: tuple[str, ...] = (),
    location: Location | None = None,
    kind: BlockKind = BlockKind.FIELD,
    markdown: bool = False,
) -> tuple[Block, ...]:
    """The blocks of a value. ``kind`` is that of a text of one line; ``markdown``: of several lines, it is Markdown."""
    assert value.passage is not None
    outer = value.passage.segments
    blocks = [compose(block, outer, value.writers) for block in _read(value.text, kind=kind, markdown=markdown)]
    return tuple(
        replace(block, headings=headings + block.headings, trail=value.trail + block.trail, location=location or block.location)
        for block in blocks
    )


def _read(text: str, *, kind: BlockKind, markdown: bool) -> tuple[Block, ...]:
    if _HTML_BLOCK.search(text):
        return html_blocks(text)
    lines = "\n" in text.strip() or "\r" in text.strip()
    if _MARKDOWN.search(text) or (markdown and lines):
        blocks = _body(read_markdown(SourceText("", "\n" + text)).blocks)
        return _alone(blocks, kind) if not lines else blocks
    if _HTML.search(text) or _has_reference(text):
        return _alone(html_blocks(text), kind)
    if lines:
        return read_plain_text(SourceText("", text)).blocks
    masked = mask_placeholders(text)
    builder = PassageBuilder()
    builder.copy(masked.text, 0)
    finished = finished_passage(builder.build(), masked)
    return with_fallbacks([block_of(finished, kind=kind)], masked) if finished else ()


def _has_reference(text: str) -> bool:
    """Whether it is written as HTML. A letter of a word does not count: a fix may take it away, and nothing else may change."""
    signs = (html.unescape(match[0]) for match in _REFERENCE.finditer(text))
    return any(not (sign.isascii() and sign.isalnum()) for sign in signs)


def _alone(blocks: tuple[Block, ...], kind: BlockKind) -> tuple[Block, ...]:
    return tuple(replace(block, kind=kind) if block.kind is BlockKind.PARAGRAPH else block for block in blocks)


def _body(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """In the text's own places: it was read behind a line end, so that no front matter could begin it."""
    return tuple(
        replace(
            block,
            segments=tuple(
                Segment(one.start, one.end, one.source_start - 1, one.source_end - 1, one.kind) for one in block.segments
            ),
        )
        for block in blocks
    )
