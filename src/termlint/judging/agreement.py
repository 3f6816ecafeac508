"""TL301 to TL305: what the house style, and good drafting, say of the names of an agreement's parties."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from termlint.config import EffectiveStyle, TermRow
from termlint.judging.contradicting import refusing_row
from termlint.judging.finding_at import finding_at
from termlint.judging.fixing import build_fix
from termlint.judging.party_words import is_unused, strays_of
from termlint.judging.pooling import Pooled, pool, quotable
from termlint.judging.unit_fix import Place, Renaming, unit_fix
from termlint.judging.wording import one_line
from termlint.model.agreement import Agreement, AgreementReading, Definition, Party, PartyReading, Use, UseKind
from termlint.model.document import Document
from termlint.model.finding import Applicability, Finding, Fix, Related
from termlint.model.mention import Mention, Relationship, Scope, Sense

CONTRADICTS, UNDEFINED, DOUBLED, STRAY, UNUSED = "TL301", "TL302", "TL303", "TL304", "TL305"


def judge_agreement(
    document: Document, agreement: Agreement, mentions: Sequence[Mention], style: EffectiveStyle
) -> AgreementReading:
    """Findings at the places they stand at, and each party's reading as a whole."""
    judging = _Judging(document, agreement, mentions, style)
    parties = tuple(judging.party(index) for index in range(len(agreement.parties)))
    # In an agreement that defines one of the words, the other one for anybody would bring in a party.
    is_sure = agreement.is_sure and bool(agreement.parties)
    held = {index for index, mention in enumerate(mentions) if mention.defined_term or is_sure} | judging.held
    findings = sorted(judging.findings.items())
    return AgreementReading(agreement, parties, tuple(findings), frozenset(held))


class _Judging:
    """Gathers findings while one party after the other is judged."""

    def __init__(self, document: Document, agreement: Agreement, mentions: Sequence[Mention], style: EffectiveStyle) -> None:
        self.document, self.agreement, self.style = document, agreement, style
        self.at: dict[Place, Mention] = {(mention.block, mention.start): mention for mention in mentions}
        self.number = {(mention.block, mention.start): index for index, mention in enumerate(mentions)}
        self.findings: dict[int, Finding] = {}
        self.held: set[int] = set()
        self._finding = partial(finding_at, document, style=style)

    def party(self, index: int) -> PartyReading:
        party = self.agreement.parties[index]
        places = party.places(UseKind.TERM, UseKind.COMPOUND)
        own = [mention for each in places if (mention := self.at.get((each.block, each.start)))]
        pooled = pool(own)
        strays = strays_of(self.document, party, self.at)
        verdict = "fine as it stands"
        first = self.at.get((party.definitions[0].block, party.definitions[0].start))
        if first is not None and first.sense is Sense.PARTY:
            verdict = self._definition(index, first, pooled, strays) or verdict
        if self.agreement.is_sure:
            self._slips(party)
            self._strays(party, strays)
        else:
            self.held |= {self.number[use.block, use.start] for use in strays}
        return PartyReading(party, pooled.relationship, pooled.confidence, pooled.counts, pooled.evidence, verdict)

    def _definition(self, index: int, first: Mention, pooled: Pooled, strays: Sequence[Use]) -> str:
        """At most one finding at a definition: two names, then a wrong name, then a name without use."""
        party = self.agreement.parties[index]
        twin = next((pair for pair in self.agreement.same if index in pair), None)
        if twin is not None:
            if index == twin[1] and self.style.is_on(DOUBLED):
                return self._add(first, self._doubled(self.agreement.parties[twin[0]], first))
            return f'also defined as "{self.agreement.parties[twin[0] + twin[1] - index].definitions[0].text}"'
        as_one = replace(
            first,
            relationship=pooled.relationship,
            confidence=pooled.confidence,
            evidence=pooled.evidence,
            declared=pooled.declared,
            scope=Scope.DOCUMENT if pooled.relationship is not Relationship.UNCLEAR else Scope.NONE,
        )
        row = refusing_row(as_one, self.style)
        if row is not None and self.style.is_on(CONTRADICTS):
            preferred = row.preferred.term.singular if row.preferred else None
            if any(other.term == preferred for other in self.agreement.parties):
                return f'left alone: the agreement has another party called "{preferred}"'
            return self._add(first, self._contradicting(party, as_one, pooled, row, strays))
        if is_unused(self.document, self.agreement, party) and self.style.is_on(UNUSED):
            told = f'"{one_line(first.text)}": defined here and never used; use it, or take the definition out'
            return self._add(first, self._finding(first, UNUSED, told=told))
        return ""

    def _contradicting(self, party: Party, first: Mention, pooled: Pooled, row: TermRow, strays: Sequence[Use]) -> Finding:
        kinds = (UseKind.TERM, UseKind.COMPOUND, UseKind.NAME, UseKind.QUOTED)
        uses: tuple[Definition | Use, ...] = (*party.places(*kinds)[1:], *strays)
        related = [self._related(use, "used here") for use in sorted(uses, key=lambda use: (use.block, use.start))]
        count = "1 use" if len(related) == 1 else f"{len(related)} uses"
        reason = self._reason(pooled, row, count)
        head = f'"{one_line(first.text)}": {reason}'
        if row.preferred is None:
            told = f"{head}; the house style names no word for it; find another"
            return self._finding(first, CONTRADICTS, told=told, related=related)
        naming = Renaming.of(self.style, first.term, row.preferred.spelling)
        suggestion = naming.suggested(first, self.document.blocks[first.block])
        unit = unit_fix(self.document, self.agreement, party, strays, self.at, naming)
        told = f'{head}; define the party as "{suggestion}", here and in every use'
        if unit.refusal:
            told = f'{head}; define the party as "{suggestion}" (no fix: {unit.refusal})'
        if unit.blocking is not None:
            related.append(self._related(unit.blocking, f"stands in the way of a fix: {unit.refusal}"))
        return self._finding(first, CONTRADICTS, told=told, related=related, fix=unit.fix, suggestion=suggestion)

    def _reason(self, pooled: Pooled, row: TermRow, count: str) -> str:
        if pooled.declared:
            return f"declared as {pooled.relationship} ({count})"
        if row.relationship is Relationship.UNCLEAR:
            return f"the agreement does not show which relationship it is (unclear; {count})"
        quoted = [f'"{one_line(each.text)}"' for each in quotable(pooled.evidence, pooled.relationship)[:2]]
        says = f"says {' and '.join(quoted)}" if quoted else "as a whole reads so"
        return f"the agreement {says} ({pooled.relationship}; {count})"

    def _doubled(self, earlier: Party, second: Mention) -> Finding:
        first = earlier.definitions[0]
        told = (
            f'"{one_line(second.text)}": the agreement defines "{one_line(first.text)}" for the same party; keep one of the two'
        )
        return self._finding(second, DOUBLED, told=told, related=[self._related(first, "the same party is defined here")])

    def _slips(self, party: Party) -> None:
        first = party.definitions[0]
        for use in party.of_kind(UseKind.SLIP):
            mention = self.at.get((use.block, use.start))
            if mention is None or mention.sense in (Sense.SOFTWARE, Sense.NAME):
                continue
            self.held.add(self.number[use.block, use.start])
            if not self.style.is_on(UNDEFINED):
                continue
            kept = next(each.spelling for row in self.style.terms for each in row.entries if each.term.singular == party.term)
            naming, block = Renaming.of(self.style, use.term, kept), self.document.blocks[use.block]
            suggestion = naming.suggested(mention, block)
            fix = build_fix(mention, block, suggestion, term=naming.term, replacement=kept, near=False)
            told = (
                f'"{one_line(mention.text)}": the agreement defines "{one_line(first.text)}" and never this word; '
                f'write "{suggestion}", or define it'
            )
            related = [self._related(first, "defined here")]
            self._add(mention, self._finding(mention, UNDEFINED, told=told, related=related, fix=fix, suggestion=suggestion))

    def _strays(self, party: Party, strays: Sequence[Use]) -> None:
        first = party.definitions[0]
        for use in strays:
            mention = self.at[use.block, use.start]
            self.held.add(self.number[use.block, use.start])
            if self.style.is_on(STRAY) and len(strays) <= len(party.of_kind(UseKind.TERM)):
                suggestion = mention.text[:1].upper() + mention.text[1:]
                told = (
                    f'"{one_line(mention.text)}": the agreement defines "{one_line(first.text)}"; '
                    f'write "{suggestion}" where that party is meant'
                )
                related = [self._related(first, "defined here")]
                fix = Fix(Applicability.DISPLAY_ONLY, ())
                self._add(mention, self._finding(mention, STRAY, told=told, related=related, fix=fix, suggestion=suggestion))

    def _related(self, place: Definition | Use | Mention, message: str) -> Related:
        mention = self.at[place.block, place.start]
        location = self.document.blocks[mention.block].location
        return Related(mention.source_start, mention.source_end, f"{message} ({location.label})" if location else message)

    def _add(self, mention: Mention, finding: Finding) -> str:
        self.findings.setdefault(self.number[mention.block, mention.start], finding)
        return f"{finding.code} {finding.name}: {finding.message}"
