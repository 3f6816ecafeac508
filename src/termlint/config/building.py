"""From a checked tree to a layer. What several entries say together is checked here."""

from termlint.config.checking import SWITCH, Report, check
from termlint.config.house_style_shape import house_style_shape
from termlint.config.style import (
    Example,
    ExceptionPhrase,
    FieldRule,
    Layer,
    Origin,
    Override,
    Patch,
    Setting,
    TermEntry,
    TermRow,
    TermStatus,
)
from termlint.config.term_text import spelled, watched
from termlint.model.agreement import AgreementSetting
from termlint.model.cue import OwnCue
from termlint.model.finding import Severity, VerdictKind
from termlint.model.mention import Relationship
from termlint.model.prose_fields import ProseFields
from termlint.yaml_source import Entry, Mapping, Node, Place, Scalar, Sequence

Extended = tuple[tuple[str, Place], ...]
"""Names of presets and paths, with their places."""


def build(tree: Node, *, folder: str, report: Report) -> tuple[Layer, Extended | None]:
    """The layer and what it extends, None where it does not say. Mistakes go to ``report``; what fits is built."""
    checked = check(house_style_shape(), tree, "", report)
    root = checked if isinstance(checked, Mapping) else Mapping((), Place(1, 1))
    builder = _Builder(folder, report)
    overrides = tuple(builder.override(node) for node in _records(root, "overrides"))
    examples = tuple(builder.example(node) for node in _records(root, "examples"))
    extends = root.get("extends")
    named = tuple((_text(node), node.place) for node in _one_or_more(extends.value)) if extends else None
    return Layer(report.file, folder, builder.patch(root), overrides, examples), named


class _Builder:
    """Holds what every part needs to know of its file."""

    def __init__(self, folder: str, report: Report) -> None:
        self.folder = folder
        self.report = report

    def origin(self, place: Place) -> Origin:
        return Origin(self.report.file, place.line, place.column)

    def patch(self, node: Mapping) -> Patch:
        relationship = node.get("relationship")
        confidence = node.get("min_confidence")
        agreements = node.get("agreements")
        terms = node.get("terms")
        return Patch(
            terms=tuple(self.row(Relationship(each.key), each.value) for each in _entries(terms.value)) if terms else (),
            relationship=Setting(Relationship(_text(relationship.value)), self.origin(relationship.place))
            if relationship
            else None,
            min_confidence=Setting(_confidence(confidence.value), self.origin(confidence.place)) if confidence else None,
            agreements=Setting(AgreementSetting(_text(agreements.value)), self.origin(agreements.place))
            if agreements
            else None,
            exceptions=tuple(self.exception(each) for each in _records(node, "exceptions")),
            readers=tuple(self.reader(each) for each in _records(node, "readers")),
            cues=tuple(self.cue(each) for each in _records(node, "cues")),
            rules={
                each.key: Setting(_switch(each.value), self.origin(each.place))
                for setting in [node.get("rules")]
                if setting
                for each in _entries(setting.value)
            },
            severities={
                each.key: Setting(Severity(_text(each.value)), self.origin(each.place))
                for setting in [node.get("severity")]
                if setting
                for each in _entries(setting.value)
            },
        )

    def row(self, relationship: Relationship, node: Node) -> TermRow:
        entries: dict[str, TermEntry] = {}
        for field in _entries(node):
            status = TermStatus(field.key)
            for item in [field.value] if status is TermStatus.PREFERRED else _items(field.value):
                entry = self.term(item, status)
                first = entries.setdefault(entry.term.singular, entry)
                if first is not entry:
                    there = f"line {first.origin.line}, column {first.origin.column}"
                    name = f'"{entry.spelling.singular}"'
                    again = f"{first.status} and {status}" if first.status is not status else f"{status} twice"
                    self.report.add(
                        item.place, f"terms.{relationship}: {name} is {again}, first in {there}; a term has one status"
                    )
        return TermRow(relationship, tuple(entries.values()))

    def term(self, node: Node, status: TermStatus) -> TermEntry:
        if isinstance(node, Mapping):
            plural = node.get("plural")
            singular = node.get("term")
            assert singular is not None
            spelling = spelled(_text(singular.value), _text(plural.value) if plural else None)
        else:
            spelling = spelled(_text(node), None)
        return TermEntry(watched(spelling), spelling, status, self.origin(node.place))

    def exception(self, node: Mapping) -> ExceptionPhrase:
        return ExceptionPhrase(
            phrase=_needed(node, "phrase"),
            reason=_needed(node, "reason"),
            files=_globs(node),
            folder=self.folder,
            origin=self.origin(node.place),
        )

    def reader(self, node: Mapping) -> FieldRule:
        fields = ProseFields(_globs(node, "prose"), _globs(node, "skip"))
        return FieldRule(_globs(node), self.folder, fields, self.origin(node.place))

    def cue(self, node: Mapping) -> Setting[OwnCue]:
        phrase = " ".join(_needed(node, "phrase").lower().split())
        return Setting(OwnCue(phrase, Relationship(_needed(node, "relationship"))), self.origin(node.place))

    def override(self, node: Mapping) -> Override:
        return Override(_globs(node), self.patch(node))

    def example(self, node: Mapping) -> Example:
        expect, fixed, path = node.get("expect"), node.get("fixed"), node.get("path")
        assert expect is not None
        return Example(
            text=_needed(node, "text"),
            expect=tuple(VerdictKind(_text(each)) for each in _one_or_more(expect.value)),
            each=isinstance(expect.value, Sequence),
            fixed=_text(fixed.value) if fixed else None,
            path=_text(path.value) if path else None,
            origin=self.origin(node.place),
        )


def _entries(node: Node) -> tuple[Entry, ...]:
    assert isinstance(node, Mapping)
    return node.entries


def _items(node: Node) -> tuple[Node, ...]:
    assert isinstance(node, Sequence)
    return node.items


def _one_or_more(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)


def _records(node: Mapping, key: str) -> list[Mapping]:
    entry = node.get(key)
    return [item for item in _items(entry.value) if isinstance(item, Mapping)] if entry else []


def _text(node: Node) -> str:
    assert isinstance(node, Scalar)
    assert isinstance(node.value, str)
    return node.value


def _needed(node: Mapping, key: str) -> str:
    entry = node.get(key)
    assert entry is not None
    return _text(entry.value)


def _globs(node: Mapping, key: str = "files") -> tuple[str, ...]:
    entry = node.get(key)
    return tuple(_text(item) for item in _items(entry.value)) if entry else ()


def _confidence(node: Node) -> float | None:
    assert isinstance(node, Scalar)
    return float(node.value) if isinstance(node.value, int | float) else None


def _switch(node: Node) -> bool:
    assert isinstance(node, Scalar)
    return node.value if isinstance(node.value, bool) else SWITCH[_text(node)]
