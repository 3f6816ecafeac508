"""What is known of one occurrence of a watched term. Values are spelt as in the labelling reference."""

from dataclasses import dataclass
from enum import StrEnum


class Sense(StrEnum):
    PARTY = "party"
    """A person or organisation that buys, uses or is served, spoken of as such."""
    SOFTWARE = "software"
    """A program, device, record, screen, field or setting."""
    NAME = "name"
    """Part of a proper name or a term of art that cannot be swapped."""
    MENTION = "mention"
    """The word itself is talked about, or somebody else's words are quoted."""


class Relationship(StrEnum):
    ONGOING = "ongoing"
    """The party relies on expertise, advice or care, or the engagement goes on."""
    TRANSACTIONAL = "transactional"
    """The party buys goods or a standard service; each purchase stands alone."""
    UNCLEAR = "unclear"
    """Neither, or both with no winner. A full answer."""


class Scope(StrEnum):
    """Where evidence stands, seen from the mention; nearest first."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    DOCUMENT = "document"
    NONE = "none"
    """No evidence decided: the relationship is unclear."""


class Provider(StrEnum):
    """Whose customer or client it is."""

    AUTHOR = "author"
    """The writer's own: "our", "we … for them"."""
    READER = "reader"
    """The reader's: "your"."""
    OTHER = "other"
    """A named or described third party's: "the bakery's"."""
    NONE = "none"
    """Nobody's in particular: general prose."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece that was weighed. ``weight`` is a log-odds contribution, positive for its own ``relationship``."""

    text: str
    start: int | None
    """Source offsets, or None where the piece has no place of its own."""
    end: int | None
    relationship: Relationship | None
    """What it speaks for; None where it speaks for or against a sense."""
    scope: Scope
    weight: float
    counted: bool
    why: str
    """A short reason a writer can argue with: the cue family, or why it did not count."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a watched term in running text."""

    block: int
    """Index of the block in the document."""
    start: int
    end: int
    """The word in the block's text, without its compound partner and with its possessive ending."""
    source_start: int
    source_end: int
    text: str
    """As written: ``customers'``, ``Clients``."""
    term: str
    """Lower-case singular, as the house style watches it."""
    sense: Sense
    relationship: Relationship | None
    """None unless the sense is party."""
    confidence: float
    """0 to 1: of the relationship for a party, of the sense otherwise."""
    scope: Scope
    """Where the deciding evidence stands; NONE for unclear, and where the evidence was not asked for."""
    provider: Provider
    defined_term: bool = False
    """The name of a party to a contract, written as the contract defines it."""
    declared: bool = False
    """The relationship was declared by the house style or the file, not inferred."""
    evidence: tuple[Evidence, ...] = ()
