"""A term base as the text of a house style, with what could not be taken in comments."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from termlint.config.loading import load_preset
from termlint.config.starting import settings_text
from termlint.config.style import TermStatus
from termlint.config.term_base import Concept
from termlint.config.term_text import term_problem
from termlint.model.mention import Relationship
from termlint.rulebook import PRESETS

Relate = Callable[[str], Relationship]
"""What a definition says of the relationship."""

_LISTED = 20
_WORDS = {"client": Relationship.ONGOING, "customer": Relationship.TRANSACTIONAL}
Rows = dict[Relationship, dict[str, tuple[TermStatus, str]]]
"""By relationship and lower-case term: its status, and how it is written."""


def style_from(concepts: Sequence[Concept], *, source: str, relate: Relate) -> str:
    """A ``.termlint.yaml`` with the terms of those concepts that name a party, such as "client" or "user"."""
    taken = [concept for concept in concepts if _names_a_party(concept)]
    rows: Rows = {relationship: {} for relationship in Relationship}
    notes: list[str] = []
    for concept in taken:
        relationships, why = _relationships(concept, len(taken), relate)
        notes += [f"{_named(concept)}: {why}.", *_left_out(concept)]
        for relationship in relationships:
            notes += _put(concept, relationship, rows)
    others = [concept for concept in concepts if concept not in taken]
    return "\n".join([*_head(source, len(concepts), notes), *_terms(rows), *_told_of(others)]) + "\n" + settings_text()


def _relationships(concept: Concept, among: int, relate: Relate) -> tuple[tuple[Relationship, ...], str]:
    if concept.definition:
        relationship = relate(concept.definition)
        if relationship is not Relationship.UNCLEAR:
            return (relationship,), f"{relationship}, by its definition"
    if among == 1:
        return tuple(Relationship), "for every relationship, since no other concept names such a party"
    preferred = next((term.text.lower() for term in concept.terms if term.status is TermStatus.PREFERRED), "")
    if preferred in _WORDS:
        return (_WORDS[preferred],), f"{_WORDS[preferred]}, by its word: its definition does not tell"
    return (Relationship.UNCLEAR,), "unclear: neither its definition nor its word tells; move its terms where they belong"


def _put(concept: Concept, relationship: Relationship, rows: Rows) -> Iterator[str]:
    """Adds the concept's terms to the row; tells those that have another status there already."""
    row = rows[relationship]
    for term in concept.terms:
        status, key = term.status, term.text.lower()
        if status is None or term_problem(term.text):
            continue
        if status is TermStatus.PREFERRED and any(known is TermStatus.PREFERRED for known, _ in row.values()):
            status = TermStatus.ADMITTED
            if row.get(key, (None,))[0] is not TermStatus.PREFERRED:
                yield f'  "{term.text}" is preferred, too; a relationship has one preferred term, so it is admitted here.'
        if key in row and row[key][0] is not status:
            if row[key][0] is not TermStatus.PREFERRED or status is not TermStatus.ADMITTED:
                yield f'  "{term.text}" is {status} here and {row[key][0]} in another concept; the first counts.'
            continue
        row[key] = (status, term.text)


def _left_out(concept: Concept) -> Iterator[str]:
    for term in concept.terms:
        if problem := term_problem(term.text):
            yield f'  left out: "{term.text}" {problem}.'
        elif term.status is None:
            told = f'its status "{term.told}" is none of preferred, admitted, deprecated' if term.told else "it has no status"
            yield f'  left out: "{term.text}", since {told}.'
        elif term.told.lower().startswith(("superseded", "obsolete")):
            yield f'  "{term.text}" is {term.told.lower().removesuffix("-admn-sts").removesuffix("term")}: deprecated here.'


def _head(source: str, count: int, notes: Iterable[str]) -> Iterator[str]:
    yield f"# The house style of termlint, from the term base {json.dumps(source, ensure_ascii=False)}."
    concepts = f"{count:,} concept{'s' if count != 1 else ''} in English"
    yield f"# {concepts}. A term base does not say which relationship a term is for; please look at each of these:"
    for note in notes:
        yield from _comment(note)
    yield "version: 1"
    yield "extends: none"


def _terms(rows: Rows) -> Iterator[str]:
    yield "terms:"
    for relationship, row in rows.items():
        fields = []
        for status in TermStatus:
            words = [json.dumps(text, ensure_ascii=False) for known, text in row.values() if known is status]
            if words:
                fields.append(f"{status}: {words[0] if status is TermStatus.PREFERRED else '[' + ', '.join(words) + ']'}")
        yield f"  {relationship}: {{{', '.join(fields)}}}"


def _told_of(others: Sequence[Concept]) -> Iterator[str]:
    if others:
        yield ""
        yield f"# Left out, since they name no customer, client or user: {len(others):,}."
        for concept in others[:_LISTED]:
            yield from _comment(f"  {_named(concept)}")
        if len(others) > _LISTED:
            yield "#   …"


def _comment(text: str) -> Iterator[str]:
    yield "# " + "".join(sign if sign.isprintable() else " " for sign in text)


def _named(concept: Concept) -> str:
    preferred = [term.text for term in concept.terms if term.status is TermStatus.PREFERRED]
    word = (preferred or [concept.terms[0].text])[0]
    return f'"{word}"' + (f" ({concept.name})" if concept.name else "")


def _names_a_party(concept: Concept) -> bool:
    return any(term.text.lower() in _party_words() for term in concept.terms)


@cache
def _party_words() -> frozenset[str]:
    """Those that the shipped presets speak of."""
    styles = [load_preset(name) for name in PRESETS]
    return frozenset(form for style in styles for term in style.watched for form in (term.singular, term.plural))
