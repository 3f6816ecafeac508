"""Whether a mention contradicts the house style."""

from dataclasses import dataclass

from termlint.config import EffectiveStyle, TermEntry, TermRow, TermStatus
from termlint.judging.operating_point import AUTO
from termlint.model.mention import Mention, Relationship, Sense

CODES = {Relationship.ONGOING: "TL101", Relationship.TRANSACTIONAL: "TL102", Relationship.UNCLEAR: "TL103"}


@dataclass(frozen=True, slots=True)
class Contradiction:
    code: str
    row: TermRow
    """The terms that were held against the mention."""

    @property
    def preferred(self) -> TermEntry | None:
        return self.row.preferred


def contradiction(mention: Mention, style: EffectiveStyle) -> Contradiction | None:
    """None where the word is fine, is no party, or where the rule is off."""
    row = refusing_row(mention, style)
    if row is None or not style.is_on(CODES[row.relationship]):
        return None
    return Contradiction(CODES[row.relationship], row)


def may_be_reported(mention: Mention, style: EffectiveStyle, *, whole: bool) -> bool:
    """Whether a finding may come of a mention, so that its evidence is wanted. ``whole``: of an agreement, which pools them.

    Mixed terms are told by comparing mentions, so where that rule is on any may be reported.
    """
    return whole or style.is_on("TL201") or contradiction(mention, style) is not None


def refusing_row(mention: Mention, style: EffectiveStyle) -> TermRow | None:
    """The terms that refuse the mention's word, whatever rules are on.

    A relationship read with less than ``min_confidence`` counts as unclear, and then only where its own terms refuse the
    word too: a doubtful reading that makes the word right is no reason to report it.
    """
    if mention.sense is not Sense.PARTY or mention.relationship is None:
        return None
    row = style.row(mention.relationship)
    if not is_sure(mention, style):
        if row.status(mention.term) is not TermStatus.DEPRECATED:
            return None
        row = style.row(Relationship.UNCLEAR)
    return row if row.status(mention.term) is TermStatus.DEPRECATED else None


def is_sure(mention: Mention, style: EffectiveStyle) -> bool:
    """Whether the relationship counts as read. Unclear is never doubtful, a declaration neither."""
    if mention.declared or mention.relationship is None or mention.relationship is Relationship.UNCLEAR:
        return True
    least = style.min_confidence
    return mention.confidence >= (AUTO[mention.relationship] if least is None else least)


def is_settled(mention: Mention, style: EffectiveStyle) -> bool:
    """Whether every relationship would lead to the same word, so that the evidence does not matter."""
    rows = [style.row(relationship) for relationship in Relationship]
    words = {row.preferred.term if row.preferred else None for row in rows}
    return len(words) == 1 and all(row.status(mention.term) is TermStatus.DEPRECATED for row in rows)
