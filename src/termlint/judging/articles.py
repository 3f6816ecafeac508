"""``a`` and ``an`` before a word that changes."""

import re
from dataclasses import dataclass

_BEFORE = re.compile("(?<![\\w.-])(?<!\\w['\u2019])(an?)\\s{1,8}$", re.IGNORECASE)
_SENTENCE_START = re.compile("(?:^|[.!?:\u2026][\"'\u201d\u2019)]*\\s+|[\"'\u201c\u2018(])$")
_YOU_SOUND = re.compile(r"eu|ewe|u(?:ni(?![nmd])|s[aeu]|t[ei]|r[aeio]|bi)|one\b|once\b")
_SILENT_H = re.compile(r"hour|honest|honou?r|heir")
_SPELLED_OUT = frozenset("AEFHILMNORSX")
_REACH = 12


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """``text[start:end]`` of a block becomes ``new``."""

    start: int
    end: int
    new: str


def article_for(word: str) -> str:
    """By sound, as far as spelling tells: a user, an hour, a European, an NHS patient."""
    first = re.match(r"[^\W_]+", word)
    if not first:
        return "a"
    token = first.group()
    if token[0].isdigit():
        return "an" if token[0] == "8" or token in {"11", "18"} else "a"
    if token.isupper() and (len(token) == 1 or len(token) <= 4):
        return "an" if token[0] in _SPELLED_OUT else "a"
    lower = word.lower()
    if _SILENT_H.match(lower):
        return "an"
    return "an" if lower[0] in "aeiou" and not _YOU_SOUND.match(lower) else "a"


def opens_sentence(text: str, at: int) -> bool:
    return _SENTENCE_START.search(text, max(0, at - _REACH), at) is not None


def article_change(text: str, at: int, *, written: str, spelling: str) -> ArticleChange | None:
    """What becomes of an article right before ``text[at]``, where ``spelling`` (written there as ``written``) will stand."""
    window = text[max(0, at - _REACH) : at]
    found = _BEFORE.search(window)
    if not found:
        return None
    old, start = found[1], at - len(window) + found.start(1)
    shouted = len(written) > 1 and written.isupper()
    if old[0].isupper() and not (shouted or written[:1].isupper() or opens_sentence(text, start)):
        return None  # a letter, as in "Vitamin A"
    new = article_for(spelling)
    if new == old.lower():
        return None
    new = new.upper() if shouted and old.isupper() else new.capitalize() if old[0].isupper() else new
    return ArticleChange(start, start + len(old), new)
