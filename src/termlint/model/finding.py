"""What is reported and how it could be fixed."""

from dataclasses import dataclass
from enum import StrEnum

from termlint.model.document import Location
from termlint.model.mention import Evidence, Mention, Relationship, Scope


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Applicability(StrEnum):
    SAFE = "safe"
    """A plain noun of sense party, evidence within the sentence, nothing delicate beside it."""
    UNSAFE = "unsafe"
    """Right as far as termlint can tell, with evidence from further off, in a compound or in a heading."""
    DISPLAY_ONLY = "display-only"
    """No edit would be right by itself; the suggestion is for a person."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``source[start:end]`` by ``replacement``, already escaped for the file's format."""

    start: int
    end: int
    replacement: str
    text: str | None = None
    """What a reader sees of the replacement, where the file's format spells it otherwise (``R&amp;D``)."""

    @property
    def seen(self) -> str:
        return self.replacement if self.text is None else self.text


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that are made together or not at all."""

    applicability: Applicability
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of. Source offsets."""

    start: int
    end: int
    message: str


class VerdictKind(StrEnum):
    FLAG = "flag"
    OK = "ok"
    EXEMPT = "exempt"


class Exemption(StrEnum):
    """Why a mention that contradicts the house style is left alone."""

    EXCEPTION = "exception"
    SUPPRESSION = "suppression"
    BASELINE = "baseline"
    DEFINED_TERM = "defined-term"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to report. Offsets are source offsets, None in files without characters of their own."""

    code: str
    name: str
    severity: Severity
    start: int | None
    end: int | None
    text: str
    message: str
    relationship: Relationship | None
    confidence: float
    scope: Scope
    evidence: tuple[Evidence, ...]
    fix: Fix | None
    suggestion: str | None = None
    """The replacement as it would be written, inflected."""
    location: Location | None = None
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    """Stable across line moves: path, rule, normalised sentence, ordinal; see ``judging.fingerprint``."""
    key: str = ""
    """The same within its file: a file's path depends on where termlint is run."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the house style says of one mention."""

    mention: Mention
    kind: VerdictKind
    exemption: Exemption | None = None
    finding: Finding | None = None
    """Set if and only if ``kind`` is FLAG, except for exempt mentions, which keep what they would have been."""
    location: Location | None = None
    """Of the block that the mention stands in."""
