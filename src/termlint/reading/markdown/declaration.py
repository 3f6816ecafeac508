"""What a file declares of itself in its front matter: ``termlint: {relationship: ongoing}``."""

import re
from typing import TYPE_CHECKING

from termlint.model.errors import UnreadableError
from termlint.model.mention import Relationship

if TYPE_CHECKING:
    from termlint.yaml_source import Node, Place

# The parser is imported where it is needed: hardly any file declares something, and importing takes longer than reading one.

_YAML_KEY = re.compile(r"(?<=[\r\n])([\"']?)termlint\1[ \t]*:")
_TOML_KEY = re.compile(r"(?:\r\n|\n|\r)[ \t]*\[?[ \t]*([\"']?)termlint\1[ \t]*[\].=]")
_NEXT_KEY = re.compile(r"(?:\r\n|\n|\r)(?=[^\s#}\]])")
_ALLOWED = ", ".join(relationship.value for relationship in Relationship)


def declared_in_yaml(text: str, start: int, end: int, *, path: str) -> Relationship | None:
    key = _YAML_KEY.search(text, start, end)
    if not key:
        return None
    from termlint.yaml_source import Mapping, SourceError, read_yaml

    following = _NEXT_KEY.search(text, key.end(), end)
    own = text[key.start() : following.start() if following else end]
    try:
        tree = read_yaml(own, file=path, lines_above=_lines(text[: key.start()]))
    except SourceError as error:
        raise _wrong(error.mistakes[0].place, error.mistakes[0].message) from error
    entry = tree.get("termlint") if isinstance(tree, Mapping) else None
    return _relationship(entry.value) if entry else None


def declared_in_toml(text: str, start: int, end: int, *, path: str) -> Relationship | None:
    if not _TOML_KEY.search(text, start, end):
        return None
    from termlint.yaml_source import SourceError, read_toml

    try:
        table = read_toml("\n" * _lines(text[:start]) + text[start:end], file=path, table=("termlint",))
    except SourceError as error:
        raise _wrong(error.mistakes[0].place, error.mistakes[0].message) from error
    return _relationship(table) if table else None


def _relationship(node: "Node") -> Relationship | None:
    from termlint.yaml_source import Mapping, Scalar

    if not isinstance(node, Mapping):
        raise _wrong(node.place, f"found {_told(node)}, allowed: {{relationship: {_ALLOWED}}}")
    for entry in node.entries:
        if entry.key != "relationship":
            raise _wrong(entry.place, f"found the key {entry.key!r}, allowed: relationship")
        if not isinstance(entry.value, Scalar) or entry.value.value not in tuple(Relationship):
            raise _wrong(entry.value.place, f"found {_told(entry.value)}, allowed: {_ALLOWED}")
        return Relationship(str(entry.value.value))
    return None


def _lines(above: str) -> int:
    return above.count("\n") + above.count("\r") - above.count("\r\n")


def _told(node: "Node") -> str:
    value = getattr(node, "value", None)
    return repr(value) if isinstance(value, str) else "something else" if value is None else str(value)


def _wrong(place: "Place", message: str) -> UnreadableError:
    return UnreadableError(f"{place.line}:{place.column}: its declaration in the front matter: {message}")
