"""Which format a file has, by its extension alone, and who reads it: a new format is a module and its rows here."""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pathlib import PurePath
from typing import cast

from termlint.model.document import Document
from termlint.model.source import SourceText

FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "mdx",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".liquid": "html",
    ".jinja": "html",
    ".jinja2": "html",
    ".j2": "html",
    ".njk": "html",
    ".twig": "html",
    ".hbs": "html",
    ".handlebars": "html",
    ".mustache": "html",
    ".erb": "html",
    ".ejs": "html",
    ".vue": "html",
    ".json": "json",
    ".jsonc": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".csv": "table",
    ".tsv": "table",
    ".rst": "rst",
    ".rest": "rst",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".ipynb": "jupyter",
    ".po": "gettext",
    ".pot": "gettext",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".dotm": "docx",
}
"""Format by lower-case extension."""

_TEMPLATES = frozenset(".liquid .jinja .jinja2 .j2 .njk .twig .hbs .handlebars .mustache .erb .ejs".split())
"""Written behind another extension, they are templates of that format."""

READERS = {
    "markdown": "termlint.reading.markdown:read_markdown",
    "mdx": "termlint.reading.markdown.mdx:read_mdx",
    "text": "termlint.reading.plain_text:read_plain_text",
    "rst": "termlint.reading.rst:read_rst",
    "asciidoc": "termlint.reading.asciidoc:read_asciidoc",
    "jupyter": "termlint.reading.jupyter:read_jupyter",
    "gettext": "termlint.reading.gettext:read_gettext",
    "xliff": "termlint.reading.xliff:read_xliff",
    "pdf": "termlint.reading.pdf:read_pdf",
    "docx": "termlint.reading.docx:read_docx",
    "html": "termlint.reading.html:read_html",
    "json": "termlint.reading.json_text:read_json",
    "yaml": "termlint.reading.yaml.document:read_yaml",
    "table": "termlint.reading.table:read_table",
}
"""From a decoded file to its document. Imported when the first file of the format comes."""

FIELDS = frozenset(("json", "yaml", "table"))
"""Formats of keys and values: their readers also take which fields are prose."""

CONTAINERS = {
    "pdf": "termlint.reading.pdf:decode_pdf",
    "docx": "termlint.reading.docx:decode_docx",
}
"""From bytes to a decoded file, for formats that are no text: ``(raw, *, display) -> SourceText``."""

TRACKERS = {
    "docx": "termlint.reading.docx:track_changes",
}
"""Edits as tracked changes, for formats that have any: ``(source, edits, revision) -> SourceText``."""


@lru_cache(maxsize=16)  # one file after the other is asked for, each several times
def format_of(path: str) -> str | None:
    """The format of a file by its name, or None where the extension is unknown.

    >>> format_of("docs/README.MD"), format_of("page.html.erb"), format_of("nginx.conf.j2"), format_of("Makefile")
    ('markdown', 'html', None, None)
    """
    *_, inner, suffix = ("", "", *(suffix.lower() for suffix in PurePath(path).suffixes))
    if suffix in _TEMPLATES and inner[1:].isalpha():
        return FORMATS.get(inner)
    return FORMATS.get(suffix)


def reader_of(format: str) -> Callable[..., Document]:
    return cast(Callable[..., Document], _imported(READERS[format]))


def decoder_of(path: str) -> Callable[..., SourceText] | None:
    """What decodes a file that is no text, by its name; None for a text."""
    name = CONTAINERS.get(format_of(path) or "")
    return cast(Callable[..., SourceText], _imported(name)) if name else None


def tracker_of(path: str) -> Callable[..., SourceText] | None:
    """What writes edits as tracked changes, by the file's name; None for formats that have none."""
    name = TRACKERS.get(format_of(path) or "")
    return cast(Callable[..., SourceText], _imported(name)) if name else None


def _imported(name: str) -> object:
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)
