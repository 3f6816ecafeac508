"""The trees of the shipped YAML that every run needs: the catalogue and the presets.

They are compiled, so that a run without a house style of its own never imports a YAML reader. In the file a node is
``[line, column, value]``; the value of a list is a list of nodes, that of a mapping ``{key: [line, column, node]}``.
"""

from functools import cache
from typing import Any

from termlint.rulebook.line_table import LineTable, tables_in
from termlint.rulebook.presets import PRESETS
from termlint.rulebook.resources import resource_text
from termlint.yaml_source import Entry, Mapping, Node, Place, Scalar, Sequence

COMPILED = ("compiled", "trees.json")
"""Where they stand in the package ``termlint.rules``."""

SOURCES = ("rules.yaml", *(f"presets/{name}.yaml" for name in PRESETS))


def shipped_tree(name: str) -> Node:
    """The tree of one of ``SOURCES``."""
    row = _table().get(name)
    assert row is not None, name
    return _node(row)


def row_of(node: Node) -> list[Any]:
    """How the file has a node."""
    if isinstance(node, Mapping):
        value: Any = {entry.key: [entry.place.line, entry.place.column, row_of(entry.value)] for entry in node.entries}
    elif isinstance(node, Sequence):
        value = [row_of(item) for item in node.items]
    else:
        value = node.value
    return [node.place.line, node.place.column, value]


@cache
def _table() -> LineTable[Any]:
    _, (table,) = tables_in(resource_text("/".join(COMPILED)))
    return table


def _node(row: Any) -> Node:
    line, column, value = row
    place = Place(line, column)
    if isinstance(value, dict):
        return Mapping(tuple(Entry(key, Place(*at), _node(inner)) for key, (*at, inner) in value.items()), place)
    if isinstance(value, list):
        return Sequence(tuple(map(_node, value)), place)
    return Scalar(value, place)
