"""What stands beside a mention and makes a fix delicate. Plain text only: no grammar is known here."""

import re
from functools import lru_cache

from termlint.model.document import OBJECT, Block, Mark, MarkKind
from termlint.model.mention import Mention
from termlint.model.term import Term

_HYPHENS = "-\u2010\u2011"
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
_ONE = frozenset({"a", "an", "each", "every", "any", "one", "another", "no"})
_FOLLOWERS = (
    "is was has had have will would can could may might must shall should does did do cannot who whom whose that which and or "
    "but nor if when while where whether because as than to of in on at by for from with without about into onto through "
    "during after before between among under over per via until unless so then also always never often rarely sometimes "
    "usually only just still already not again too there here we you they it he she i this these those the a an our your "
    "their his her its my what how why today now yesterday tomorrow once since within across against along around behind "
    "came went said told paid bought wrote left made took got gave knew saw sent chose found brought kept met felt began "
    "beside besides despite except like near off out past regarding toward towards upon up down"
)
"""After a singular, these tell that it stands alone."""
_PLAIN_FOLLOWERS = frozenset(_FOLLOWERS.split())
_QUOTES = re.compile('"[^"]{1,600}"|\u201c[^\u201c\u201d]{1,600}\u201d|\u00ab[^\u00ab\u00bb]{1,600}\u00bb')
_JOINED_AFTER = r"\s*(?:/|,|&|and|or|and/or)\s*(?:our|your|their|the|a|an|any)?\s*"


def is_compound(mention: Mention, block: Block, *, plural: bool) -> bool:
    """Hyphened, or a singular right before a word that is likely a noun: ``customer-facing``, ``customer base``."""
    text = block.text
    if text[mention.start - 1 : mention.start] in _HYPHENS and mention.start:
        return True
    if text[mention.end : mention.end + 1] and text[mention.end] in _HYPHENS:
        return True
    if plural or mention.text[-1:] in "'\u2019" or re.search("['\u2019][sS]$", mention.text):
        return False
    following = _NEXT_WORD.match(text, mention.end, mention.end + 60)
    if not following:
        return False
    word = following[1].lower()
    if word in _PLAIN_FOLLOWERS or word.endswith(("ed", "ly")):
        return False
    before = _WORD_BEFORE.search(text[max(0, mention.start - 30) : mention.start])
    counted = before is not None and before[1].lower() in _ONE
    return not (counted and word.endswith("s") and not word.endswith("ss"))


def is_quoted(mention: Mention, block: Block) -> bool:
    """Somebody else's words: a block quote, or quotation marks around."""
    if block.quoted:
        return True
    return any(start < mention.start and mention.end <= end for start, end in _quotations(block.text))


def is_beside_code(mention: Mention, block: Block) -> bool:
    before = block.text[max(0, mention.start - 2) : mention.start].rstrip()
    after = block.text[mention.end : mention.end + 2].lstrip()
    return before.endswith(OBJECT) or after.startswith(OBJECT) or _touches(mention, block.marks, _CODE_LIKE, reach=1)


def is_linked(mention: Mention, block: Block) -> bool:
    return _touches(mention, block.marks, frozenset({MarkKind.LINK}), reach=0)


def is_paired_with(replacement: Term, mention: Mention, block: Block) -> bool:
    """``clients and customers``: after the fix the same word would stand twice."""
    forms = "|".join(re.escape(form) for form in (replacement.singular, replacement.plural))
    after = re.compile(rf"{_JOINED_AFTER}(?:{forms})(?!\w)", re.IGNORECASE)
    before = re.compile(rf"(?<!\w)(?:{forms}){_JOINED_AFTER}$", re.IGNORECASE)
    near = block.text[max(0, mention.start - 60) : mention.start]
    return bool(after.match(block.text, mention.end) or before.search(near))


_CODE_LIKE = frozenset({MarkKind.CODE, MarkKind.PLACEHOLDER, MarkKind.URL, MarkKind.IMAGE})


def _touches(mention: Mention, marks: tuple[Mark, ...], kinds: frozenset[MarkKind], *, reach: int) -> bool:
    first, last = mention.start - reach, mention.end + reach
    return any(mark.kind in kinds and mark.start < last and mark.end > first for mark in marks)


@lru_cache(maxsize=8)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _QUOTES.finditer(text))
