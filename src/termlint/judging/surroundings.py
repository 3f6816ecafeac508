"""What stands beside a mention and makes a fix delicate. Plain text only: no grammar is known here."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from termlint.model.document import OBJECT, Block, MarkKind
from termlint.model.mention import Mention
from termlint.model.term import Term

_HYPHENS = "-\u2010\u2011"
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
_ONE = frozenset({"a", "an", "each", "every", "any", "one", "another", "no"})
_COPULAS = frozenset("be am is are was were been being stay remain very so more most less too".split())
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
_QUOTES = re.compile(
    '"[^"]{1,600}"|\u201c[^\u201c\u201d]{1,600}\u201d|\u00ab[^\u00ab\u00bb]{1,600}\u00bb'
    "|(?<!\\w)'(?=\\w)(?:[^'\"]|(?<=\\w)'(?=\\w)){1,300}'(?!\\w)"
    "|\u2018(?:[^\u2018\u2019]|(?<=\\w)\u2019(?=\\w)){1,600}\u2019(?!\\w)"
)
_NAME_GOES_ON = re.compile(r"[.:=@\\][^\W\d]|%")
_NAME_BEGAN = re.compile(r"(?:[^\W\d][.:=\\]|[#$%@])$")
"""``customer.id``, ``order.customer``, ``%customer%``: what a program reads, written without code marks."""
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
    return _quotations(block.text).covers(mention.start, mention.end)


def is_beside_code(mention: Mention, block: Block) -> bool:
    before = block.text[max(0, mention.start - 2) : mention.start].rstrip()
    after = block.text[mention.end : mention.end + 2].lstrip()
    return (
        before.endswith(OBJECT)
        or after.startswith(OBJECT)
        or _NAME_GOES_ON.match(block.text, mention.end) is not None
        or _NAME_BEGAN.search(block.text[max(0, mention.start - 2) : mention.start]) is not None
        or _code_marks(_Same(block)).touches(mention.start - 1, mention.end + 1)
    )


def is_linked(mention: Mention, block: Block) -> bool:
    return _link_marks(_Same(block)).touches(mention.start, mention.end)


def is_predicate(mention: Mention, block: Block) -> bool:
    """``please be patient``: a singular without an article behind a form of "be" is hardly the noun. For singulars only."""
    before = _WORD_BEFORE.search(block.text[max(0, mention.start - 30) : mention.start])
    return before is not None and before[1].lower() in _COPULAS


def is_number_open(mention: Mention, block: Block) -> bool:
    """``customer(s)``"""
    return block.text.startswith(("(s)", "(S)"), mention.end)


def is_paired_with(replacement: Term, mention: Mention, block: Block) -> bool:
    """``clients and customers``: after the fix the same word would stand twice."""
    forms = "|".join(re.escape(form) for form in (replacement.singular, replacement.plural))
    after = re.compile(rf"{_JOINED_AFTER}(?:{forms})(?!\w)", re.IGNORECASE)
    before = re.compile(rf"(?<!\w)(?:{forms}){_JOINED_AFTER}$", re.IGNORECASE)
    near = block.text[max(0, mention.start - 60) : mention.start]
    return bool(after.match(block.text, mention.end) or before.search(near))


_CODE_LIKE = frozenset({MarkKind.CODE, MarkKind.PLACEHOLDER, MarkKind.URL, MarkKind.IMAGE})


@dataclass(frozen=True, slots=True)
class _Spans:
    """Disjoint ranges in order, asked by bisection: a line of megabytes holds thousands of them and of mentions."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> "_Spans":
        joined: list[list[int]] = []
        for start, end in sorted(spans):
            if joined and start < joined[-1][1]:
                joined[-1][1] = max(joined[-1][1], end)
            else:
                joined.append([start, end])
        return cls(tuple(start for start, _ in joined), tuple(end for _, end in joined))

    def touches(self, start: int, end: int) -> bool:
        last = bisect_left(self.starts, end) - 1
        return last >= 0 and self.ends[last] > start

    def covers(self, start: int, end: int) -> bool:
        last = bisect_left(self.starts, start) - 1
        return last >= 0 and self.ends[last] >= end


class _Same:
    """A block as a key of a cache, compared by identity: hashing its contents would cost what the cache saves."""

    __slots__ = ("block",)

    def __init__(self, block: Block) -> None:
        self.block = block

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.block is other.block

    def __hash__(self) -> int:
        return id(self.block)


@lru_cache(maxsize=8)
def _quotations(text: str) -> _Spans:
    return _Spans.of(match.span() for match in _QUOTES.finditer(text))


@lru_cache(maxsize=8)
def _code_marks(key: _Same) -> _Spans:
    return _Spans.of((mark.start, mark.end) for mark in key.block.marks if mark.kind in _CODE_LIKE)


@lru_cache(maxsize=8)
def _link_marks(key: _Same) -> _Spans:
    return _Spans.of((mark.start, mark.end) for mark in key.block.marks if mark.kind is MarkKind.LINK)
