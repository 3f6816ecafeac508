"""Where YAML's scalars stand. Nothing of tree-sitter is known outside this file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import tree_sitter_yaml
from tree_sitter import Language, Node, Parser

from termlint.model.errors import UnreadableError
from termlint.reading.offsets import code_points

_DEEPEST = 100
"""Levels of indentation. The grammar's own stack is fixed, and is overrun beyond about 250."""
_DEEPEST_PATH = 500
_LINE = re.compile(r"([ \t]*)([^\r\n]*)")
_INDICATOR = re.compile(r"[\-?:](?=[ \t]|$)")
_STYLES = {
    "plain_scalar": "plain",
    "double_quote_scalar": "double",
    "single_quote_scalar": "single",
    "block_scalar": "block",
}
_SEQUENCES = frozenset(("block_sequence", "flow_sequence"))
_PAIRS = frozenset(("block_mapping_pair", "flow_pair"))


@dataclass(frozen=True, slots=True)
class Scalar:
    record: int
    path: tuple[str, ...]
    style: str
    """plain, double, single or block"""
    start: int
    end: int
    outer: int
    """Of a block scalar: the indentation of what holds it."""
    sure: bool
    """False where the parser found a mistake in the document: then it is read, and never written."""


def scan(text: str) -> Iterator[Scalar]:
    """Every scalar that is a value, in order. Keys, aliases and what has a tag of its own are left out."""
    _require_shallow(text)
    tree = _parser().parse(text.encode("utf-8", "replace"))
    convert = code_points(text) or int
    waiting: list[tuple[Node, int, tuple[str, ...], int, bool]] = [(tree.root_node, 1, (), 0, not tree.root_node.has_error)]
    record = 0
    while waiting:
        node, number, path, outer, sure = waiting.pop()
        kind = node.type
        if len(path) > _DEEPEST_PATH:
            raise UnreadableError(f"it nests deeper than {_DEEPEST_PATH} levels")
        if kind in _STYLES:
            yield Scalar(number, path, _STYLES[kind], convert(node.start_byte), convert(node.end_byte), outer, sure)
            continue
        inner: list[tuple[Node, int, tuple[str, ...], int, bool]] = []
        if kind == "document":
            record += 1
            number, sure = record, not node.has_error
        if kind in _PAIRS:
            value = node.child_by_field_name("value")
            key = node.child_by_field_name("key")
            if value is not None:
                outer = node.start_point.column if kind == "block_mapping_pair" else outer
                inner.append((value, number, (*path, _key(key, text, convert)), outer, sure))
        elif kind in _SEQUENCES:
            items = [child for child in node.named_children if child.type != "comment"]
            for place, item in enumerate(items):
                if item.type == "block_sequence_item":
                    outer = item.start_point.column
                inner.append((item, number, (*path, str(place)), outer, sure))
        elif kind in ("block_node", "flow_node"):
            if not any(_is_own_tag(child) for child in node.named_children):
                inner = [(child, number, path, outer, sure) for child in node.named_children]
        elif kind == "flow_mapping":  # what is no pair is a key alone
            inner = [(child, number, path, outer, sure) for child in node.named_children if child.type != "flow_node"]
        elif kind == "ERROR":  # a scalar here may be a key
            inner = [(child, number, path, outer, False) for child in node.named_children if child.type not in _STYLES]
        else:
            inner = [(child, number, path, outer, sure) for child in node.named_children]
        waiting += reversed(inner)


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand, of a text that ``scan`` takes."""
    tree = _parser().parse(text.encode("utf-8", "replace"))
    convert = code_points(text) or int
    waiting = [tree.root_node]
    while waiting:
        node = waiting.pop()
        if node.type == "comment":
            yield convert(node.start_byte), convert(node.end_byte)
        waiting += node.named_children


def _key(node: Node | None, text: str, convert: "type[int] | object") -> str:
    if node is None:
        return ""
    assert callable(convert)
    written = text[convert(node.start_byte) : convert(node.end_byte)]
    return re.sub(r"\s+", " ", written.strip("\"'"))[:200]


def _is_own_tag(node: Node) -> bool:
    return node.type == "tag" and node.text not in (b"!!str", b"!")


def _require_shallow(text: str) -> None:
    """No more levels than the grammar can keep, counted from above."""
    columns: list[int] = []
    for line in _LINE.finditer(text):
        if not line[2] or line[2][0] == "#":
            continue
        column = len(line[1])
        while columns and columns[-1] >= column:
            columns.pop()
        columns.append(column)
        if "-" in line[2] or ":" in line[2] or "?" in line[2]:
            columns += [column + 1 + mark.start() for mark in _INDICATOR.finditer(line[2])]
        if len(columns) > _DEEPEST:
            raise UnreadableError(f"it nests deeper than {_DEEPEST} levels")


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_yaml.language()))
