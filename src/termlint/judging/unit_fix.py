"""A party's new name put everywhere at once: its definitions and every use, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from termlint.config import EffectiveStyle
from termlint.judging.fixing import replacing_edits, suggested
from termlint.judging.inflecting import is_plural
from termlint.judging.surroundings import is_compound
from termlint.judging.wording import one_line
from termlint.model.agreement import Agreement, Definition, Party, Use, UseKind
from termlint.model.document import Block, Document
from termlint.model.finding import Applicability, Edit, Fix
from termlint.model.mention import Mention, Sense
from termlint.model.term import Term

Place = tuple[int, int]
"""Block and start in its text."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """One word for another; ``spelling`` and ``replacement`` as the house style spells them."""

    term: Term
    spelling: Term
    replacement: Term

    @classmethod
    def of(cls, style: EffectiveStyle, term: str, replacement: Term) -> "Renaming":
        entry = next(each for row in style.terms for each in row.entries if each.term.singular == term)
        return cls(entry.term, entry.spelling, replacement)

    def suggested(self, mention: Mention, block: Block) -> str:
        return suggested(mention, block, term=self.term, spelling=self.spelling, replacement=self.replacement)


@dataclass(frozen=True, slots=True)
class UnitFix:
    fix: Fix
    refusal: str = ""
    """Why it is not made; empty where it is."""
    blocking: Mention | None = None
    """The place that stands in its way."""


def unit_fix(
    document: Document,
    agreement: Agreement,
    party: Party,
    strays: Sequence[Use],
    mentions: Mapping[Place, Mention],
    naming: Renaming,
) -> UnitFix:
    """``strays`` are the lower-case words that mean the party too."""
    term, replacement = naming.term, naming.replacement
    refused = _other_word(agreement, mentions, replacement) or _delicate(party, mentions)
    refused = refused or _half_renamed(party, strays, mentions)
    if refused is not None:
        return refused
    edits: list[Edit] = []
    places: tuple[Definition | Use, ...] = (*party.places(UseKind.TERM, UseKind.COMPOUND), *strays)
    for each in places:
        mention = mentions.get((each.block, each.start))
        if mention is None or mention.sense is Sense.SOFTWARE:
            continue
        block = document.blocks[each.block]
        compound = is_compound(mention, block, plural=is_plural(mention.text, term))
        made = replacing_edits(mention, block, naming.suggested(mention, block), term=term, replacement=replacement)
        if made is None or (compound and " " in replacement.singular):
            return _refuse("the word cannot be replaced by itself in one place", mention)
        edits += made
    return UnitFix(Fix(Applicability.UNSAFE, tuple(sorted(set(edits), key=lambda edit: (edit.start, edit.end)))))


def _other_word(agreement: Agreement, mentions: Mapping[Place, Mention], replacement: Term) -> UnitFix | None:
    word = replacement.singular.lower()
    for party in agreement.parties:
        if party.term == word:
            first = party.definitions[0]
            return _refuse(f'"{one_line(first.text)}" is defined already', mentions.get((first.block, first.start)))
    slips = {(use.block, use.start) for party in agreement.parties for use in party.of_kind(UseKind.SLIP)}
    for place, mention in mentions.items():
        if mention.term == word and (mention.sense is Sense.PARTY or place in slips):
            return _refuse(f'"{one_line(mention.text)}" is used already', mention)
    return None


def _delicate(party: Party, mentions: Mapping[Place, Mention]) -> UnitFix | None:
    for use in party.uses:
        mention = mentions.get((use.block, use.start))
        if use.kind is UseKind.QUOTED:
            told = f" {one_line(use.phrase)}" if use.phrase else ""
            return _refuse(f"a quotation holds the word:{told}" if told else "a quotation holds the word", mention)
        if use.kind is UseKind.NAME:
            return _refuse(f'it may be part of a name: "{one_line(use.phrase)}" is not defined', mention)
    return None


def _half_renamed(party: Party, strays: Sequence[Use], mentions: Mapping[Place, Mention]) -> UnitFix | None:
    """Where an agreement mostly writes its term in lower case, "a client" may be the party as well."""
    if len(strays) <= len(party.of_kind(UseKind.TERM)):
        return None
    known = {(use.block, use.start) for use in (*party.uses, *strays)} | {
        (each.block, each.start) for each in party.definitions
    }
    for place, mention in mentions.items():
        if mention.term == party.term and mention.sense is Sense.PARTY and place not in known:
            return _refuse(f'"{one_line(mention.text)}" in lower case may be the party or somebody else', mention)
    return None


def _refuse(reason: str, blocking: Mention | None) -> UnitFix:
    return UnitFix(Fix(Applicability.DISPLAY_ONLY, ()), reason, blocking)
