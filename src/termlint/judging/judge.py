"""From mentions to verdicts."""

from collections.abc import Sequence
from dataclasses import replace

from termlint.config import EffectiveStyle, TermEntry
from termlint.judging.contradicting import Contradiction, contradiction, is_settled
from termlint.judging.exempting import permitting
from termlint.judging.finding_at import finding_at
from termlint.judging.fingerprint import Fingerprints, sentence_around
from termlint.judging.fixing import build_fix, suggested
from termlint.judging.mixed_terms import CODE as MIXED
from termlint.judging.mixed_terms import Mixture, mixtures
from termlint.judging.wording import message, one_line
from termlint.model.agreement import AgreementReading
from termlint.model.document import Document
from termlint.model.finding import Applicability, Exemption, Finding, Fix, Related, Verdict, VerdictKind
from termlint.model.mention import Mention, Provider, Scope
from termlint.model.term import Term

_NEAR = frozenset({Scope.CLAUSE, Scope.SENTENCE})
_WHOSE = {
    Provider.AUTHOR: "the author's",
    Provider.READER: "the reader's",
    Provider.OTHER: "another's",
    Provider.NONE: "somebody's",
}


def judge(
    document: Document, mentions: Sequence[Mention], style: EffectiveStyle, agreement: AgreementReading | None = None
) -> tuple[Verdict, ...]:
    """One verdict a mention, in the same order. ``agreement`` is what ``judge_agreement`` said of the same mentions."""
    told = dict(agreement.findings) if agreement else {}
    held = agreement.held if agreement else frozenset()
    verdicts = [
        _exempted(document, mention, told[index], style) if index in told else _verdict(document, mention, style, index in held)
        for index, mention in enumerate(mentions)
    ]
    if style.is_on(MIXED):
        for mixture in sorted(mixtures(verdicts, style), key=lambda mixture: mixture.index):
            if mixture.index in held:
                continue
            verdicts[mixture.index] = _mixed_verdict(document, verdicts[mixture.index].mention, mixture, style)
    fingerprints = Fingerprints(document.path)
    return tuple(_fingerprinted(verdict, document, fingerprints) for verdict in verdicts)


def _verdict(document: Document, mention: Mention, style: EffectiveStyle, held: bool) -> Verdict:
    found = contradiction(mention, style)
    if found is None:
        return Verdict(mention, VerdictKind.OK)
    finding = _finding(document, mention, found, style)
    return _exempted(document, mention, finding, style, held=held or mention.defined_term)


def _exempted(document: Document, mention: Mention, finding: Finding, style: EffectiveStyle, *, held: bool = False) -> Verdict:
    if permitting(mention, document.blocks[mention.block], style.exceptions):
        return Verdict(mention, VerdictKind.EXEMPT, Exemption.EXCEPTION, finding)
    if held:
        return Verdict(mention, VerdictKind.EXEMPT, Exemption.DEFINED_TERM, finding)
    return Verdict(mention, VerdictKind.FLAG, None, finding)


def _finding(document: Document, mention: Mention, found: Contradiction, style: EffectiveStyle) -> Finding:
    near = mention.declared or mention.scope in _NEAR or is_settled(mention, style)
    suggestion, fix = _replacement(document, mention, found.preferred, style, near=near)
    told = message(mention, found, document, style, suggestion=suggestion)
    return finding_at(document, mention, found.code, style, told=told, suggestion=suggestion, fix=fix)


def _mixed_verdict(document: Document, mention: Mention, mixture: Mixture, style: EffectiveStyle) -> Verdict:
    suggestion, fix = _replacement(document, mention, mixture.kept, style, near=False)
    other = one_line(mixture.example.text)
    times = "once" if mixture.count == 1 else f"{mixture.count} times"
    told = (
        f'"{one_line(mention.text)}": this document also calls {_WHOSE[mention.provider]} party "{other}" ({times}); '
        f'write "{suggestion}"'
    )
    related = Related(mixture.example.source_start, mixture.example.source_end, f'called "{other}" here')
    finding = finding_at(document, mention, MIXED, style, told=told, suggestion=suggestion, fix=fix, related=(related,))
    return _exempted(document, mention, finding, style)


def _replacement(
    document: Document, mention: Mention, entry: TermEntry | None, style: EffectiveStyle, *, near: bool
) -> tuple[str | None, Fix | None]:
    if entry is None:
        return None, None
    term = next((term for term in style.watched if term.singular == mention.term), Term.of(mention.term))
    entries = (one for row in style.terms for one in row.entries)
    spelling = next((one.spelling for one in entries if one.term.singular == mention.term), term)
    block = document.blocks[mention.block]
    suggestion = suggested(mention, block, term=term, spelling=spelling, replacement=entry.spelling)
    if mention.defined_term:  # changed together with its definition or not at all
        return suggestion, Fix(Applicability.DISPLAY_ONLY, ())
    return suggestion, build_fix(mention, block, suggestion, term=term, replacement=entry.spelling, near=near)


def _fingerprinted(verdict: Verdict, document: Document, fingerprints: Fingerprints) -> Verdict:
    location = document.blocks[verdict.mention.block].location
    if location is not None:
        verdict = replace(verdict, location=location)
    if verdict.finding is None:
        return verdict
    block = document.blocks[verdict.mention.block]
    sentence = sentence_around(block.text, verdict.mention.start, verdict.mention.end)
    return replace(verdict, finding=fingerprints.put(verdict.finding, sentence))
