"""Megabytes of UTF-8 a second that each format's reader takes, and nothing but the reader.

    python -m bench.formats [FORMAT ...]

The documents are those of ``tests/format_samples.py``, repeated. Of Word files the XML of the parts counts, of PDF the pages.
"""

import json
import sys
import time

from tests.format_samples import CONTAINERS, TEXTS

from termlint.model.source import SourceText
from termlint.reading import decode, read

SIZE = 400_000
ROUNDS = 3
PAGES = 60
_HEADS = {
    "markdown": "# A section",
    "mdx": "# Customers",
    "html": "<h1",
    "table": "2,Plain",
    "gettext": "# translator",
    "xliff": "<trans-unit",
}
_TAILS = {"html": "</body>", "xliff": "</body>"}


def main() -> None:
    for format in sys.argv[1:] or (*TEXTS, *CONTAINERS):
        raw = CONTAINERS[format][1](PAGES) if format in CONTAINERS else b""
        source = decode(raw, display=CONTAINERS[format][0]) if raw else SourceText(TEXTS[format][0], _repeated(format))
        taken = min(_seconds(source, raw) for _round in range(ROUNDS))
        if format == "pdf":
            print(f"{format:<10}{PAGES / taken:8.0f} pages a second")  # noqa: T201
        else:
            print(f"{format:<10}{len(source.text.encode()) / taken / 1e6:8.1f} MB a second")  # noqa: T201


def _seconds(source: SourceText, raw: bytes = b"") -> float:
    """``raw``: of a format whose text is made in decoding."""
    began = time.process_time()
    read(decode(raw, display=source.path) if raw else source)
    return time.process_time() - began


def _repeated(format: str) -> str:
    text = TEXTS[format][1]
    if format == "jupyter":
        notebook = json.loads(text)
        return json.dumps(notebook | {"cells": notebook["cells"] * (SIZE // len(text))}, indent=1)
    start = text.index(_HEADS[format]) if format in _HEADS else 0
    end = text.index(_TAILS[format]) if format in _TAILS else len(text)
    between = "---\n" if format == "yaml" else "\n" if format != "table" else ""
    part = text[start:end] + between
    return text[:start] + part * (SIZE // len(part)) + text[end:]


if __name__ == "__main__":
    main()
