"""pyromark's events, flattened. Nothing else of pyromark is known outside this file."""

from collections.abc import Callable, Iterator
from typing import Any

import pyromark
from pyromark import Options

# Not SMART_PUNCTUATION: it changes text. Not MATH: prices hold dollar signs. Not the metadata blocks: pulldown-cmark reads
# them in the middle of a document too, where "---" is a rule or a heading's underline.
_parse: Callable[[str], Iterator[tuple[Any, Any]]] = pyromark.Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_GFM
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_DEFINITION_LIST
).events_with_range

Event = tuple[str, Any, int, int]


def events(markdown: str) -> Iterator[Event]:
    """``(kind, payload, start, end)`` in UTF-8 bytes: ``("+Heading", {"level": "H1", …}, 0, 9)``, ``("Text", "a", 2, 3)``."""
    for event, span in _parse(markdown):
        start, end = span["start"], span["end"]
        if isinstance(event, str):  # SoftBreak, HardBreak, Rule
            yield event, None, start, end
            continue
        kind, payload = event.popitem()  # each event is a fresh dictionary with one entry
        if kind == "Start" or kind == "End":
            sign = "+" if kind == "Start" else "-"
            if isinstance(payload, str):
                yield sign + payload, None, start, end
            else:
                tag, data = payload.popitem()
                yield sign + tag, data, start, end
        else:
            yield kind, payload, start, end
