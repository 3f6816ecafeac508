"""The edits that would put another word in a mention's place, and how far they can be trusted."""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from termlint.judging.articles import article_change, opens_sentence
from termlint.judging.inflecting import inflected, is_plural, parted
from termlint.judging.surroundings import (
    is_beside_code,
    is_compound,
    is_linked,
    is_number_open,
    is_paired_with,
    is_predicate,
    is_quoted,
)
from termlint.model.document import Block, BlockKind, SegmentKind
from termlint.model.editing import edits_for
from termlint.model.finding import Applicability, Edit, Fix
from termlint.model.mention import Mention
from termlint.model.term import Term

_NAMING_KEYS = frozenset({"", "title", "name", "label", "heading"})


def suggested(mention: Mention, block: Block, *, term: Term, spelling: Term, replacement: Term) -> str:
    """The replacement as it would be written; ``spelling`` and ``replacement`` are spelled as the house style spells them."""
    opening = opens_sentence(block.text, mention.start)
    return inflected(mention.text, term=term, replacement=replacement, spelling=spelling, opening=opening)


def build_fix(mention: Mention, block: Block, new: str, *, term: Term, replacement: Term, near: bool) -> Fix:
    """``new`` is what is suggested. ``near``: the reason stands in the same sentence, or none is needed.

    Display-only fixes hold no edits.
    """
    edits = replacing_edits(mention, block, new, term=term, replacement=replacement)
    if edits is None or _is_for_a_person(mention, block, term=term, replacement=replacement):
        return Fix(Applicability.DISPLAY_ONLY, ())
    delicate = (
        not near
        or _is_delicate(block)
        or is_linked(mention, block)
        or is_beside_code(mention, block)
        or is_compound(mention, block, plural=is_plural(mention.text, term))
    )
    return Fix(Applicability.UNSAFE if delicate else Applicability.SAFE, edits)


def _is_delicate(block: Block) -> bool:
    """Whether its wording may be an anchor or an address elsewhere."""
    if block.kind is BlockKind.FIELD:
        return (block.trail[-1].lower() if block.trail else "") in _NAMING_KEYS
    return block.kind is BlockKind.HEADING


def _is_for_a_person(mention: Mention, block: Block, *, term: Term, replacement: Term) -> bool:
    if is_quoted(mention, block) or is_paired_with(replacement, mention, block):
        return True
    if is_number_open(mention, block) and replacement.plural != replacement.singular + "s":
        return True
    plural = is_plural(mention.text, term)
    compound = is_compound(mention, block, plural=plural)
    if not plural and not compound and is_predicate(mention, block):
        return True
    phrase = " " in replacement.singular
    if phrase and compound:
        return True
    # "person we support's" is no English, "service user's" is.
    *before, _ = replacement.singular.split(" ")
    head_first = phrase and replacement.plural.split(" ")[: len(before)] != before
    return bool(head_first and parted(mention.text)[1])


def replacing_edits(mention: Mention, block: Block, new: str, *, term: Term, replacement: Term) -> tuple[Edit, ...] | None:
    """The word and, where it changes, the article before it; None where no edit of the word alone is right."""
    plural = is_plural(mention.text, term)
    edits = _word_edits(mention, block, new)
    if edits is None:
        return None
    spelling = replacement.plural if plural else replacement.singular
    change = article_change(block.text, mention.start, written=new, spelling=spelling)
    if change:
        article = edits_for(block, change.start, change.end, change.new)
        if article is None:
            return None
        edits = (*article, *edits)
    return edits


def _word_edits(mention: Mention, block: Block, new: str) -> tuple[Edit, ...] | None:
    old = block.text[mention.start : mention.end]
    (old_word, old_ending), (new_word, new_ending) = parted(old), parted(new)
    if old_ending == new_ending:  # left as it is spelled, be it an entity or behind a closing mark
        old, new = old_word, new_word
    end = mention.start + len(old)
    if block.joins or not _is_broken(block, mention.start, end):
        return edits_for(block, mention.start, end, new)
    # Over a line end, word by word, so that the line end stays.
    words, old_words, at = new.split(" "), old.split(), mention.start
    if len(old_words) != len(words):
        return None
    edits: list[Edit] = []
    for old_word, word in zip(old_words, words, strict=True):
        at = block.text.index(old_word, at)
        made = edits_for(block, at, at + len(old_word), word)
        if made is None:
            return None
        edits += made
        at += len(old_word)
    return tuple(edits)


def _is_broken(block: Block, start: int, end: int) -> bool:
    """Whether white space inside the range is spelled otherwise in the source, or markup stands inside it."""
    first = bisect_right(block.segments, start, key=lambda segment: segment.start) - 1
    inside = block.segments[first : bisect_left(block.segments, end, key=lambda segment: segment.start)]
    if any(left.source_end != right.source_start for left, right in pairwise(inside)):
        return True
    return any(segment.kind is SegmentKind.ATOM and block.text[segment.start : segment.end].isspace() for segment in inside)
