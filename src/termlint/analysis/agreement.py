"""A document as an agreement: its parties, by the watched terms that name them, and every place of those terms.

No grammar is needed: agreements follow forms. spaCy is not loaded.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from termlint.analysis.agreement_signs import signs_of
from termlint.analysis.definitions import Found, find_definitions
from termlint.analysis.layout import blocks_with_terms
from termlint.analysis.same_party import are_different, are_two, is_trade, name_one, refers_elsewhere
from termlint.analysis.term_uses import Place, find_places, is_named, is_placeholder
from termlint.model.agreement import Agreement, AgreementSetting, Definition, DefinitionShape, Party, Use, UseKind
from termlint.model.document import BlockKind, Document
from termlint.model.term import Term

_SCHEDULE = re.compile(r"\W*(?:schedule|annex|appendix|exhibit|attachment|addendum)\b", re.IGNORECASE)
_LEAST_LABELLED = 3
"""Signs by which a label names a party, where none of them tells of parties: forms and lists of fields have labels too."""
_LEAST_ELSEWHERE = 1
"""Capitalised uses by which a term counts as defined in another document."""


def read_agreement(
    document: Document, terms: Sequence[Term], *, setting: AgreementSetting = AgreementSetting.AUTO
) -> Agreement:
    """The agreement that ``document`` is; an empty one where it is none, or where no watched term names a party of it."""
    if setting is AgreementSetting.OFF or (setting is AgreementSetting.AUTO and _is_of_fields(document)):
        return Agreement()
    terms = tuple(terms)
    mentioning = blocks_with_terms(document, terms)
    found = find_definitions(document, terms, mentioning)
    if not found and not is_named(document, terms, mentioning):  # what follows reads every clause
        return Agreement()
    signs, declared = signs_of(document), setting is AgreementSetting.ON
    is_sure = declared or len(signs) > 1
    labelled = declared or len(signs) >= _LEAST_LABELLED or (is_sure and "parties" in signs)
    definitions = _accepted(document, found, is_agreement=is_sure, labelled=labelled)
    if not definitions and not is_sure:
        return Agreement()
    places = list(find_places(document, terms, mentioning, {(each.block, each.start) for each in definitions}))
    parties = _parties(document, definitions)
    owners, loose = _owned(document, parties, places, is_sure=is_sure)
    if not parties and not loose:
        return Agreement()
    parties = [replace(party, uses=tuple(owners[index])) for index, party in enumerate(parties)]
    return Agreement(signs, tuple(parties), tuple(loose), tuple(_same(document, parties, terms)), declared)


def _is_of_fields(document: Document) -> bool:
    """A file of keys and values holds many texts, which are no agreement together."""
    return 2 * sum(1 for block in document.blocks if block.kind is BlockKind.FIELD) > len(document.blocks)


def _accepted(document: Document, found: Sequence[Found], *, is_agreement: bool, labelled: bool) -> list[Definition]:
    """Labels count where nothing else defines their term, once."""
    chosen = [
        each.definition
        for each in found
        if (each.strong or is_agreement)
        and each.definition.shape is not DefinitionShape.LABEL
        and not _is_filled_in(document, each.definition)
    ]
    defined = {each.term for each in chosen}
    for each in found:
        if each.definition.shape is DefinitionShape.LABEL and labelled and each.definition.term not in defined:
            defined.add(each.definition.term)
            chosen.append(each.definition)
    return sorted(chosen, key=lambda each: (each.block, each.start))


def _is_filled_in(document: Document, definition: Definition) -> bool:
    text = document.blocks[definition.block].text
    quoted = text[: definition.start].rstrip()[-1:] in ("«", "“", '"', "‘", "'")
    return not quoted and is_placeholder(text, definition.start, definition.end)


def _parties(document: Document, definitions: Iterable[Definition]) -> list[Party]:
    """One a term, but where a schedule defines it anew for somebody else."""
    sections = _sections(document)
    groups: list[list[Definition]] = []
    for definition in definitions:
        for group in groups:
            first = group[0]
            elsewhere = sections[first.block] != sections[definition.block]
            if first.term == definition.term and not (elsewhere and are_different(first.party, definition.party)):
                group.append(definition)
                break
        else:
            groups.append([definition])
    return [Party(group[0].term, tuple(group)) for group in groups]


def _sections(document: Document) -> list[int]:
    """A number for each block, which rises with every schedule; what stands on every page belongs to none."""
    numbers, number = [], 0
    for block in document.blocks:
        if block.location is not None and dict(block.location.details).get("part", "document") != "document":
            numbers.append(0)
            continue
        if len(block.text) <= 80 and _SCHEDULE.match(block.text) and block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            number += 1
        numbers.append(number)
    return numbers


def _owned(
    document: Document, parties: Sequence[Party], places: Sequence[Place], *, is_sure: bool
) -> tuple[dict[int, list[Use]], list[Use]]:
    """The uses of each party by its index, and the places that belong to none."""
    sections = _sections(document)
    owners: dict[int, list[Use]] = defaultdict(list)
    others: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        own = [index for index, party in enumerate(parties) if party.term == place.use.term]
        if not own:
            if place.use.kind is not UseKind.STRAY:
                others[place.use.term].append(place)
            continue
        if place.use.kind is UseKind.STRAY and any(_describes(document, parties[index], place.use) for index in own):
            continue
        here = [index for index in own if sections[parties[index].definitions[0].block] == sections[place.use.block]]
        owners[(here or own)[0]].append(place.use)
    loose: list[Use] = []
    for term in sorted(others):
        _settle_undefined(document, others[term], parties, owners, loose, is_sure=is_sure)
    for uses in owners.values():
        uses.sort(key=lambda use: (use.block, use.start))
    return owners, sorted(loose, key=lambda use: (use.block, use.start))


def _describes(document: Document, party: Party, use: Use) -> bool:
    """``the customer named in the order ("Customer")``: no use of the term, but what it is defined by."""
    for definition in party.definitions:
        if definition.block == use.block:
            between = document.blocks[use.block].text[min(use.end, definition.end) : max(use.start, definition.start)]
            if not re.search(r"[.;]\s", between):
                return True
    return False


def _settle_undefined(
    document: Document,
    places: Sequence[Place],
    parties: Sequence[Party],
    owners: dict[int, list[Use]],
    loose: list[Use],
    *,
    is_sure: bool,
) -> None:
    """A term that is written and not defined: a slip for the one defined party, or a term of another document."""
    if not is_sure:
        return
    plainly = [place for place in places if place.use.kind is UseKind.TERM and not place.positional]
    defined_elsewhere = any(refers_elsewhere(block.text) for block in document.blocks)
    if len(parties) == 1 and plainly and not defined_elsewhere and not are_two(document, parties[0].term, places[0].use.term):
        has_plural = any(definition.text.lower().rstrip("'’").endswith("s") for definition in parties[0].definitions)
        slips = [
            place
            for place in plainly
            if (has_plural or not place.plural) and not is_trade(document.blocks[place.use.block].text, place.use.end)
        ]
        taken = {(place.use.block, place.use.start) for place in slips}
        owners[0] += [replace(place.use, kind=UseKind.SLIP) for place in slips]
        kept = [place for place in places if (place.use.block, place.use.start) not in taken]
    else:
        kept = list(places)
    if parties or sum(not place.plural for place in plainly) >= _LEAST_ELSEWHERE:
        for place in kept:
            kind = UseKind.ELSEWHERE if place.use.kind is UseKind.TERM else place.use.kind
            loose.append(replace(place.use, kind=kind))


def _same(document: Document, parties: Sequence[Party], terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Pairs of parties with two names for one: in one bracket, for one name, or the one defined as the other."""
    for later in range(len(parties)):
        for earlier in range(later):
            if parties[earlier].term != parties[later].term and any(
                name_one(document, one, other, terms)
                for one in parties[earlier].definitions
                for other in parties[later].definitions
            ):
                yield earlier, later
