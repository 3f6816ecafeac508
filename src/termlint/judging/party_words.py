"""Which words of an agreement mean its defined party: lower-case ones, and another name in place of all of them."""

import re
from collections.abc import Mapping

from termlint.judging.surroundings import is_compound
from termlint.judging.unit_fix import Place
from termlint.model.agreement import Agreement, Definition, DefinitionShape, Party, Use, UseKind
from termlint.model.document import Document
from termlint.model.mention import Mention, Sense

_ACTS = frozenset(
    "accepts acknowledges agrees approves asks cancels chooses fails gives instructs needs notifies pays provides receives "
    "requests requires says signs tells terminates undertakes wants warrants wishes".split()
)
_INDEFINITE = "an?|any|each|every|another|other|no|some|former|new|prospective"
"""Before the word in lower case: the paragraph then speaks of somebody else."""
_JOINED = r"\s*(?:,|/|\bor\b|\band\b)\s*(?:(?:or|and)\s+)?(?:the\s+)?"
_NAME_AFTER = re.compile(rf"[\"”’'»]?{_JOINED}[\"“‘'«„]")
_NAME_BEFORE = re.compile(rf"[\"”’'»]{_JOINED}[\"“‘'«„]?(?:the\s+)?$")


def strays_of(document: Document, party: Party, mentions: Mapping[Place, Mention]) -> list[Use]:
    """Its uses in lower case that mean the party and nobody else."""
    introduced: dict[int, bool] = {}
    found = []
    for use in party.of_kind(UseKind.STRAY):
        mention = mentions.get((use.block, use.start))
        if mention is None or mention.sense is not Sense.PARTY or not _may_mean_party(document, mention):
            continue
        if use.block not in introduced:  # "a client", "other clients"
            text = document.blocks[use.block].text
            introduced[use.block] = bool(re.search(rf"\b(?:{_INDEFINITE})\s+{re.escape(use.term)}", text, re.IGNORECASE))
        if not introduced[use.block]:
            found.append(use)
    return found


def is_unused(document: Document, agreement: Agreement, party: Party) -> bool:
    """Whether a party is defined once, by words that only define, and then never named."""
    first = party.definitions[0]
    return (
        agreement.is_sure
        and not party.uses
        and len(party.definitions) == 1
        and first.shape is not DefinitionShape.LABEL
        and not _has_another_name(document.blocks[first.block].text, first)
        and len(document.blocks) - first.block > 3
    )


def _may_mean_party(document: Document, mention: Mention) -> bool:
    block = document.blocks[mention.block]
    following = re.match(r"\s+(\w+)", block.text[mention.end : mention.end + 30])
    word = following[1] if following else ""
    if block.quoted or word == "of":  # "the client of another firm"
        return False
    return word in _ACTS or not is_compound(mention, block, plural=False)


def _has_another_name(text: str, definition: Definition) -> bool:
    """``("Customer", "you")``: the agreement goes on with the other one."""
    before, after = text[max(0, definition.start - 20) : definition.start], text[definition.end : definition.end + 20]
    return bool(_NAME_AFTER.match(after) or _NAME_BEFORE.search(before))
