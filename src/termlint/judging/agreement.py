"""TL301 to TL305: what the house style, and good drafting, say of the names of an agreement's parties."""

import re
from collections.abc import Sequence
from dataclasses import replace

from termlint.config import EffectiveStyle, TermRow
from termlint.judging.contradicting import refusing_row
from termlint.judging.fixing import build_fix
from termlint.judging.pooling import Pooled, pool, quotable
from termlint.judging.surroundings import is_compound
from termlint.judging.unit_fix import Place, Renaming, unit_fix
from termlint.judging.wording import one_line
from termlint.model.agreement import Agreement, AgreementReading, Definition, DefinitionShape, Party, PartyReading, Use, UseKind
from termlint.model.document import Document
from termlint.model.finding import Applicability, Finding, Fix, Related
from termlint.model.mention import Mention, Relationship, Scope, Sense
from termlint.rulebook import catalogue

CONTRADICTS, UNDEFINED, DOUBLED, STRAY, UNUSED = "TL301", "TL302", "TL303", "TL304", "TL305"
_ACTS = frozenset(
    "accepts acknowledges agrees approves asks cancels chooses fails gives instructs needs notifies pays provides receives "
    "requests requires says signs tells terminates undertakes wants warrants wishes".split()
)
_NAME_AFTER = re.compile(r"[\"”’'»]?\s*(?:,|/|\bor\b|\band\b)\s*(?:(?:or|and)\s+)?[\"“‘'«„]")
_NAME_BEFORE = re.compile(r"[\"”’'»]\s*(?:,|/|\bor\b|\band\b)\s*(?:(?:or|and)\s+)?[\"“‘'«„]?(?:the\s+)?$")
_INDEFINITE = "an?|any|each|every|another|other|no|some|former|new|prospective"
"""Before the word in lower case: the paragraph then speaks of somebody else."""


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
        self.introduced: dict[tuple[int, str], bool] = {}
        """Whether a block, by its number, speaks of "a client" or "other clients"."""

    def party(self, index: int) -> PartyReading:
        party = self.agreement.parties[index]
        places = party.places(UseKind.TERM, UseKind.COMPOUND)
        own = [mention for each in places if (mention := self.at.get((each.block, each.start)))]
        pooled = pool(own)
        strays = [use for use in party.of_kind(UseKind.STRAY) if self._means_party(use)]
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
        if self._is_unused(index) and self.style.is_on(UNUSED):
            told = f'"{one_line(first.text)}": defined here and never used; use it, or take the definition out'
            return self._add(first, self._finding(UNUSED, first, told))
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
            return self._finding(CONTRADICTS, first, told, related=related)
        naming = Renaming.of(self.style, first.term, row.preferred.spelling)
        suggestion = naming.suggested(first, self.document.blocks[first.block])
        unit = unit_fix(self.document, self.agreement, party, strays, self.at, naming)
        told = f'{head}; define the party as "{suggestion}", here and in every use'
        if unit.refusal:
            told = f'{head}; define the party as "{suggestion}" (no fix: {unit.refusal})'
        if unit.blocking is not None:
            related.append(self._related(unit.blocking, f"stands in the way of a fix: {unit.refusal}"))
        return self._finding(CONTRADICTS, first, told, related=related, fix=unit.fix, suggestion=suggestion)

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
        return self._finding(DOUBLED, second, told, related=[self._related(first, "the same party is defined here")])

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
            self._add(mention, self._finding(UNDEFINED, mention, told, related=related, fix=fix, suggestion=suggestion))

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
                self._add(mention, self._finding(STRAY, mention, told, related=related, fix=fix, suggestion=suggestion))

    def _means_party(self, use: Use) -> bool:
        mention = self.at.get((use.block, use.start))
        if mention is None or mention.sense is not Sense.PARTY:
            return False
        block = self.document.blocks[use.block]
        following = re.match(r"\s+(\w+)", block.text[mention.end : mention.end + 30])
        acts = following is not None and following[1] in _ACTS
        if following is not None and following[1] == "of":  # "the client of another firm"
            return False
        if block.quoted or (is_compound(mention, block, plural=False) and not acts):
            return False
        key = (use.block, use.term)
        if key not in self.introduced:
            self.introduced[key] = bool(re.search(rf"\b(?:{_INDEFINITE})\s+{re.escape(use.term)}", block.text, re.IGNORECASE))
        return not self.introduced[key]

    def _is_unused(self, index: int) -> bool:
        party = self.agreement.parties[index]
        last = party.definitions[-1].block
        return (
            self.agreement.is_sure
            and not party.uses
            and len(party.definitions) == 1
            and party.definitions[0].shape is not DefinitionShape.LABEL
            and not self._has_another_name(party.definitions[0])
            and len(self.document.blocks) - last > 2
        )

    def _has_another_name(self, definition: Definition) -> bool:
        """``("Customer", "you")``: the agreement goes on with the other one."""
        text = self.document.blocks[definition.block].text
        before, after = text[max(0, definition.start - 20) : definition.start], text[definition.end : definition.end + 20]
        return bool(_NAME_AFTER.match(after) or _NAME_BEFORE.search(before))

    def _related(self, place: Definition | Use | Mention, message: str) -> Related:
        mention = self.at[place.block, place.start]
        location = self.document.blocks[mention.block].location
        return Related(mention.source_start, mention.source_end, f"{message} ({location.label})" if location else message)

    def _finding(
        self,
        code: str,
        mention: Mention,
        told: str,
        *,
        related: Sequence[Related] = (),
        fix: Fix | None = None,
        suggestion: str | None = None,
    ) -> Finding:
        return Finding(
            code=code,
            name=next(rule.name for rule in catalogue() if rule.code == code),
            severity=self.style.severity(code),
            start=mention.source_start,
            end=mention.source_end,
            text=mention.text,
            message=told,
            relationship=mention.relationship,
            confidence=mention.confidence,
            scope=mention.scope,
            evidence=mention.evidence,
            fix=fix,
            suggestion=suggestion,
            location=self.document.blocks[mention.block].location,
            related=tuple(related),
        )

    def _add(self, mention: Mention, finding: Finding) -> str:
        self.findings.setdefault(self.number[mention.block, mention.start], finding)
        return f"{finding.code} {finding.name}: {finding.message}"
