"""One more entry for a list in a settings file, and not a byte of the rest touched.

Each way to write it is tried in memory and read again; only a text that says what it said before, and the entry, is given back.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from termlint.yaml_source.mistake import SourceError
from termlint.yaml_source.node import Mapping as Table
from termlint.yaml_source.node import Node, Scalar
from termlint.yaml_source.reading import read_yaml

Item = Mapping[str, str | Sequence[str]]

_OPENING = (SequenceStartEvent, MappingStartEvent)
_CLOSING = (SequenceEndEvent, MappingEndEvent)
_REST = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z ’-]*[A-Za-z]")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off"))


def append_yaml(text: str, key: str, item: Item) -> str | None:
    """``text`` with ``item`` as the last entry of the list ``key``, which is made where it is missing.

    None where no place for it is sure to be right: a tree in braces, a second document, an explicit end.
    """
    try:
        before = _plain(read_yaml(text, file=""))
        candidates = list(_yaml_candidates(text, key, item))
    except (SourceError, YAMLError):
        return None
    wanted = _with(before, key, item)
    for candidate in candidates:
        try:
            if wanted is not None and _plain(read_yaml(candidate, file="")) == wanted:
                return candidate
        except SourceError:
            continue
    return None


def append_toml(text: str, table: tuple[str, ...], key: str, item: Item) -> str | None:
    """``text`` with ``item`` behind its end as ``[[table.key]]``; None where the list is written in brackets already."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = [f"[[{'.'.join((*table, key))}]]", *(f"{name} = {_quoted(value)}" for name, value in item.items())]
    gap = line_end if text.endswith("\n") or not text else line_end * 2
    candidate = text + gap + "".join(line + line_end for line in lines)
    try:
        before, after = tomllib.loads(text), tomllib.loads(candidate)
    except tomllib.TOMLDecodeError:
        return None
    inner: Any = before
    for name in table:
        inner = inner.get(name) if isinstance(inner, dict) else None
    wanted = _with(inner, key, item)
    if wanted is None:
        return None
    outer: Any = before
    for name in table[:-1]:
        outer = outer[name]
    outer[table[-1]] = wanted
    return candidate if before == after else None


def block_yaml(item: Item, *, indent: str, line_end: str) -> str:
    """An entry of a list, a line for each of its keys."""
    lines = [f"{name}: {_spelled(value)}{line_end}" for name, value in item.items()]
    return f"{indent}- " + f"{indent}  ".join(lines)


def _yaml_candidates(text: str, key: str, item: Item) -> Iterator[str]:
    line_end = "\r\n" if "\r\n" in text else "\n"
    found = _value_of(text, key)
    if found is None:
        gap = "" if not text else line_end if text.endswith(("\n", "\r")) else line_end * 2
        yield text + gap + f"{key}:{line_end}" + block_yaml(item, indent="  ", line_end=line_end)
        return
    key_end, first, end = found
    if isinstance(first, SequenceStartEvent) and first.flow_style:
        inside = "{" + ", ".join(f"{name}: {_spelled(value)}" for name, value in item.items()) + "}"
        bracket = end - 1
        end = len(text[:bracket].rstrip())
        yield text[:end] + ("" if text[:end].endswith((",", "[")) else ", ") + inside + text[end:]
        yield text[:bracket] + "," + inside + text[bracket:]  # behind a comment
        yield text[:bracket] + inside + text[bracket:]
        return
    if isinstance(first, SequenceStartEvent):
        indent, at = " " * first.start_mark.column, _line_end_after(text, len(text[:end].rstrip()))
    elif isinstance(first, ScalarEvent):  # nothing yet, or null
        if first.value:
            text = text[: first.start_mark.index] + text[first.end_mark.index :]
        indent, at = "  ", _line_end_after(text, key_end)
    else:
        return
    joint = "" if text[:at].endswith(("\n", "\r")) else line_end
    yield text[:at] + joint + block_yaml(item, indent=indent, line_end=line_end) + text[at:]


def _value_of(text: str, key: str) -> tuple[int, Any, int] | None:
    """Where a key of the outermost mapping ends, the event with which its value begins, and where what stands in it ends."""
    depth = key_end = end = 0
    wanted = is_key = False
    first: Any = None
    for event in YAML(typ="safe", pure=True).parse(text):
        opens, closes = isinstance(event, _OPENING), isinstance(event, _CLOSING)
        depth -= closes
        if depth == 1 and not closes and isinstance(event, (ScalarEvent, *_OPENING)):
            is_key = not is_key
            if wanted:
                first, end = event, event.end_mark.index
            wanted = is_key and isinstance(event, ScalarEvent) and event.value == key
            key_end = event.end_mark.index if wanted else key_end
        in_brackets = closes and text[event.end_mark.index - 1 : event.end_mark.index] in ("]", "}")
        if first is not None and (isinstance(event, ScalarEvent) or in_brackets):
            end = max(end, event.end_mark.index if in_brackets or event.value else 0)
        if first is not None and depth == 1 and not opens:
            return key_end, first, end
        depth += opens
    return None


def _with(tree: object, key: str, item: Item) -> object:
    """The plain tree with the entry; None where it is no tree to put one in."""
    if tree is None:
        tree = {}
    if not isinstance(tree, dict) or not isinstance(tree.get(key), list | None):
        return None
    entry = {name: value if isinstance(value, str) else list(value) for name, value in item.items()}
    return {**tree, key: [*(tree.get(key) or []), entry]}


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Table):
        return {entry.key: _plain(entry.value) for entry in node.entries}
    return [_plain(item) for item in node.items]


def _spelled(value: str | Sequence[str]) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return _quoted(value)


def _quoted(value: str | Sequence[str]) -> str:
    """As JSON, which YAML and TOML read as well."""
    return json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)


def _line_end_after(text: str, at: int) -> int:
    match = _REST.match(text, at)
    assert match is not None
    return match.end()
