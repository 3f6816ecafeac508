"""XML with exact places: expat's events, every stretch of text checked against the source."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from termlint.model.errors import UnreadableError
from termlint.reading.offsets import code_points
from termlint.reading.passage import PassageBuilder

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{1,8});")


@dataclass(slots=True)
class XmlHandlers:
    """Called in the order of the source. Names are ``{namespace}local``; places are code points of the whole text."""

    start: Callable[[str, Mapping[str, str], int], None]
    end: Callable[[str, int], None]
    """With the place where the end tag begins (of ``<x/>``: where the tag ends)."""
    text: Callable[[str, int], None]
    comment: Callable[[int, int], None] | None = None
    """With the places where a comment begins and ends."""
    verbatim: bool = False
    """Set while the text stands in a CDATA section, where nothing is spelled otherwise."""


def parse_xml(text: str, handlers: XmlHandlers, *, at: int = 0) -> None:
    """Parse a document that stands at ``at`` of the source.

    Raises ``UnreadableError``, for a DOCTYPE too, so that there are no entities.
    """
    parser = expat.ParserCreate("utf-8", "}")
    parser.buffer_text = False
    convert = code_points(text)

    def place() -> int:
        index = parser.CurrentByteIndex
        return at + (convert(index) if convert else index)

    parser.StartElementHandler = lambda name, attributes: handlers.start(name, attributes, place())
    parser.EndElementHandler = lambda name: handlers.end(name, place())
    parser.CharacterDataHandler = lambda data: handlers.text(data, place())
    parser.StartCdataSectionHandler = lambda: setattr(handlers, "verbatim", True)
    parser.EndCdataSectionHandler = lambda: setattr(handlers, "verbatim", False)
    if (see_comment := handlers.comment) is not None:
        parser.CommentHandler = lambda _: see_comment(place(), text.index("-->", place() - at) + 3 + at)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise UnreadableError(f"no well-formed XML (line {error.lineno}: {expat.ErrorString(error.code)})") from error
    except UnicodeEncodeError as error:
        raise UnreadableError("no well-formed XML (half of a character)") from error


def add_text(builder: PassageBuilder, source: str, data: str, at: int) -> None:
    """Text that the parser gave for ``source[at…]``: as it stands there, as one reference, else guarded."""
    reference = _REFERENCE.match(source, at) if len(data) == 1 and source.startswith("&", at) else None
    if reference:
        builder.atom(data, at, reference.end())
    elif source.startswith(data, at):
        builder.copy(data, at)
    else:
        builder.guard(data, at, min(at + len(data), len(source)))


def escape_xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _refuse_doctype(*_: object) -> None:
    raise UnreadableError("it holds a DOCTYPE, which is not read")
