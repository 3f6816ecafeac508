"""The prose of front matter: the texts under its outermost keys, of those that hold prose."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from termlint.reading.passage import Passage, Piece, cut, move
from termlint.reading.yaml.scalars import decoded, writers_of
from termlint.reading.yaml.tree import Scalar, scan

_PROSE_KEY = re.compile(r"(?:title|description|summary|excerpt|subtitle|seo_title|meta_description|og_\w+)")
_TOML_TABLE = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*\[")
_TOML_TEXT = re.compile(
    r"(?:\A|(?<=[\r\n]))[ \t]*(?P<key>[\w\-]+)[ \t]*=[ \t]*(?P<text>\"(?:[^\"\\\r\n]|\\[^\r\n])*+\"|'[^'\r\n]*')"
    r"(?=[ \t]*(?:#|[\r\n]|\Z))"
)
_PARTED = re.compile(r"\n{2,}")


@dataclass(frozen=True, slots=True)
class ProseField:
    key: str
    passage: Passage
    writers: tuple[Callable[[str], str], ...]


def prose_in_yaml(text: str, start: int, end: int) -> Iterator[ProseField]:
    """Raises ``UnreadableError`` where it nests deeper than anything that people write."""
    inside = text[start:end]
    if not _PROSE_KEY.search(inside.lower().replace("-", "_")):
        return
    for scalar in scan(inside):
        if len(scalar.path) == 1 and _is_prose(scalar.path[0]):
            yield from _fields(inside, start, scalar)


def prose_in_toml(text: str, start: int, end: int) -> Iterator[ProseField]:
    """Texts of one line above the first table. TOML has YAML's escapes."""
    inside = text[start:end]
    table = _TOML_TABLE.search(inside)
    for match in _TOML_TEXT.finditer(inside, 0, table.start() if table else len(inside)):
        if _is_prose(match["key"]):
            literal = match["text"][0] == "'"  # nothing is escaped in it
            inset = 1 if literal else 0
            style = "plain" if literal else "double"
            yield from _fields(
                inside,
                start,
                Scalar(1, (match["key"],), style, match.start("text") + inset, match.end("text") - inset, 0, True),
            )


def _is_prose(key: str) -> bool:
    return _PROSE_KEY.fullmatch(key.lower().replace("-", "_")) is not None


def _fields(inside: str, start: int, scalar: Scalar) -> Iterator[ProseField]:
    """One for each paragraph; lines are joined."""
    passage = move(decoded(inside, scalar), [Piece(0, start)])
    at = 0
    for gap in (*_PARTED.finditer(passage.text), None):
        paragraph = cut(passage, at, gap.start() if gap else len(passage.text))
        at = gap.end() if gap else at
        if paragraph.text.strip():
            yield ProseField(scalar.path[0], _joined(paragraph), writers_of(scalar))


def _joined(passage: Passage) -> Passage:
    return replace(passage, text=passage.text.replace("\n", " "))
