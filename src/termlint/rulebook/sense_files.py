"""The sense families as people write them, ``rules/senses.yaml``: read and checked."""

from dataclasses import dataclass

from termlint.rulebook.inflection import hyphen_forms, noun_forms, verb_forms, words_of
from termlint.rulebook.resources import resource_text
from termlint.yaml_source import Mapping, Mistake, Node, Scalar, Sequence, SourceError, read_yaml

FILE = "senses.yaml"
_KEYS = frozenset(("id", "note", "forms", "verbs", "examples"))


@dataclass(frozen=True, slots=True)
class SenseFamily:
    """Words that tell what a mention means beside them. A word may stand in several families."""

    id: str
    note: str
    phrases: tuple[tuple[str, ...], ...]
    """Every inflection and spelling, as words."""
    fires: tuple[str, ...]
    silent: tuple[str, ...]


def load_sense_families(text: str | None = None) -> tuple[SenseFamily, ...]:
    """The shipped families, or those of ``text``. Raises ``SourceError`` with every mistake."""
    file = f"rules/{FILE}"
    root = read_yaml(resource_text(FILE) if text is None else text, file=file)
    mistakes: list[Mistake] = []
    families = []
    for node in _items(_value(root, "families")):
        if not isinstance(node, Mapping) or any(entry.key not in _KEYS for entry in node.entries):
            mistakes.append(Mistake(file, node.place, f"a sense family is a mapping with {', '.join(sorted(_KEYS))}"))
            continue
        examples = _value(node, "examples")
        family = SenseFamily(
            _text(_value(node, "id")),
            _text(_value(node, "note")),
            _phrases(_texts(_value(node, "forms")), _texts(_value(node, "verbs"))),
            _texts(_value(examples, "fires")),
            _texts(_value(examples, "silent")),
        )
        if not (family.id and family.note and family.phrases and family.fires and family.silent):
            mistakes.append(Mistake(file, node.place, "a sense family needs id, note, forms and examples both ways"))
        families.append(family)
    if mistakes:
        raise SourceError(mistakes)
    return tuple(families)


def _phrases(nouns: tuple[str, ...], verbs: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    inflected = [form for noun in nouns for form in noun_forms(noun)] + [form for verb in verbs for form in verb_forms(verb)]
    return tuple(sorted({words_of(spelt) for form in inflected for spelt in hyphen_forms(form)}))


def _value(node: Node | None, key: str) -> Node | None:
    entry = node.get(key) if isinstance(node, Mapping) else None
    return entry.value if entry is not None else None


def _items(node: Node | None) -> tuple[Node, ...]:
    return tuple(node.items) if isinstance(node, Sequence) else ()


def _text(node: Node | None) -> str:
    return str(node.value) if isinstance(node, Scalar) else ""


def _texts(node: Node | None) -> tuple[str, ...]:
    return tuple(_text(item) for item in _items(node))
