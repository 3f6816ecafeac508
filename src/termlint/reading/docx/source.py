"""A word processor's file as text: the XML of its prose parts, one after another."""

from dataclasses import dataclass, field

from termlint.model.errors import UnreadableError
from termlint.model.source import SourceText
from termlint.reading.docx.archive import Archive, open_archive, read_member, replace_members
from termlint.reading.docx.package import PART_LIMIT, Style, decode_part, prose_parts, read_styles

BORDER = "\0"
"""Stands between two parts: no XML can hold it."""
_TOTAL_LIMIT = 100_000_000


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    kind: str
    mark: bytes
    encoding: str
    text: str


@dataclass(frozen=True, slots=True)
class DocxSource(SourceText):
    """``text`` is the XML of the prose parts, parted by ``BORDER``; encoding it puts the changed parts back into the archive.

    So a docx passes through the pipeline as any text does: an edit replaces characters of ``text``, and an edited text can be
    read again.
    """

    archive: Archive | None = None
    parts: tuple[Part, ...] = ()
    styles: dict[str, Style] = field(default_factory=dict)

    @property
    def has_places(self) -> bool:
        return False

    def encode(self, text: str) -> bytes:
        assert self.archive is not None
        texts = text.split(BORDER)
        if len(texts) != len(self.parts):
            raise UnreadableError("not fixed: its parts can no longer be told apart")
        changed = {
            part.name: part.mark + new.encode(part.encoding)
            for part, new in zip(self.parts, texts, strict=True)
            if new != part.text
        }
        return replace_members(self.archive, changed)


def decode_docx(raw: bytes, *, display: str) -> DocxSource:
    """Raises ``UnreadableError`` for what is no docx, or one that could be read in two ways."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("encrypted, or in the old binary format of Word")
    archive = open_archive(raw)
    parts = []
    left = _TOTAL_LIMIT
    for name, kind in prose_parts(archive):
        content = read_member(archive, name, limit=min(PART_LIMIT, left))
        left -= len(content)
        text, mark, encoding = decode_part(content)
        parts.append(Part(name, kind, mark, encoding, text))
    signed = any(name.startswith("_xmlsignatures/") for name in archive.members)
    return DocxSource(
        path=display,
        text=BORDER.join(part.text for part in parts),
        fixable=not signed,
        unfixable="it is signed, and a change would break the signature",
        archive=archive,
        parts=tuple(parts),
        styles=read_styles(archive),
    )
