"""Front matter: a title and other prose fields to read, and the file's own declaration. All else in it is data."""

import re
from dataclasses import dataclass

from termlint.model.mention import Relationship
from termlint.reading.markdown.declaration import declared_in_toml, declared_in_yaml
from termlint.reading.markdown.prose_keys import ProseField, prose_in_toml, prose_in_yaml

_FIRST_LINE = re.compile(r"(---|\+\+\+)[ \t]*(?=\r\n|\n|\r)")
_LAST_LINE = {
    "---": re.compile(r"(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": re.compile(r"(?:\r\n|\n|\r)\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_KEY_FIRST = {
    "---": re.compile(r"(?:[ \t]*(?:#.*)?(?:\r\n|\n|\r))*+[ \t]*[\w\"'.\-]+[ \t\w\"'.\-]*:(?:\s|\Z)"),
    "+++": re.compile(r"(?:[ \t]*(?:#.*)?(?:\r\n|\n|\r))*+(?:[\w\"'.\-]+[ \t]*=|\[)"),
}
_COMMENT = re.compile(r"(?<=[\r\n])#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    end: int
    """Where the document's body begins."""
    fields: tuple[ProseField, ...] = ()
    title: str = ""
    declared: Relationship | None = None
    comments: tuple[tuple[int, int], ...] = ()
    """Those that begin a line, where no value can stand."""


def read_front_matter(text: str, masked: str, *, path: str) -> FrontMatter:
    """The front matter at the very beginning of ``text``, if there is any; values are read from the text with its masks.

    A file that merely begins with a rule has none: its first line must look like a key. Raises ``UnreadableError`` where
    the declaration in it is wrong, or it nests deeper than anything that people write.
    """
    first = _FIRST_LINE.match(text)
    last = _LAST_LINE[first[1]].search(text, first.end()) if first else None
    if not first or not last:
        return FrontMatter(0)
    start = first.end()
    inside = text[start : last.start()]
    if inside.strip() and not _KEY_FIRST[first[1]].match(inside, len(inside) - len(inside.lstrip("\r\n"))):
        return FrontMatter(0)
    yaml = first[1] == "---"
    fields = tuple((prose_in_yaml if yaml else prose_in_toml)(masked, start, last.start()))
    title = next((one.passage.text.strip() for one in fields if one.key.lower() == "title"), "")
    declared = (declared_in_yaml if yaml else declared_in_toml)(text, start, last.start(), path=path)
    comments = tuple(match.span() for match in _COMMENT.finditer(text, start, last.start()))
    return FrontMatter(last.end(), fields, title, declared, comments)
