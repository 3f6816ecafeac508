"""Coarse classes of words, told by closed lists and endings: what a sentence is built of, without a parser."""

from functools import lru_cache

from termlint.analysis.layout import MASK, MASK_PLURAL

_CLOSED = {
    "modal": "can may must will should could would might shall cannot can't won't couldn't shouldn't wouldn't",
    "be": "is are was were be been being am isn't aren't wasn't weren't",
    "have": "has have had having hasn't haven't hadn't",
    "do": "do does did don't doesn't didn't",
    "determiner": "the a an this that these those each every any some all no another both either neither",
    "possessive": "our my your their its his her whose",
    "preposition": "of in on at by for from with without about into onto through during after before between among under over "
    "per via until against to as within across toward towards upon like than",
    "conjunction": "and or but nor so because if when while where unless although though since whether",
    "pronoun": "i you we they he she it them us me him who whom which what",
}
_CLASS_OF = {word: name for name, words in _CLOSED.items() for word in words.split()}
_NOUN_ENDINGS = ("tion", "ment", "ness", "ity", "ance", "ence")

AUXILIARIES = frozenset({"modal", "be", "have", "do", "ly"})
"""Classes that may stand between a subject and its verb."""
OPENERS = frozenset({"determiner", "possessive"})
"""Classes that open a noun phrase."""


@lru_cache(maxsize=20_000)
def class_of(word: str) -> str:
    """The class of a lower-case word; a mark stands for itself, any other word is ``x``."""
    if word in (MASK, MASK_PLURAL):
        return "§"
    known = _CLASS_OF.get(word)
    if known is not None:
        return known
    if not word[0].isalnum():
        return word
    if word[0].isdigit():
        return "0"
    for ending in ("ing", "ed", "ly"):
        if word.endswith(ending):
            return ending
    if word.endswith(_NOUN_ENDINGS):
        return "noun"
    return "s" if word.endswith("s") and not word.endswith("ss") else "x"
