"""A house style as typed values. Everything in it knows the file and line it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from termlint.model.agreement import AgreementSetting
from termlint.model.cue import OwnCue
from termlint.model.finding import Severity, VerdictKind
from termlint.model.mention import Relationship
from termlint.model.prose_fields import ProseFields
from termlint.model.term import Term

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Origin:
    file: str
    """As a person would open it; of a shipped preset, ``preset NAME``."""
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    value: T
    origin: Origin


class TermStatus(StrEnum):
    """The statuses of ISO 30042."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class TermEntry:
    term: Term
    """In lower case, as it is looked for."""
    spelling: Term
    """As the house style writes it, which is how a fix writes it."""
    status: TermStatus
    origin: Origin


@dataclass(frozen=True, slots=True)
class TermRow:
    """The terms of one relationship, each once."""

    relationship: Relationship
    entries: tuple[TermEntry, ...] = ()

    @property
    def preferred(self) -> TermEntry | None:
        return next((entry for entry in self.entries if entry.status is TermStatus.PREFERRED), None)

    def status(self, term: str) -> TermStatus | None:
        """Of a lower-case singular; None where the row does not speak of it."""
        return next((entry.status for entry in self.entries if entry.term.singular == term), None)


@dataclass(frozen=True, slots=True)
class ExceptionPhrase:
    phrase: str
    reason: str
    files: tuple[str, ...]
    """Globs; empty for every file."""
    folder: str
    """What ``files`` is relative to."""
    origin: Origin


@dataclass(frozen=True, slots=True)
class FieldRule:
    """Which fields of some files are prose."""

    files: tuple[str, ...]
    folder: str
    """What ``files`` is relative to."""
    fields: ProseFields
    origin: Origin


@dataclass(frozen=True, slots=True)
class Patch:
    """What one file, or one of its overrides, adds."""

    terms: tuple[TermRow, ...] = ()
    relationship: Setting[Relationship] | None = None
    min_confidence: Setting[float | None] | None = None
    exceptions: tuple[ExceptionPhrase, ...] = ()
    readers: tuple[FieldRule, ...] = ()
    agreements: Setting[AgreementSetting] | None = None
    cues: tuple[Setting[OwnCue], ...] = ()
    rules: Mapping[str, Setting[bool]] | None = None
    severities: Mapping[str, Setting[Severity]] | None = None


@dataclass(frozen=True, slots=True)
class Override:
    files: tuple[str, ...]
    patch: Patch


@dataclass(frozen=True, slots=True)
class Example:
    """A text that ``termlint test`` judges."""

    text: str
    expect: tuple[VerdictKind, ...]
    each: bool
    """True: ``expect`` holds one verdict a mention, in order. False: its one verdict is that of every mention."""
    fixed: str | None
    path: str | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Layer:
    """One file, as written."""

    file: str
    folder: str
    """Absolute; globs are relative to it."""
    patch: Patch
    overrides: tuple[Override, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectiveStyle:
    """What holds for one path, everything merged."""

    terms: tuple[TermRow, ...]
    relationship: Setting[Relationship] | None
    """Declared for this path."""
    threshold: Setting[float | None]
    exceptions: tuple[ExceptionPhrase, ...]
    own_cues: tuple[Setting[OwnCue], ...]
    rules: Mapping[str, Setting[bool]]
    severities: Mapping[str, Setting[Severity]]
    readers: tuple[FieldRule, ...] = ()
    """Those that hold for this path."""
    agreements: Setting[AgreementSetting] = Setting(AgreementSetting.AUTO, Origin("built in", 1))
    """Whether the file is read as an agreement."""
    narrowed: bool = False
    """This run looks at less than the house style asks for, so that it cannot say what is needless."""
    known: frozenset[str] = frozenset()
    """Keys of findings that a baseline keeps silent."""

    def row(self, relationship: Relationship) -> TermRow:
        return next(row for row in self.terms if row.relationship is relationship)

    @property
    def watched(self) -> tuple[Term, ...]:
        """Every term of every relationship, each once."""
        return tuple({entry.term.singular: entry.term for row in self.terms for entry in row.entries}.values())

    @property
    def declared(self) -> Relationship | None:
        return self.relationship.value if self.relationship else None

    @property
    def min_confidence(self) -> float | None:
        """None: the measured operating point."""
        return self.threshold.value

    @property
    def cues(self) -> tuple[OwnCue, ...]:
        return tuple(setting.value for setting in self.own_cues)

    @property
    def fields(self) -> ProseFields:
        """The fields that the last rule with any calls prose, and all that are to be skipped."""
        prose = next((rule.fields.prose for rule in reversed(self.readers) if rule.fields.prose), ())
        return ProseFields(prose, tuple(glob for rule in self.readers for glob in rule.fields.skip))

    def is_on(self, code: str) -> bool:
        return self.rules[code].value

    def severity(self, code: str) -> Severity:
        return self.severities[code].value
