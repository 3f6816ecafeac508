"""What a finding says: the word, the reason in the text, and the suggestion, in that order."""

from termlint.config import EffectiveStyle
from termlint.judging.contradicting import Contradiction
from termlint.model.document import Document
from termlint.model.mention import Evidence, Mention, Relationship, Scope

_LONGEST = 80


def message(
    mention: Mention, found: Contradiction, document: Document, style: EffectiveStyle, *, suggestion: str | None
) -> str:
    advice = f'write "{suggestion}"' if suggestion else "the house style names no word for it; find another"
    return f'"{one_line(mention.text)}": {_reason(mention, found, document, style)}; {advice}'


def one_line(text: str) -> str:
    """White space as single blanks, long texts cut in the middle."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST // 2].rstrip()} … {flat[-_LONGEST // 2 :].lstrip()}"


def _reason(mention: Mention, found: Contradiction, document: Document, style: EffectiveStyle) -> str:
    if mention.declared:
        return f"{_declarer(document, style)} says {mention.relationship}"
    if found.row.relationship is Relationship.UNCLEAR:
        return "the text does not show which relationship it is (unclear)"
    strongest = _strongest(mention)
    if strongest is None:
        return f"the text as a whole reads as {mention.relationship}"
    return f'the text says "{one_line(strongest.text)}" ({mention.relationship})'


def _declarer(document: Document, style: EffectiveStyle) -> str:
    if document.declared is not None or style.relationship is None:
        return "the file's own front matter"
    return str(style.relationship.origin)


def _strongest(mention: Mention) -> Evidence | None:
    """The piece to quote: a cue rather than a bare word, and the nearest first, since nearer evidence beats stronger."""
    speaking = [
        each
        for each in mention.evidence
        if each.counted and each.relationship is mention.relationship and any(letter.isalnum() for letter in each.text)
    ]
    heavy = [each for each in speaking if each.weight >= _WORTH_QUOTING] or speaking
    return min(heavy, key=lambda each: (each.why in _BARE, _NEAREST_FIRST.index(each.scope), -each.weight), default=None)


_WORTH_QUOTING = 0.2
_BARE = ("word", "beside the word")
"""Reasons of pieces that no cue family knows."""
_NEAREST_FIRST = tuple(Scope)
