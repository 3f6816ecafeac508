"""From a file's values to its document."""

from collections.abc import Iterator, Sequence

from termlint.model.document import Block, BlockKind, Document, Location
from termlint.model.prose_fields import ProseFields
from termlint.model.source import SourceText
from termlint.reading.fields.copies import with_copy
from termlint.reading.fields.macros import Macro, find_macros
from termlint.reading.fields.manifests import is_manifest
from termlint.reading.fields.prose import has_letters, holds_interface_texts, is_prose
from termlint.reading.fields.selection import matches_path
from termlint.reading.fields.texts import text_blocks
from termlint.reading.fields.value import Value


def document_of(
    source: SourceText,
    values: Sequence[Value],
    *,
    format: str,
    fields: ProseFields,
    table: bool = False,
    markdown: bool = False,
) -> Document:
    """``markdown``: a text of several lines is Markdown."""
    reading = _Reading(source.path, fields, table, markdown)
    blocks = sorted(reading.blocks(values), key=lambda block: block.segments[0].source_start)
    return Document(source.path, source.text, format, tuple(blocks))


class _Reading:
    def __init__(self, path: str, fields: ProseFields, table: bool, markdown: bool) -> None:
        self.fields = fields
        self.table = table
        self.markdown = markdown
        self.manifest = is_manifest(path) and not fields.prose
        self.interface = holds_interface_texts(path)

    def blocks(self, values: Sequence[Value]) -> Iterator[Block]:
        if self.manifest:
            return
        macros, taken = find_macros(values, table=self.table)
        for macro in macros:
            record = macro.texts[0][1].record
            texts = [(name, value) for name, value in macro.texts if self.wanted(value) is not False]
            taken |= {(value.record, value.path) for _, value in macro.texts}
            if macro.noun and not self.fields.prose:  # its title is for those who pick it
                taken.add((record, macro.title_path))
            yield from self.macro_blocks(macro, texts)
        for value in values:
            if value.passage is None or not has_letters(value.text):
                continue
            if (value.record, value.path) in taken:
                continue
            wanted = self.wanted(value)
            if is_prose(value, interface=self.interface) if wanted is None else wanted:
                location = _cell(value) if self.table else None
                yield from text_blocks(value, location=location, markdown=self.markdown)

    def wanted(self, value: Value) -> bool | None:
        """What the house style says of it; None: nothing."""
        if any(matches_path(glob, value.path) for glob in self.fields.skip):
            return False
        if self.fields.prose:
            return any(matches_path(glob, value.path) for glob in self.fields.prose)
        return None

    def macro_blocks(self, macro: Macro, texts: Sequence[tuple[str, Value]]) -> Iterator[Block]:
        headings = tuple(part for part in (step.strip() for step in macro.title.split("::")) if part)
        read: list[tuple[Block, ...]] = []
        for name, value in sorted(texts, key=lambda text: "<" not in text[1].text):  # the richer copy first
            location = _macro_place(macro, name, value, table=self.table)
            blocks = text_blocks(value, headings=headings, location=location, kind=BlockKind.PARAGRAPH, markdown=self.markdown)
            for number, earlier in enumerate(read):
                joined = with_copy(earlier, blocks)
                if joined is not None:
                    read[number] = joined
                    break
            else:
                read.append(blocks)
        for blocks in read:
            yield from blocks


def _macro_place(macro: Macro, field: str, value: Value, *, table: bool) -> Location:
    label = f'{macro.noun or "record"} "{macro.title}"' + (f" (id {macro.id})" if macro.id else "")
    details = [("title", macro.title), ("id", macro.id), ("field", field)]
    if table:
        details.append(("row", str(value.record)))
    return Location(label, tuple((name, told) for name, told in details if told))


def _cell(value: Value) -> Location:
    column = value.path[-1]
    return Location(f'row {value.record}, column "{column}"', (("row", str(value.record)), ("column", column)))
