"""The pieces of a decision, in the user's own text, as a writer can read and argue with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termlint.analysis.layout import Layout
from termlint.analysis.linear import LinearModel, View
from termlint.analysis.own_cues import OwnCueHit
from termlint.analysis.relationship import RelationshipReading
from termlint.analysis.sense import SENSES, SenseReading
from termlint.analysis.views import RELATIONSHIPS, DocumentViews
from termlint.model.document import source_range
from termlint.model.mention import Evidence, Relationship, Scope

MOST_PIECES = 8
"""Pieces told one by one; the rest is told as one sum."""
_MOST_OF_A_VIEW = 12
_NEAREST_FIRST = tuple(Scope)


@dataclass(slots=True)
class _Piece:
    """One phrase and its share of the score of each class, summed over every scope it was seen in."""

    start: int
    end: int
    """Tokens; both -1 where the phrase stands in a heading."""
    text: str
    why: str
    scope: Scope
    shares: list[float]


def relationship_evidence(views: DocumentViews, reading: RelationshipReading, *, sharpness: float) -> tuple[Evidence, ...]:
    """The heaviest pieces first, then what the other mentions added, then the sum of all that is not told one by one."""
    pieces: dict[str, _Piece] = {}
    rest = [0.0] * len(RELATIONSHIPS)
    for scored in reading.pieces:
        told, untold = _told(scored.model, scored.view, views)
        factor = scored.factor * sharpness
        for piece in told:
            _merge(pieces, piece, factor)
        rest = [left + factor * right for left, right in zip(rest, untold, strict=True)]
    ordered = sorted(pieces.values(), key=lambda piece: (-max(piece.shares), piece.start, piece.text))
    for piece in ordered[MOST_PIECES:]:
        rest = [left + right for left, right in zip(rest, piece.shares, strict=True)]
    found = [_own_cue(views.layout, cue, sharpness) for cue in reading.own_cues]
    found += [_evidence(views.layout, piece, RELATIONSHIPS) for piece in ordered[:MOST_PIECES]]
    if any(reading.pooled):
        found.append(
            _sum(
                "the other mentions", reading.pooled, sharpness, "what the document says of the same provider's other mentions"
            )
        )
    found.append(
        _sum(
            "everything else", rest, 1.0, f"{max(0, len(ordered) - MOST_PIECES)} lighter pieces and how such texts usually are"
        )
    )
    return tuple(found)


def sense_evidence(layout: Layout, views: DocumentViews, model: LinearModel, reading: SenseReading) -> tuple[Evidence, ...]:
    """The heaviest pieces for the sense that was read; they speak for no relationship."""
    decided = SENSES.index(reading.sense)
    pieces: dict[str, _Piece] = {}
    for view in reading.views:
        for piece in _told(model, view, views)[0]:
            _merge(pieces, piece, 1.0)
    ordered = sorted(pieces.values(), key=lambda piece: (-piece.shares[decided], piece.start, piece.text))
    found = []
    for piece in ordered[:MOST_PIECES]:
        if piece.shares[decided] > 0:
            start, end = _source(layout, piece)
            why = f"{piece.why}; speaks for {reading.sense}"
            found.append(Evidence(piece.text, start, end, None, piece.scope, round(piece.shares[decided], 2), True, why))
    return tuple(found)


def _merge(pieces: dict[str, _Piece], piece: _Piece, factor: float) -> None:
    shares = [factor * share for share in piece.shares]
    known = pieces.get(piece.text.lower())
    if known is None:
        pieces[piece.text.lower()] = _Piece(piece.start, piece.end, piece.text, piece.why, piece.scope, shares)
        return
    known.shares = [left + right for left, right in zip(known.shares, shares, strict=True)]
    if _NEAREST_FIRST.index(piece.scope) < _NEAREST_FIRST.index(known.scope):
        known.scope, known.start, known.end = piece.scope, piece.start, piece.end
    if known.why == _WORD and piece.why != _WORD:
        known.why = piece.why


def _evidence(layout: Layout, piece: _Piece, classes: Sequence[Relationship]) -> Evidence:
    best = max(range(len(classes)), key=lambda index: piece.shares[index])
    start, end = _source(layout, piece)
    return Evidence(
        piece.text, start, end, classes[best], _told_scope(piece.scope), round(piece.shares[best], 2), True, piece.why
    )


def _own_cue(layout: Layout, cue: OwnCueHit, sharpness: float) -> Evidence:
    piece = _Piece(cue.start, cue.end, " ".join(layout.raw[cue.start : cue.end]), "", cue.scope, [])
    start, end = _source(layout, piece)
    return Evidence(
        piece.text,
        start,
        end,
        cue.relationship,
        _told_scope(cue.scope),
        round(cue.weight * sharpness, 2),
        True,
        "your house style's own cue",
    )


def _sum(text: str, shares: Sequence[float], factor: float, why: str) -> Evidence:
    best = max(range(len(RELATIONSHIPS)), key=lambda index: shares[index])
    return Evidence(text, None, None, RELATIONSHIPS[best], Scope.DOCUMENT, round(shares[best] * factor, 2), True, why)


def _told_scope(scope: Scope) -> Scope:
    return Scope.SENTENCE if scope is Scope.CLAUSE else scope


def _source(layout: Layout, piece: _Piece) -> tuple[int, int] | tuple[None, None]:
    if piece.start < 0:
        return None, None
    block = layout.document.blocks[layout.blocks[piece.start]]
    return source_range(block, layout.starts[piece.start], layout.ends[piece.end - 1])


_WORD = "word"


def _told(model: LinearModel, view: View, views: DocumentViews) -> tuple[list[_Piece], list[float]]:
    """The heaviest pieces of a view, and the sum of the shares of the rest. Kept with the view."""
    known = view.told.get(model.name)
    if known is None:
        pieces: dict[str, _Piece] = {}
        rest = [0.0] * len(model.classes)
        heaviest = sorted(model.contributions(view), key=lambda told: (-max(map(abs, told[1])), told[0]))
        for rank, (feature, shares) in enumerate(heaviest):
            places = list(_places(views, feature, view)) if rank < _MOST_OF_A_VIEW else []
            if not places:
                rest = [left + right for left, right in zip(rest, shares, strict=True)]
            for start, end, text, why in places:
                _merge(pieces, _Piece(start, end, text, why, view.scope, shares), 1 / len(places))
        known = view.told[model.name] = (list(pieces.values()), rest)
    return known


def _places(views: DocumentViews, feature: str, view: View) -> Iterator[tuple[int, int, str, str]]:
    """Where a feature stands in the document: tokens, text and the reason it is told with. Nothing where it has no place."""
    layout = views.layout
    head, _, tail = feature.partition("@")
    if tail and "=" not in head:
        yield from _cue_places(views, view, tail.partition("|")[0])
    elif "%" in feature:
        yield from _share_places(views, view, feature.partition("%")[2])
    elif feature[1:2] == ":" or feature[1:3] == "2:":
        words = feature.partition(":")[2].split(" ")
        yield from _word_places(layout, view, words)
    else:
        yield from _beside(layout, view, feature)


def _cue_places(views: DocumentViews, view: View, family: str) -> Iterator[tuple[int, int, str, str]]:
    seen = set()
    for start, end in views.places_of(family, view):
        text = " ".join(views.layout.raw[start:end])
        if text.lower() not in seen:
            seen.add(text.lower())
            yield start, end, text, family.replace("-", " ")


def _share_places(views: DocumentViews, view: View, relationship: str) -> Iterator[tuple[int, int, str, str]]:
    seen = set()
    for at in range(view.start, view.end):
        cue = views.cues_at.get(at)
        if cue is not None and cue.form.family.relationship == relationship:
            text = " ".join(views.layout.raw[cue.start : cue.end])
            if text.lower() not in seen:
                seen.add(text.lower())
                yield cue.start, cue.end, text, cue.form.family.id.replace("-", " ")


def _word_places(layout: Layout, view: View, words: list[str]) -> Iterator[tuple[int, int, str, str]]:
    size = len(words)
    if words[0] == "0" or "§" in words or "§s" in words:
        return
    for at in range(view.start, min(view.end, len(layout.words)) - size + 1):
        if layout.words[at : at + size] == words:
            yield at, at + size, " ".join(layout.raw[at : at + size]), _WORD
            return


def _beside(layout: Layout, view: View, feature: str) -> Iterator[tuple[int, int, str, str]]:
    name = feature.partition("=")[0]
    if name in _DISTANCES and view.end == view.start + 1:
        first, after = layout.block_span(layout.blocks[view.start])
        start, end = max(first, view.start + _DISTANCES[name][0]), min(after, view.start + _DISTANCES[name][1])
        if start < end:
            yield start, end, " ".join(layout.raw[start:end]), "beside the word"


_DISTANCES = {
    "L": (-1, 0),
    "R": (1, 2),
    "L2": (-2, 0),
    "R2": (1, 3),
    "w-1": (-1, 0),
    "w1": (1, 2),
    "w-2": (-2, -1),
    "w2": (2, 3),
    "w-2-1": (-2, 0),
    "w12": (1, 3),
}
"""Tokens from the mention that a neighbour feature stands for."""
