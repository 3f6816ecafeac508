"""TL201: one provider's party called by two watched terms in one document."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termlint.config import EffectiveStyle, TermEntry
from termlint.judging.contradicting import is_sure
from termlint.model.finding import Verdict, VerdictKind
from termlint.model.mention import Mention, Provider, Relationship, Sense

CODE = "TL201"


@dataclass(frozen=True, slots=True)
class Mixture:
    """A mention that calls a party otherwise than the document mostly, or the house style, does."""

    index: int
    """Of the verdict."""
    kept: TermEntry
    """The word to keep."""
    example: Mention
    """The first mention that uses it."""
    count: int
    """How many use it."""


def mixtures(verdicts: Sequence[Verdict], style: EffectiveStyle) -> Iterator[Mixture]:
    """In no particular order. What is reported or exempt already is neither counted nor reported."""
    for provider in (Provider.AUTHOR, Provider.READER, Provider.OTHER):
        group = [
            index
            for index, verdict in enumerate(verdicts)
            if verdict.kind is VerdictKind.OK
            and verdict.mention.sense is Sense.PARTY
            and verdict.mention.provider is provider
            and not verdict.mention.defined_term
        ]
        for relationship, party in _parties(group, verdicts, style):
            yield from _mixed(party, relationship, verdicts, style)


def _parties(
    group: Sequence[int], verdicts: Sequence[Verdict], style: EffectiveStyle
) -> Iterator[tuple[Relationship, Sequence[int]]]:
    """One provider may have two parties of different relationship; an unclear mention then belongs to neither."""
    sure: dict[Relationship, list[int]] = {}
    for index in group:
        mention = verdicts[index].mention
        if mention.relationship in {Relationship.ONGOING, Relationship.TRANSACTIONAL} and is_sure(mention, style):
            sure.setdefault(mention.relationship, []).append(index)
    if len(sure) > 1:
        yield from sure.items()
    else:
        yield next(iter(sure), Relationship.UNCLEAR), group


def _mixed(
    party: Sequence[int], relationship: Relationship, verdicts: Sequence[Verdict], style: EffectiveStyle
) -> Iterator[Mixture]:
    uses = Counter(verdicts[index].mention.term for index in party)
    if len(uses) < 2:
        return
    preferred = style.row(relationship).preferred
    # Counter keeps the order of first use, and most_common is stable.
    kept = preferred.term.singular if preferred and preferred.term.singular in uses else uses.most_common(1)[0][0]
    entry = next(entry for row in style.terms for entry in row.entries if entry.term.singular == kept)
    example = next(verdicts[index].mention for index in party if verdicts[index].mention.term == kept)
    for index in party:
        if verdicts[index].mention.term != kept:
            yield Mixture(index, entry, example, uses[kept])
