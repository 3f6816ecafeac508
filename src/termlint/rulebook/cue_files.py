"""The cue families as people write them, ``rules/cues-*.yaml``: read, checked, every mistake told with its place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from termlint.rulebook.inflection import hyphen_forms, noun_forms, verb_forms, words_of
from termlint.rulebook.resources import resource_text
from termlint.yaml_source import Mapping, Mistake, Node, Place, Scalar, Sequence, SourceError, read_yaml

FILES = ("cues-ongoing.yaml", "cues-transactional.yaml", "cues-unclear.yaml", "cues-blockers.yaml", "cues-frames.yaml")
RELATIONSHIPS = ("ongoing", "transactional", "unclear", "none")
KINDS = ("trade", "act", "tie", "pay", "tailor", "goods", "place", "talk", "frame", "blocker")
"""The closed set that the head of ``rules/cues-ongoing.yaml`` describes."""

WATCHED = frozenset(("customer", "customers", "client", "clients"))
HOUSE_WORDS = frozenset(("member", "guest", "patient", "user"))
"""Other words house styles watch; not allowed as a form by themselves."""
MOST_WORDS = 9
"""In words as the analysis counts them, a hyphen being one."""

_REQUIRED = ("id", "relationship", "kind", "strength", "note", "source", "forms", "examples")
_KEYS = (*_REQUIRED, "verbs", "weak")


@dataclass(frozen=True, slots=True)
class WrittenForm:
    text: str
    place: Place
    verb: bool = False


@dataclass(frozen=True, slots=True)
class WrittenFamily:
    """One family as its file has it."""

    file: str
    place: Place
    id: str
    relationship: str
    kind: str
    strength: float
    forms: tuple[WrittenForm, ...]
    weak: tuple[tuple[WrittenForm, float], ...]
    fires: tuple[str, ...]
    silent: tuple[str, ...]

    def spellings(self, form: WrittenForm) -> list[tuple[str, ...]]:
        """Every inflection and spelling of one form, as words, without repetition; the form itself first."""
        inflected = verb_forms(form.text) if form.verb else noun_forms(form.text)
        return list(dict.fromkeys(words_of(spelt) for text in inflected for spelt in hyphen_forms(text)))


def load_families(texts: Iterable[tuple[str, str]] | None = None) -> tuple[WrittenFamily, ...]:
    """All families, from the shipped files or from ``(file name, text)`` pairs. Raises ``SourceError`` with every mistake."""
    if texts is None:
        texts = [(f"rules/{name}", resource_text(name)) for name in FILES]
    reading = _Reading()
    for file, text in texts:
        reading.file = file
        try:
            reading.read(read_yaml(text, file=file))
        except SourceError as error:
            reading.mistakes.extend(error.mistakes)
    reading.compare()
    if reading.mistakes:
        raise SourceError(reading.mistakes)
    return tuple(reading.families)


@dataclass(slots=True)
class _Reading:
    file: str = ""
    families: list[WrittenFamily] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, place: Place, message: str, file: str | None = None) -> None:
        self.mistakes.append(Mistake(file or self.file, place, message))

    def read(self, root: Node) -> None:
        entry = root.get("families") if isinstance(root, Mapping) else None
        if entry is None or not isinstance(entry.value, Sequence):
            return self.wrong(root.place, 'a cue file is a mapping with a list "families"')
        for item in entry.value.items:
            if isinstance(item, Mapping):
                self.family(item)
            else:
                self.wrong(item.place, "a family is a mapping")

    def family(self, node: Mapping) -> None:
        before = len(self.mistakes)
        for entry in node.entries:
            if entry.key not in _KEYS:
                self.wrong(entry.place, f'"{entry.key}" is not known here; allowed are {", ".join(_KEYS)}')
        for key in _REQUIRED:
            if node.get(key) is None:
                self.wrong(node.place, f'"{key}" is missing')
        if len(self.mistakes) > before:
            return
        for key in ("note", "source"):
            self.text(node, key, lambda text: bool(text.strip()), "text")
        id_ = self.text(
            node, "id", lambda text: text == text.lower() and text.replace("-", "").isalnum(), "a name in kebab-case"
        )
        relationship = self.text(node, "relationship", RELATIONSHIPS.__contains__, ", ".join(RELATIONSHIPS))
        kind = self.text(node, "kind", KINDS.__contains__, ", ".join(KINDS))
        strength = self.number(node, "strength", 0.0 if relationship == "none" else 0.3, 2.0)
        forms = self.forms(node, "forms") + self.forms(node, "verbs", verb=True)
        weak = self.weak(node, {form.text for form in forms})
        examples = node.get("examples")
        fires: tuple[str, ...] = ()
        silent: tuple[str, ...] = ()
        if examples is not None and isinstance(examples.value, Mapping):
            fires = tuple(form.text for form in self.texts(examples.value, "fires"))
            silent = tuple(form.text for form in self.texts(examples.value, "silent"))
        if relationship != "none" and (len(fires) < 2 or not silent):
            self.wrong(node.place, f'"{id_}" needs at least two examples that fire and one that is silent')
        self.families.append(
            WrittenFamily(self.file, node.place, id_, relationship, kind, strength, forms, weak, fires, silent)
        )

    def text(self, node: Mapping, key: str, allowed: Callable[[str], bool], wanted: str) -> str:
        entry = node.get(key)
        assert entry is not None
        value = entry.value.value if isinstance(entry.value, Scalar) else None
        if isinstance(value, str) and allowed(value):
            return value
        self.wrong(entry.value.place, f'"{key}" is {value!r}; allowed: {wanted}')
        return str(value)

    def number(self, node: Mapping, key: str, low: float, high: float) -> float:
        entry = node.get(key)
        assert entry is not None
        return self.between(entry.value, key, low, high)

    def between(self, node: Node, key: str, low: float, high: float) -> float:
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        self.wrong(node.place, f'"{key}" is {value!r}; allowed: a number from {low} to {high}')
        return low

    def texts(self, node: Mapping, key: str) -> list[WrittenForm]:
        entry = node.get(key)
        if entry is None:
            return []
        if not isinstance(entry.value, Sequence):
            self.wrong(entry.value.place, f'"{key}" is a list')
            return []
        texts = []
        for item in entry.value.items:
            if isinstance(item, Scalar) and isinstance(item.value, str) and item.value:
                texts.append(WrittenForm(item.value, item.place))
            else:
                self.wrong(item.place, f'"{key}" holds texts; put this one in quotes')
        return texts

    def forms(self, node: Mapping, key: str, *, verb: bool = False) -> tuple[WrittenForm, ...]:
        forms = [WrittenForm(form.text, form.place, verb) for form in self.texts(node, key)]
        for form in forms:
            words = words_of(form.text)
            if form.text != form.text.lower() or form.text != " ".join(form.text.split()) or "\u2019" in form.text:
                self.wrong(form.place, f'"{form.text}" must be lower case, with single blanks and straight apostrophes')
            if WATCHED.intersection(words):
                self.wrong(form.place, f'"{form.text}" holds a watched word')
            if len(words) == 1 and words[0].removesuffix("s") in HOUSE_WORDS:
                self.wrong(form.place, f'"{form.text}" is a word that house styles watch')
            if len(words) > MOST_WORDS:
                self.wrong(form.place, f'"{form.text}" has more than {MOST_WORDS} words')
        for before, after in pairwise(forms):
            if after.text < before.text:
                self.wrong(after.place, f'"{after.text}" stands after "{before.text}"; forms are sorted')
        return tuple(forms)

    def weak(self, node: Mapping, known: set[str]) -> tuple[tuple[WrittenForm, float], ...]:
        entry = node.get("weak")
        if entry is None:
            return ()
        if not isinstance(entry.value, Mapping):
            self.wrong(entry.value.place, '"weak" is a mapping from a form to a factor')
            return ()
        weak = []
        for item in entry.value.entries:
            if item.key not in known:
                self.wrong(item.place, f'"{item.key}" is weak, but no form of this family')
            weak.append((WrittenForm(item.key, item.place), self.between(item.value, item.key, 0.05, 1.0)))
        return tuple(weak)

    def compare(self) -> None:
        """Names and forms are unique over all files, and no form is written that another of its family makes."""
        ids: dict[str, WrittenFamily] = {}
        written: dict[tuple[str, ...], tuple[WrittenFamily, WrittenForm]] = {}
        made: dict[tuple[str, ...], tuple[WrittenFamily, WrittenForm]] = {}
        for family in self.families:
            if family.id in ids:
                self.wrong(family.place, f'a family "{family.id}" stands in {ids[family.id].file} too', family.file)
            ids.setdefault(family.id, family)
            for form in family.forms:
                words = words_of(form.text)
                if words in written:
                    self.wrong(form.place, f'"{form.text}" is a form of "{written[words][0].id}" already', family.file)
                written.setdefault(words, (family, form))
        for family in self.families:
            for form in family.forms:
                for words in family.spellings(form)[1:]:
                    owner = written.get(words)
                    if owner is not None and owner[0] is family and not _is_weak(family, owner[1]):
                        self.wrong(owner[1].place, f'"{owner[1].text}" is an inflection of "{form.text}" already', family.file)
                    elif owner is None and made.setdefault(words, (family, form))[0] is not family:
                        first = made[words][0].id
                        self.wrong(
                            form.place,
                            f'"{" ".join(words)}", made of "{form.text}", is a form of "{first}" already',
                            family.file,
                        )


def _is_weak(family: WrittenFamily, form: WrittenForm) -> bool:
    """An inflection may be written out to have a factor of its own."""
    return any(form.text == name.text for name, _ in family.weak)
