"""One table of a TOML file to the same tree as YAML. ``tomllib`` judges and gives values, ``toml_places`` says where."""

import re
import tomllib
from datetime import date, time
from typing import Any

from termlint.model.source import Lines
from termlint.yaml_source.mistake import Mistake, SourceError
from termlint.yaml_source.node import DEPTH, Entry, Mapping, Node, Place, Scalar, Sequence
from termlint.yaml_source.toml_places import Path, Spots, locate


def toml_tree(text: str, *, file: str, table: tuple[str, ...]) -> Mapping | None:
    """As ``reading.read_toml``."""
    try:
        found: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError([_refused(text, file, str(error))]) from None
    except RecursionError:
        raise SourceError([Mistake(file, Place(1, 1), f"nested deeper than {DEPTH} levels")]) from None
    for key in table:
        found = found.get(key) if isinstance(found, dict) else None
    if found is None:
        return None
    spots = locate(text)
    lines = Lines.of(text)
    if not isinstance(found, dict):
        message = f"{'.'.join(table)} is no table; write [{'.'.join(table)}]"
        raise SourceError([Mistake(file, _place(lines, spots[table][0]), message)])
    node = _node(found, table, spots, lines, file)
    assert isinstance(node, Mapping)
    return node


def _node(value: Any, path: Path, spots: Spots, lines: Lines, file: str) -> Node:
    place = _place(lines, spots[path][1])
    if len(path) > DEPTH:
        raise SourceError([Mistake(file, place, f"nested deeper than {DEPTH} levels")])
    if isinstance(value, dict):
        entries = []
        for key, inner in value.items():
            below = (*path, key)
            entries.append(Entry(key, _place(lines, spots[below][0]), _node(inner, below, spots, lines, file)))
        return Mapping(tuple(entries), place)
    if isinstance(value, list):
        return Sequence(tuple(_node(item, (*path, at), spots, lines, file) for at, item in enumerate(value)), place)
    assert isinstance(value, str | bool | int | float | date | time)
    return Scalar(value, place)


def _place(lines: Lines, offset: int) -> Place:
    return Place(*lines.place(offset))


def _refused(text: str, file: str, message: str) -> Mistake:
    where = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    if where and where[1]:
        place = Place(int(where[1]), int(where[2]))
    else:
        place = _place(Lines.of(text), len(text)) if where else Place(1, 1)
    return Mistake(file, place, "not TOML: " + (message[: where.start()] if where else message))
