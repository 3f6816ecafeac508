"""XLIFF 1.2 and 2: English targets can be fixed; an English source is only read, since the translations hang on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from termlint.model.document import Block, BlockKind, Document, SegmentKind
from termlint.model.source import SourceText
from termlint.reading.asides import Asides
from termlint.reading.blocks import block_of, finished_text
from termlint.reading.languages import is_english
from termlint.reading.passage import PassageBuilder
from termlint.reading.suppressions import find_suppressions
from termlint.reading.xml import XmlHandlers, add_text, escape_xml, parse_xml

_UNREAD = frozenset(("alt-trans", "seg-source", "ph", "it", "bpt", "ept", "note", "notes", "originalData", "sub"))
"""Other versions of the text, and native code within it."""
_UNITS = frozenset(("trans-unit", "unit"))


def read_xliff(source: SourceText) -> Document:
    """Raises ``UnreadableError`` where the file is no well-formed XML."""
    reading = _Reading(source.text)
    asides = Asides()
    reading.handlers = XmlHandlers(reading.start, reading.end, reading.text, lambda *place: asides.comments.append(place))
    parse_xml(source.text, reading.handlers)
    suppressions = find_suppressions(source.text, asides, reading.blocks)
    return Document(source.path, source.text, "xliff", tuple(reading.blocks), suppressions=suppressions)


@dataclass(slots=True)
class _Reading:
    source: str
    blocks: list[Block] = field(default_factory=list)
    languages: dict[str, str] = field(default_factory=dict)
    frozen: list[bool] = field(default_factory=list)
    """Of every open element: whether it, or one around it, says ``translate="no"``."""
    unread: int = 0
    unit: str = ""
    builder: PassageBuilder | None = None
    handlers: XmlHandlers | None = None

    def start(self, full: str, attributes: Mapping[str, str], _at: int) -> None:
        name = full.rpartition("}")[2]
        self.frozen.append(attributes.get("translate") == "no" or bool(self.frozen and self.frozen[-1]))
        self.unread += name in _UNREAD
        if name == "xliff":
            self.languages = {"source": attributes.get("srcLang", ""), "target": attributes.get("trgLang", "")}
        elif name == "file":
            for side in ("source", "target"):
                self.languages[side] = attributes.get(f"{side}-language", self.languages.get(side, ""))
        elif name in _UNITS:
            self.unit = attributes.get("id", "")
        elif name in ("source", "target") and self.builder is None and not self.unread and not self.frozen[-1]:
            own = next((value for key, value in attributes.items() if key.endswith("}lang")), "")
            if is_english(own or self.languages.get(name, "")):
                self.builder = PassageBuilder()

    def end(self, full: str, _at: int) -> None:
        name = full.rpartition("}")[2]
        self.frozen.pop()
        self.unread -= name in _UNREAD
        if name in ("source", "target") and not self.unread and self.builder is not None:
            builder, self.builder = self.builder, None
            self.add(builder, name)

    def text(self, data: str, at: int) -> None:
        if self.builder is None or self.unread:
            return
        if (self.frozen and self.frozen[-1]) or (self.handlers and self.handlers.verbatim):
            self.builder.guard(data, at, at + len(data))
        else:
            add_text(self.builder, self.source, data, at)

    def add(self, builder: PassageBuilder, side: str) -> None:
        passage = finished_text(builder.build())
        if passage is None:
            return
        trail = (self.unit, side) if self.unit else (side,)
        block = block_of(passage, kind=BlockKind.PARAGRAPH, trail=trail, writers=(escape_xml,))
        if side == "source":
            block = replace(block, segments=tuple(replace(one, kind=SegmentKind.GUARDED) for one in block.segments))
        self.blocks.append(block)
