"""What a contract makes of its watched terms: which it defines, for whom, and where it writes them."""

from dataclasses import dataclass
from enum import StrEnum

from termlint.model.finding import Finding
from termlint.model.mention import Evidence, Relationship


class AgreementSetting(StrEnum):
    """Which documents are read as agreements."""

    AUTO = "auto"
    """Those that look like one."""
    ON = "on"
    OFF = "off"


class DefinitionShape(StrEnum):
    BRACKETS = "brackets"
    """``Acme Ltd (the "Client")``, quoted, bold or italic."""
    MEANS = "means"
    """``"Client" means …``, in a sentence, a list or a table."""
    CALLED = "called"
    """``hereinafter the Client``, ``collectively, the "Clients"``."""
    LABEL = "label"
    """``Client: Acme Ltd``, as a line or as a row of a table. Counts only where nothing else defines the term."""


class UseKind(StrEnum):
    TERM = "term"
    """The defined word by itself, capitalised."""
    COMPOUND = "compound"
    """Within a longer term that the agreement defines too (``Client Data``), or in its title."""
    NAME = "name"
    """Within a capitalised phrase that nothing defines: it may name something else."""
    QUOTED = "quoted"
    """Within a quotation, so perhaps of another document."""
    STRAY = "stray"
    """In lower case, after "the"."""
    SLIP = "slip"
    """The other word, capitalised and never defined, where the defined party must be meant."""
    ELSEWHERE = "elsewhere"
    """Capitalised throughout as a term, but defined in another document or for nobody."""


@dataclass(frozen=True, slots=True)
class Definition:
    """Where an agreement says whom a watched term names. Offsets of the word in its block's text."""

    term: str
    """Lower-case singular, as the house style watches it."""
    text: str
    block: int
    start: int
    end: int
    shape: DefinitionShape
    party: str = ""
    """Whom it names, as far as the text beside it tells: "Acme Ltd"."""


@dataclass(frozen=True, slots=True)
class Use:
    """Another place at which a watched term stands."""

    term: str
    text: str
    block: int
    start: int
    end: int
    kind: UseKind
    phrase: str = ""
    """The longer term or the quotation around it."""


@dataclass(frozen=True, slots=True)
class Party:
    """One party of an agreement, by the watched term that names it."""

    term: str
    definitions: tuple[Definition, ...]
    """In document order; a schedule may repeat it."""
    uses: tuple[Use, ...] = ()

    def places(self, *kinds: UseKind) -> tuple[Definition | Use, ...]:
        """Its definitions and those uses."""
        return (*self.definitions, *self.of_kind(*kinds))

    def of_kind(self, *kinds: UseKind) -> tuple[Use, ...]:
        return tuple(use for use in self.uses if use.kind in kinds)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Empty where a document is no agreement, or none that is told about here."""

    signs: tuple[str, ...] = ()
    """What it was recognised by."""
    parties: tuple[Party, ...] = ()
    loose: tuple[Use, ...] = ()
    """Capitalised terms of no party that is defined here."""
    same: tuple[tuple[int, int], ...] = ()
    """Indices of two ``parties`` that are one: the earlier, the later."""
    declared: bool = False
    """The house style says that it is an agreement."""

    @property
    def is_sure(self) -> bool:
        """Whether it is recognised by more than the definition of one term."""
        return self.declared or len(self.signs) > 1

    def terms_at(self) -> dict[tuple[int, int], UseKind]:
        """The kind of every capitalised place by its block and start; a definition's is ``TERM``."""
        places = {(each.block, each.start): UseKind.TERM for party in self.parties for each in party.definitions}
        for use in (*(use for party in self.parties for use in party.uses), *self.loose):
            if use.kind not in (UseKind.STRAY, UseKind.SLIP):
                places.setdefault((use.block, use.start), use.kind)
        return places


@dataclass(frozen=True, slots=True)
class PartyReading:
    """One party with the readings of all its uses as one."""

    party: Party
    relationship: Relationship
    confidence: float
    counts: tuple[tuple[Relationship, int], ...]
    """Uses by what each reads as by itself."""
    evidence: tuple[Evidence, ...]
    verdict: str
    """One line for a person."""


@dataclass(frozen=True, slots=True)
class AgreementReading:
    """What a house style says of an agreement."""

    agreement: Agreement
    parties: tuple[PartyReading, ...]
    findings: tuple[tuple[int, Finding], ...]
    """Each with the index of the mention that it stands at."""
    held: frozenset[int]
    """Mentions that are never reported or changed by themselves."""
