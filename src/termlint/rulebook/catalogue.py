"""The catalogue of rules, ``rules/rules.yaml``: what the command line and ``docs/rules.md`` tell of each."""

from dataclasses import dataclass
from functools import cache

from termlint.model.finding import Severity
from termlint.rulebook.trees import shipped_tree
from termlint.yaml_source import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    name: str
    summary: str
    """One line: what the rule finds."""
    explanation: str
    """Paragraphs, separated by an empty line: why, when it stays silent, what its fix does."""
    severity: Severity
    """Unless a house style says otherwise."""
    on: bool
    """Unless a house style says otherwise."""
    implemented: bool
    """False: the code is reserved and nothing reports it yet."""
    wrong: tuple[str, ...]
    """Texts that the rule reports under the preset ``default``."""
    right: tuple[str, ...]
    """Texts that look alike and are left alone."""
    line: int
    """Where it stands in ``rules/rules.yaml``."""


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, by code."""
    tree = shipped_tree("rules.yaml")
    assert isinstance(tree, Mapping)
    return tuple(_rule(entry.key, entry.value, entry.place.line) for entry in tree.entries)


def _rule(code: str, node: Node, line: int) -> Rule:
    assert isinstance(node, Mapping)
    return Rule(
        code=code,
        name=_text(node, "name"),
        summary=_text(node, "summary"),
        explanation=_text(node, "explanation"),
        severity=Severity(_text(node, "severity")),
        on=_flag(node, "on"),
        implemented=_flag(node, "implemented"),
        wrong=_texts(node, "wrong"),
        right=_texts(node, "right"),
        line=line,
    )


def _value(node: Mapping, key: str) -> Node:
    entry = node.get(key)
    assert entry is not None, key
    return entry.value


def _text(node: Mapping, key: str) -> str:
    value = _value(node, key)
    assert isinstance(value, Scalar), key
    assert isinstance(value.value, str), key
    return value.value.strip()


def _flag(node: Mapping, key: str) -> bool:
    value = _value(node, key)
    assert isinstance(value, Scalar), key
    assert isinstance(value.value, bool), key
    return value.value


def _texts(node: Mapping, key: str) -> tuple[str, ...]:
    value = _value(node, key)
    assert isinstance(value, Sequence), key
    texts = [item.value.strip() for item in value.items if isinstance(item, Scalar) and isinstance(item.value, str)]
    assert len(texts) == len(value.items), key
    return tuple(texts)
