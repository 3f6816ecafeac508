"""The replacement as it would be written: number, case and possessive of the word it stands for."""

import re

from termlint.model.term import Term

_POSSESSIVE = re.compile("(?<=\\w)(['\u2019])([sS]?)$")


def parted(text: str) -> tuple[str, str]:
    """A mention as word and possessive ending: ``("customers", "'")``."""
    found = _POSSESSIVE.search(text)
    return (text[: found.start()], found.group()) if found else (text, "")


def is_plural(text: str, term: Term) -> bool:
    word = _plain(parted(text)[0])
    return word == term.plural and word != term.singular


def inflected(text: str, *, term: Term, replacement: Term, spelling: Term | None = None, opening: bool = False) -> str:
    """``text`` is a mention of ``term`` as written: ``inflected("CUSTOMERS'", …) == "CLIENTS'"``.

    ``spelling`` is the term as the house style spells it: the capitals of "NHS patient" are its own, and tell of the
    replacement's nothing. ``opening``: the mention opens a sentence.
    """
    word, ending = parted(text)
    plural = is_plural(text, term)
    new = replacement.plural if plural else replacement.singular
    own = (spelling.plural if plural else spelling.singular) if spelling else ""
    if own != own.lower() and " ".join(word.split()) == own:
        return (_capitalised(new) if opening else new) + _ending(ending, replacement, plural, word.lower())
    return _cased(new, word) + _ending(ending, replacement, plural, word)


def _cased(new: str, like: str) -> str:
    letters = [mark for mark in like if mark.isalpha()]
    if len(letters) > 1 and all(mark.isupper() for mark in letters):
        return new.upper()
    if len(letters) > 2 and letters[-1] == "s" and all(mark.isupper() for mark in letters[:-1]):
        return new[:-1].upper() + new[-1]
    words = like.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return " ".join(_capitalised(word) for word in new.split(" "))
    return _capitalised(new) if letters and letters[0].isupper() else new


def _ending(ending: str, replacement: Term, plural: bool, like: str) -> str:
    if not ending:
        return ""
    if plural and replacement.plural.endswith(("s", "S")):
        return ending[0]
    return ending[0] + (ending[1:] or ("S" if like.isupper() and len(like) > 1 else "s"))


def _capitalised(word: str) -> str:
    """The first letter only: what else is upper case stays."""
    return word[:1].upper() + word[1:]


def _plain(word: str) -> str:
    return " ".join(word.lower().split())
