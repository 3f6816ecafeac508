"""YAML 1.2 to a tree, from ruamel.yaml's events, so that depth is bounded and every mistake has a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from termlint.model.source import Lines
from termlint.yaml_source.mistake import Mistake, SourceError
from termlint.yaml_source.node import DEPTH, Entry, Mapping, Node, Place, Scalar, Sequence

_WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = (
    dict.fromkeys(("", "~", "null", "Null", "NULL"))
    | dict.fromkeys(("true", "True", "TRUE"), True)
    | dict.fromkeys(("false", "False", "FALSE"), False)
)


def yaml_tree(text: str, *, file: str, lines_above: int = 0) -> Node:
    """As ``reading.read_yaml``.

    Plain words follow the core schema of YAML 1.2 (``on`` and ``no`` are text). Tags, anchors and aliases are not read:
    a settings file says what it means.
    """
    reading = _Reading(text, file, lines_above, Lines.of(text))
    try:
        root = reading.document()
    except (_StoppedError, YAMLError) as error:
        reading.mistakes.append(reading.stopped(error))
        root = None
    if reading.mistakes or root is None:
        raise SourceError(sorted(reading.mistakes, key=lambda mistake: mistake.place))
    return root


class _StoppedError(Exception):
    def __init__(self, index: int, message: str) -> None:
        self.index = index
        super().__init__(message)


@dataclass(slots=True)
class _Reading:
    text: str
    file: str
    lines_above: int
    lines: Lines
    mistakes: list[Mistake] = field(default_factory=list)

    def place(self, index: int) -> Place:
        line, column = self.lines.place(min(index, len(self.text)))
        return Place(line + self.lines_above, column)

    def document(self) -> Node:
        # The reader of ruamel.yaml turns a second byte order mark into nothing; none is expected here.
        events = YAML(typ="safe", pure=True).parse(self.text)
        root: Node = Scalar(None, self.place(0))
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _StoppedError(event.start_mark.index, "a second document begins; one file holds one")
            elif not isinstance(event, DocumentEndEvent) and hasattr(event, "anchor"):
                root = self.node(event, events, 0)
        return root

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        index = event.start_mark.index
        if depth > DEPTH:
            raise _StoppedError(index, f"nested deeper than {DEPTH} levels")
        if isinstance(event, AliasEvent):
            raise _StoppedError(index, f'"*{event.anchor}" is an alias; aliases are not read, write the value itself')
        if event.anchor:
            raise _StoppedError(
                index, f'"&{event.anchor}" is an anchor; anchors are not read, write the value where it is needed'
            )
        if event.tag and not _implied(event):
            raise _StoppedError(index, f'"{str(event.tag).replace("tag:yaml.org,2002:", "!!")}" is a tag; tags are not read')
        place = self.place(index)
        if isinstance(event, SequenceStartEvent):
            items = []
            while not isinstance(event := next(events), SequenceEndEvent):
                items.append(self.node(event, events, depth + 1))
            return Sequence(tuple(items), place)
        if isinstance(event, MappingStartEvent):
            return Mapping(self.entries(events, depth), place)
        assert isinstance(event, ScalarEvent)
        return Scalar(self.whole(event) if event.style else _resolved(event.value), place)

    def whole(self, event: Any) -> str:
        """The text, with escaped surrogate pairs (as JSON writes them) put together."""
        value: str = event.value
        if not any("\ud800" <= mark <= "\udfff" for mark in value):
            return value
        try:
            return value.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            raise _StoppedError(event.start_mark.index, "holds half of a surrogate pair") from None

    def entries(self, events: Iterator[Any], depth: int) -> tuple[Entry, ...]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise _StoppedError(event.start_mark.index, "a key must be text")
            key = self.node(event, events, depth)
            name = self.whole(event)
            value = self.node(next(events), events, depth + 1)
            if name in entries:
                first = entries[name].place
                message = f'"{name}" stands here a second time; the first is in line {first.line}, column {first.column}'
                self.mistakes.append(Mistake(self.file, key.place, message))
            else:
                entries[name] = Entry(name, key.place, value)
        return tuple(entries.values())

    def stopped(self, error: Exception) -> Mistake:
        if isinstance(error, _StoppedError):
            return Mistake(self.file, self.place(error.index), str(error))
        if isinstance(error, ReaderError):
            message = f"the character U+{error.character:04X} is not allowed in YAML"
            return Mistake(self.file, self.place(error.position), message)
        if isinstance(error, MarkedYAMLError):
            mark = error.problem_mark or error.context_mark
            parts = [part.strip() for part in (error.problem, error.context) if part]
            message = f"not YAML: {', '.join(parts)}" + _advice(self.text, mark.index)
            return Mistake(self.file, self.place(mark.index), " ".join(message.split()))
        return Mistake(self.file, self.place(0), "not YAML: " + " ".join(str(error).split()))


def _implied(event: Any) -> bool:
    """ruamel.yaml fills in a tag where the text has none."""
    implicit = event.implicit
    return bool(implicit[0] or implicit[1]) if isinstance(implicit, tuple) else bool(implicit)


def _advice(text: str, index: int) -> str:
    if text[index : index + 1] == "\t":
        return "; indent with blanks, not with a tab"
    if text[index : index + 1] in {"@", "`", "%"}:
        return "; put the text in quotes"
    if text[index : index + 1] == ":":
        return "; text that holds a colon and a blank goes in quotes"
    return ""


def _resolved(plain: str) -> str | bool | int | float | None:
    if plain in _WORDS:
        return _WORDS[plain]
    if _WHOLE.fullmatch(plain):
        return int(plain)
    if _NUMBER.fullmatch(plain):
        return float(plain)
    return plain
