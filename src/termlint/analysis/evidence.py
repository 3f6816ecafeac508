"""The reasons of a decision, in the user's own text, as a writer can read and argue with them."""

from collections.abc import Sequence

from termlint.analysis.layout import Layout
from termlint.analysis.linear import LinearModel
from termlint.analysis.own_cues import OwnCueHit
from termlint.analysis.pieces import Piece, Pieces, gather, place_of, text_of
from termlint.analysis.relationship import RelationshipReading
from termlint.analysis.sense import SENSES, SenseReading
from termlint.analysis.sense_views import SenseViews
from termlint.analysis.views import RELATIONSHIPS, DocumentViews
from termlint.model.mention import Evidence, Relationship, Scope

MOST_TOLD = 8
"""Pieces told one by one; the rest is told as one sum."""
_DECIDING_SHARE = 0.5
_DECIDING_MARGIN = 1.0
"""The scope that decides is the nearest within which this share of what speaks for the relationship is found, or so much
that it would do by itself (log-odds over the mean of the other relationships)."""


def explain_relationship(
    views: DocumentViews, reading: RelationshipReading, *, sharpness: float
) -> tuple[Scope, tuple[Evidence, ...]]:
    """Where the deciding evidence stands, and all of it.

    The house style's own cues come first, then the heaviest phrases, then what the document's other mentions added, then
    the sum of all that is not told one by one.
    """
    pieces = gather(views, [(scored.model, scored.view, scored.factor * sharpness) for scored in reading.pieces])
    own = [(cue, cue.weight * sharpness) for cue in reading.own_cues]
    pooled = [share * sharpness for share in reading.pooled]
    return _deciding_scope(reading.relationship, pieces, own), tuple(_tell(pieces, own, pooled))


def explain_sense(
    layout: Layout, views: DocumentViews, sense_views: SenseViews, model: LinearModel, reading: SenseReading
) -> tuple[Evidence, ...]:
    """The heaviest pieces for the sense that was read; they speak for no relationship."""
    decided = SENSES.index(reading.sense)
    pieces = gather(views, [(model, view, 1.0) for view in reading.views], sense_views=sense_views).told
    pieces.sort(key=lambda piece: (-piece.shares[decided], piece.start))
    return tuple(
        Evidence(
            text_of(layout, piece),
            *place_of(layout, piece),
            None,
            _told_scope(piece.scope),
            round(piece.shares[decided], 2),
            True,
            f"{piece.why}; speaks for {reading.sense}",
        )
        for piece in pieces[:MOST_TOLD]
        if piece.shares[decided] > 0
    )


def _deciding_scope(relationship: Relationship, pieces: Pieces, own: Sequence[tuple[OwnCueHit, float]]) -> Scope:
    if relationship is Relationship.UNCLEAR:
        return Scope.NONE
    decided = RELATIONSHIPS.index(relationship)
    by_scope = dict.fromkeys(Scope, 0.0)
    for piece in pieces.told:
        by_scope[piece.scope] += _margin(piece.shares, decided)
    for cue, weight in own:
        if cue.relationship is relationship:
            by_scope[cue.scope] += weight
    total = sum(weight for weight in by_scope.values() if weight > 0)
    so_far = 0.0
    for scope in (Scope.CLAUSE, Scope.SENTENCE, Scope.PARAGRAPH, Scope.HEADING):
        so_far += by_scope[scope]
        if so_far >= min(_DECIDING_SHARE * total, _DECIDING_MARGIN) > 0:
            return scope
    return Scope.DOCUMENT


def _margin(shares: Sequence[float], decided: int) -> float:
    others = [share for index, share in enumerate(shares) if index != decided]
    return shares[decided] - sum(others) / len(others)


def _tell(pieces: Pieces, own: Sequence[tuple[OwnCueHit, float]], pooled: Sequence[float]) -> list[Evidence]:
    layout = pieces.layout
    told = []
    for cue, weight in own:
        piece = Piece(cue.start, cue.end, "your house style's own cue", cue.scope, [])
        told.append(_evidence(layout, piece, cue.relationship, weight))
    ordered = sorted(pieces.told, key=lambda piece: (-max(piece.shares), piece.start))
    for piece in ordered[:MOST_TOLD]:
        best = max(range(len(RELATIONSHIPS)), key=piece.shares.__getitem__)
        told.append(_evidence(layout, piece, RELATIONSHIPS[best], piece.shares[best]))
    if any(pooled):
        told.append(_sum(pooled, "the document's other mentions of the same provider's parties"))
    rest = pieces.rest
    for piece in ordered[MOST_TOLD:]:
        rest = [left + right for left, right in zip(rest, piece.shares, strict=True)]
    lighter = len(ordered) - MOST_TOLD
    phrases = "a lighter phrase, and " if lighter == 1 else f"{lighter} lighter phrases, and " if lighter > 1 else ""
    told.append(_sum(rest, f"{phrases}how such texts usually are"))
    return told


def _evidence(layout: Layout, piece: Piece, relationship: Relationship, weight: float) -> Evidence:
    return Evidence(
        text_of(layout, piece),
        *place_of(layout, piece),
        relationship,
        _told_scope(piece.scope),
        round(weight, 2),
        True,
        piece.why,
    )


def _sum(shares: Sequence[float], why: str) -> Evidence:
    """A piece without a place or a text of its own."""
    best = max(range(len(RELATIONSHIPS)), key=shares.__getitem__)
    return Evidence("", None, None, RELATIONSHIPS[best], Scope.DOCUMENT, round(shares[best], 2), True, why)


def _told_scope(scope: Scope) -> Scope:
    return Scope.SENTENCE if scope is Scope.CLAUSE else scope
