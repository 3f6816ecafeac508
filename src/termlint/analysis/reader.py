"""A document that mentions a watched term, read: where spaCy begins and ends."""

from collections.abc import Mapping
from dataclasses import replace

from termlint.analysis.agreement import read_agreement
from termlint.analysis.evidence import explain_relationship, explain_sense
from termlint.analysis.inputs import ReadingInputs
from termlint.analysis.layout import TermHit
from termlint.analysis.pipeline import STATE, load_pipeline, make_doc
from termlint.analysis.relationship import RelationshipReading
from termlint.analysis.sense import SenseReading
from termlint.analysis.state import State
from termlint.model.agreement import Agreement, UseKind
from termlint.model.document import Document, source_range
from termlint.model.mention import Evidence, Mention, Relationship, Scope, Sense

Defined = Mapping[tuple[int, int], UseKind]
"""By block and start in its text."""
_UNSURE = (UseKind.NAME, UseKind.QUOTED, UseKind.ELSEWHERE)
"""Places that are a party only where they read as one."""


def read_mentioned(document: Document, inputs: ReadingInputs, agreement: Agreement | None = None) -> tuple[Mention, ...]:
    """As ``mentions.read_mentions``."""
    nlp = load_pipeline()
    state: State = nlp(make_doc(nlp, document, inputs)).user_data[STATE]
    if agreement is None:
        agreement = read_agreement(document, inputs.terms)
    defined = _without_programs(agreement.terms_at(), agreement, state)
    return tuple(
        _mention(state, hit, sense, relationship, defined)
        for hit, sense, relationship in zip(state.layout.hits, state.senses, state.relationships, strict=True)
    )


def _without_programs(defined: Defined, agreement: Agreement, state: State) -> Defined:
    """Less what an agreement defines as a program: ``"Client" means the software …`` reads as software mostly."""
    senses = {(hit.block, hit.start): sense.sense for hit, sense in zip(state.layout.hits, state.senses, strict=True)}
    kept = dict(defined)
    for party in agreement.parties:
        own = [(each.block, each.start) for each in party.places(*UseKind)]
        read = [senses.get(place) for place in own if defined.get(place) is UseKind.TERM]
        programs = read.count(Sense.SOFTWARE)
        if not agreement.is_sure or programs * 2 > len(read):
            for place in own:
                if senses.get(place) is Sense.SOFTWARE:
                    kept.pop(place, None)
    return kept


def _mention(state: State, hit: TermHit, sense: SenseReading, reading: RelationshipReading, defined: Defined) -> Mention:
    document, inputs = state.layout.document, state.inputs
    block = document.blocks[hit.block]
    kind = defined.get((hit.block, hit.start))
    is_party = sense.sense is Sense.PARTY or kind not in _UNSURE
    is_defined = kind is not None and is_party
    party = is_defined or sense.sense is Sense.PARTY
    start, end = source_range(block, hit.start, hit.end)
    declared = (inputs.declared or document.declared) if party else None
    relationship, confidence = _conclusion(sense, reading, party=party, declared=declared)
    mention = Mention(
        block=hit.block,
        start=hit.start,
        end=hit.end,
        source_start=start,
        source_end=end,
        text=block.text[hit.start : hit.end],
        term=hit.term.singular,
        sense=Sense.PARTY if party else sense.sense,
        relationship=relationship,
        confidence=round(confidence, 3),
        scope=Scope.NONE,
        provider=state.views.provider(hit),
        defined_term=is_defined,
        declared=declared is not None,
    )
    if inputs.wanted is not None and not inputs.wanted(mention):
        return mention
    scope, evidence = _reasons(state, sense, reading, party=party, declared=declared)
    return replace(mention, scope=scope, evidence=evidence)


def _conclusion(
    sense: SenseReading, reading: RelationshipReading, *, party: bool, declared: Relationship | None
) -> tuple[Relationship | None, float]:
    if not party:
        return None, sense.probability
    return (reading.relationship, reading.confidence) if declared is None else (declared, 1.0)


def _reasons(
    state: State, sense: SenseReading, reading: RelationshipReading, *, party: bool, declared: Relationship | None
) -> tuple[Scope, tuple[Evidence, ...]]:
    if not party:
        return Scope.NONE, explain_sense(state.layout, state.views, state.sense_views, state.weights.sense, sense)
    if declared is not None:
        scope = Scope.NONE if declared is Relationship.UNCLEAR else Scope.DOCUMENT
        why = "declared by the house style or by the file itself: beats every inference"
        return scope, (Evidence("", None, None, declared, Scope.DOCUMENT, 0.0, True, why),)
    return explain_relationship(state.views, reading, sharpness=state.weights.combination.sharpness)
