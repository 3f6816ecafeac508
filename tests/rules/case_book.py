"""The case book, tests/cases/*.yaml, and what termlint reads in it.

A case is a short text with what each of its mentions means under the default house style. It is read twice: as written, and
as a copy in which every party is called by the other word, where every right word is wrong and every wrong word right.
``defined`` mentions name the party of a contract: the word is told once, at its definition, and changes everywhere or
nowhere, so what is said of flags leaves them out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import termlint
from termlint import Relationship, Sense, Verdict, VerdictKind

CASES = Path(__file__).parents[1] / "cases"
KNOWN_WRONG = CASES / "known-wrong.yaml"
WATCHED = re.compile(r"(?<!\w)(?:customer|client)s?(?!\w)", re.IGNORECASE)
_SWAPPED = {"customer": "client", "client": "customer", "customers": "clients", "clients": "customers"}


class Copy(StrEnum):
    WRITTEN = "written"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class Label:
    """What one mention means. ``start`` counts in the case's text."""

    case: str
    text: str
    occurrence: int
    start: int
    sense: Sense
    relationship: Relationship | None
    scope: str
    flagged: bool
    defined: bool

    @property
    def is_clear(self) -> bool:
        return self.relationship in {Relationship.ONGOING, Relationship.TRANSACTIONAL}


@dataclass(frozen=True, slots=True)
class Case:
    """``fixed`` is the text with every wrong word replaced, that of a contract's party everywhere."""

    id: str
    kind: str
    trade: str
    path: str
    pair: str | None
    text: str
    fixed: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A label beside what termlint made of the same mention: None where it saw no mention there."""

    label: Label
    copy: Copy
    verdict: Verdict | None

    @property
    def key(self) -> tuple[str, str, int, str]:
        return self.label.case, self.label.text, self.label.occurrence, self.copy.value

    @property
    def sense(self) -> Sense | None:
        return self.verdict.mention.sense if self.verdict else None

    @property
    def relationship(self) -> Relationship | None:
        return self.verdict.mention.relationship if self.verdict else None

    @property
    def flagged(self) -> bool:
        return self.verdict is not None and self.verdict.kind is VerdictKind.FLAG

    @property
    def is_to_flag(self) -> bool:
        """In the swapped copy the clear parties that are called rightly as written."""
        return self.label.flagged if self.copy is Copy.WRITTEN else self.label.is_clear and not self.label.flagged


@cache
def load_cases() -> tuple[Case, ...]:
    files = sorted(path for path in CASES.glob("*.yaml") if path != KNOWN_WRONG)
    return tuple(_case(raw) for path in files for raw in read_yaml(path))


@cache
def read_case(case: Case, copy: Copy) -> tuple[Reading, ...]:
    """Every label of the case in its order, beside the reading."""
    text = case.text if copy is Copy.WRITTEN else swapped(case)
    found = {verdict.mention.source_start: verdict for verdict in termlint.explain_text(text, path=case.path)}
    places = [match.start() for match in WATCHED.finditer(text)]
    return tuple(Reading(label, copy, found.get(place)) for label, place in zip(case.labels, places, strict=True))


def load_known_wrong() -> dict[tuple[str, str, int, str], str]:
    """The reason of each flag that is known to be wrong, by ``Reading.key``."""
    entries = read_yaml(KNOWN_WRONG) if KNOWN_WRONG.exists() else []
    return {(each["case"], each["text"], each["occurrence"], each["copy"]): each["reason"] for each in entries}


def read_book() -> tuple[Reading, ...]:
    """Both copies."""
    return tuple(reading for copy in Copy for case in load_cases() for reading in read_case(case, copy))


def wrong_flags(readings: Sequence[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading.flagged and not reading.is_to_flag]


def swapped(case: Case) -> str:
    """The case's text with every party called by the other word."""
    starts = {label.start for label in case.labels if label.sense is Sense.PARTY}
    return WATCHED.sub(lambda match: other_word(match[0]) if match.start() in starts else match[0], case.text)


def other_word(word: str) -> str:
    new = _SWAPPED[word.lower()]
    return new.capitalize() if word[0].isupper() else new


def read_yaml(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def _case(raw: dict[str, Any]) -> Case:
    text = raw["text"]
    labels = [_label(raw["id"], text, mention) for mention in raw["mentions"]]
    return Case(
        id=raw["id"],
        kind=raw["kind"],
        trade=raw["trade"],
        path=raw.get("path", "text.md"),
        pair=raw.get("pair"),
        text=text,
        fixed=raw.get("fixed", text),
        labels=tuple(sorted(labels, key=lambda label: label.start)),
    )


def _label(case: str, text: str, raw: dict[str, Any]) -> Label:
    found = list(re.finditer(rf"(?<!\w){re.escape(raw['text'])}(?!\w)", text))
    return Label(
        case=case,
        text=raw["text"],
        occurrence=raw["occurrence"],
        start=found[raw["occurrence"] - 1].start(),
        sense=Sense(raw["sense"]),
        relationship=Relationship(raw["relationship"]) if raw["relationship"] else None,
        scope=raw["scope"],
        flagged=raw["verdict"] == "flag",
        defined=raw.get("defined", False),
    )
