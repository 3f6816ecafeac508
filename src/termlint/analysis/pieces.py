"""The phrases behind a score: every feature that has a place in the document, summed by phrase."""

from collections.abc import Sequence
from dataclasses import dataclass

from termlint.analysis.layout import Layout
from termlint.analysis.linear import LinearModel, View
from termlint.analysis.places import BESIDE, WORD, places_of
from termlint.analysis.sense_views import SenseViews
from termlint.analysis.views import DocumentViews
from termlint.model.document import source_range
from termlint.model.mention import Scope

_MOST_OF_A_VIEW = 8
"""So many of a view's features are told by phrase; the lighter ones are told as a sum."""
_NEAREST_FIRST = tuple(Scope)


@dataclass(slots=True)
class Piece:
    """One phrase, tokens ``start`` to ``end``, and its share of the score of each class over every scope it was seen in."""

    start: int
    end: int
    why: str
    scope: Scope
    """The nearest scope the phrase was seen in."""
    shares: list[float]
    phrase: str = ""
    """The words it is made of: what is seen twice is told once."""


@dataclass(slots=True)
class Pieces:
    """What a score is made of: phrases, and the rest that has no place of its own."""

    layout: Layout
    told: list[Piece]
    rest: list[float]


def gather(
    views: DocumentViews, scored: Sequence[tuple[LinearModel, View, float]], *, sense_views: SenseViews | None = None
) -> Pieces:
    """The pieces of a sum of scored views, each with the factor its score came in with. Sense views need their maker."""
    by_phrase: dict[str, Piece] = {}
    rest = [0.0] * len(scored[0][0].classes)
    for model, view, factor in scored:
        told, untold = _told(model, view, views, sense_views)
        for piece in told:
            _merge(by_phrase, piece, factor)
        rest = [left + factor * right for left, right in zip(rest, untold, strict=True)]
    return Pieces(views.layout, _absorb(list(by_phrase.values())), rest)


def text_of(layout: Layout, piece: Piece) -> str:
    """The phrase as the block has it; a guarded stand-in never begins or ends one."""
    block = layout.document.blocks[layout.blocks[piece.start]]
    return block.text[layout.starts[piece.start] : layout.ends[piece.end - 1]]


def place_of(layout: Layout, piece: Piece) -> tuple[int, int]:
    """Source offsets of the phrase."""
    block = layout.document.blocks[layout.blocks[piece.start]]
    return source_range(block, layout.starts[piece.start], layout.ends[piece.end - 1])


def _merge(by_phrase: dict[str, Piece], piece: Piece, factor: float) -> None:
    known = by_phrase.get(piece.phrase)
    if known is None:
        shares = [factor * share for share in piece.shares]
        by_phrase[piece.phrase] = Piece(piece.start, piece.end, piece.why, piece.scope, shares, piece.phrase)
        return
    for index, share in enumerate(piece.shares):
        known.shares[index] += factor * share
    if _NEAREST_FIRST.index(piece.scope) < _NEAREST_FIRST.index(known.scope):
        known.scope, known.start, known.end = piece.scope, piece.start, piece.end
    if known.why in (WORD, BESIDE) and piece.why not in (WORD, BESIDE):
        known.why = piece.why


def _absorb(pieces: list[Piece]) -> list[Piece]:
    """A plain word inside a longer phrase is told with the phrase."""
    pieces.sort(key=lambda piece: (piece.start - piece.end, piece.start))
    kept: list[Piece] = []
    for piece in pieces:
        around = None
        if piece.why in (WORD, BESIDE):
            around = next((other for other in kept if other.start <= piece.start and piece.end <= other.end), None)
        if around is None:
            kept.append(piece)
        else:
            around.shares = [left + right for left, right in zip(around.shares, piece.shares, strict=True)]
            around.scope = min(around.scope, piece.scope, key=_NEAREST_FIRST.index)
    return kept


def _told(
    model: LinearModel, view: View, views: DocumentViews, sense_views: SenseViews | None
) -> tuple[list[Piece], list[float]]:
    """The heaviest pieces of a view, and the sum of the rest. Kept with the view."""
    if view.told is None:
        view.told = {}
    known = view.told.get(model.name)
    if known is None:
        by_phrase: dict[str, Piece] = {}
        rest = list(model.score(view))
        for feature, shares in model.heaviest(view, _MOST_OF_A_VIEW):
            places = list(places_of(views, sense_views, feature, view))
            for start, end, why in places:
                phrase = " ".join(views.layout.words[start:end])
                _merge(by_phrase, Piece(start, end, why, view.scope, shares, phrase), 1 / len(places))
            if places:
                rest = [left - right for left, right in zip(rest, shares, strict=True)]
        known = view.told[model.name] = (list(by_phrase.values()), rest)
    return known
