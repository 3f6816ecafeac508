"""Hold a tree against a shape: every mistake, and what remains of the tree without them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from termlint.config.shape import Choice, Either, Keyed, ListOf, Number, Record, Shape, Switch, Text, Whole
from termlint.yaml_source import Entry, Mapping, Mistake, Node, Place, Scalar, Sequence

SWITCH = {"on": True, "off": False}


@dataclass(slots=True)
class Report:
    """Mistakes of one file, as they are found."""

    file: str
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, place: Place, message: str) -> None:
        self.mistakes.append(Mistake(self.file, place, message))


def check(shape: Shape, node: Node, where: str, report: Report) -> Node | None:
    """The part of ``node`` that fits ``shape``, or None. Whatever does not fit is reported."""
    match shape:
        case Record() | Keyed():
            return _mapping(shape, node, where, report)
        case ListOf():
            return _list(shape, node, where, report)
        case Either(text=text, other=other):
            if isinstance(node, Sequence | Mapping):
                return check(other, node, where, report)
            if not isinstance(node.value, str):
                return _refuse(node, where, f"{_allowed(text)}, or {_allowed(other)}", report)
            return check(text, node, where, report)
        case _:
            return _scalar(shape, node, where, report)


def did_you_mean(found: str, options: Iterable[str]) -> str:
    """``; did you mean "x"?`` or nothing."""
    by_lower = {option.lower(): option for option in options}
    close = get_close_matches(found.lower(), by_lower, n=1, cutoff=0.6)
    return f'; did you mean "{by_lower[close[0]]}"?' if close else ""


def _scalar(shape: Text | Choice | Switch | Whole | Number, node: Node, where: str, report: Report) -> Node | None:
    value = node.value if isinstance(node, Scalar) else None
    hint = ""
    match shape:
        case Text(problem=problem) if isinstance(value, str):
            wrong = problem(value)
            if wrong is None:
                return node
            report.add(node.place, f"{where}: {_found(node)} {wrong}; allowed: {shape.allowed}")
            return None
        case Text() if isinstance(value, bool | int | float):
            hint = "; put it in quotes"
        case Choice(options=options) if isinstance(value, str):
            if value in options:
                return node
            hint = did_you_mean(value, options)
        case Switch():
            if isinstance(value, bool) or (isinstance(value, str) and value in SWITCH):
                return node
        case Whole(options=numbers):
            if type(value) is int and value in numbers:
                return node
        case Number(low=low, high=high, words=words):
            if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and low <= value <= high:
                return node
            if isinstance(value, str):
                if value in words:
                    return node
                hint = did_you_mean(value, words)
    return _refuse(node, where, _allowed(shape), report, hint)


def _list(shape: ListOf, node: Node, where: str, report: Report) -> Node | None:
    if isinstance(node, Scalar) and node.value is None and not shape.least:
        return Sequence((), node.place)
    if not isinstance(node, Sequence):
        hint = (
            f"; write [{node.value}]"
            if isinstance(node, Scalar) and isinstance(node.value, str) and len(node.value) < 40
            else ""
        )
        return _refuse(node, where, _allowed(shape), report, hint)
    if len(node.items) < shape.least:
        return _refuse(node, where, _allowed(shape), report)
    checked = [check(shape.item, item, f"{where}[{number}]", report) for number, item in enumerate(node.items, 1)]
    return Sequence(tuple(item for item in checked if item is not None), node.place)


def _mapping(shape: Record | Keyed, node: Node, where: str, report: Report) -> Node | None:
    if isinstance(node, Scalar) and node.value is None:
        node = Mapping((), node.place)
    if not isinstance(node, Mapping):
        return _refuse(node, where, _allowed(shape), report)
    if isinstance(shape, Keyed):
        shapes = dict.fromkeys(shape.keys, shape.value)
        noun, nicknames = shape.noun, dict(shape.nicknames)
    else:
        shapes = {each.key: each.shape for each in shape.fields}
        noun, nicknames = "key", {}
    entries = []
    for entry in node.entries:
        below = f"{where}.{entry.key}" if where else entry.key
        if entry.key not in shapes:
            meant = f'; did you mean "{nicknames[entry.key]}"?' if entry.key in nicknames else did_you_mean(entry.key, shapes)
            inside = f" in {where}" if where else ""
            report.add(entry.place, f"unknown {noun} {_quoted(entry.key)}{inside}; allowed: {', '.join(shapes)}{meant}")
            continue
        value = check(shapes[entry.key], entry.value, below, report)
        if value is not None:
            entries.append(Entry(entry.key, entry.place, value))
    missing = (
        [each.key for each in shape.fields if each.needed and node.get(each.key) is None] if isinstance(shape, Record) else []
    )
    for key in missing:
        report.add(node.place, f"{where}: {key} is missing")
    if isinstance(shape, Record) and any(
        each.needed and all(entry.key != each.key for entry in entries) for each in shape.fields
    ):
        return None
    return Mapping(tuple(entries), node.place)


def _refuse(node: Node, where: str, allowed: str, report: Report, hint: str = "") -> Node | None:
    prefix = f"{where}: " if where else ""
    report.add(node.place, f"{prefix}found {_found(node)}; allowed: {allowed}{hint}")
    return None


def _allowed(shape: Shape) -> str:
    match shape:
        case Text(allowed=allowed):
            return allowed
        case Choice(options=options):
            return ", ".join(options)
        case Switch():
            return "on, off"
        case Whole(options=numbers):
            return ", ".join(map(str, numbers))
        case Number(low=low, high=high, words=words):
            return f"{', '.join(words)}, or a number from {low} to {high}"
        case ListOf(item=item, least=least):
            return f"a list{' of at least one' if least else ''} ({_allowed(item)})"
        case Either(text=text, other=other):
            return f"{_allowed(text)}, or {_allowed(other)}"
        case Keyed(keys=keys):
            return f"keys ({', '.join(keys)})"
        case Record(fields=fields):
            return f"keys ({', '.join(each.key for each in fields)})"


def _found(node: Node) -> str:
    if isinstance(node, Sequence):
        return "a list" if node.items else "an empty list"
    if isinstance(node, Mapping):
        return "keys and values"
    match node.value:
        case None:
            return "nothing"
        case bool():
            return "true" if node.value else "false"
        case str():
            return _quoted(node.value)
        case _:
            return str(node.value)


def _quoted(text: str) -> str:
    """On one line, without anything that a terminal would obey."""
    shown = "".join(mark if mark.isprintable() else repr(mark)[1:-1] for mark in text[:60])
    return f'"{shown}{"…" if len(text) > 60 else ""}"'
