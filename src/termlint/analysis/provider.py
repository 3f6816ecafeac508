"""Whose customer or client a mention is: the author's, the reader's, a third party's, nobody's."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from termlint.analysis.layout import MASK, MASK_PLURAL, Layout, TermHit
from termlint.model.mention import Provider

_POSSESSIVES = {
    "our": Provider.AUTHOR, "my": Provider.AUTHOR, "your": Provider.READER,
    "their": Provider.OTHER, "its": Provider.OTHER, "his": Provider.OTHER, "her": Provider.OTHER, "whose": Provider.OTHER,
}  # fmt: skip
_POSTPOSED = {
    "mine": Provider.AUTHOR, "ours": Provider.AUTHOR, "yours": Provider.READER,
    "theirs": Provider.OTHER, "his": Provider.OTHER, "hers": Provider.OTHER,
}  # fmt: skip
_PERSONS = {
    Provider.AUTHOR: frozenset("we us our ours we've we're we'll we'd i me my i've i'm i'll i'd".split()),
    Provider.READER: frozenset("you your you're you've you'll".split()),
    Provider.OTHER: frozenset("they their he she his her its".split()),
}
_DETERMINERS = frozenset("the a an this that these those each every any some no another".split())
"""Before one of these no possessor of the same noun can stand."""
_CONTRACTIONS = frozenset("that let it he she what there here who where how this".split())
"""With an 's these are no possessors: "that's customer service"."""
_OPEN_ENDED = frozenset("all any every different various many each no such".split())
"""After "of" these name no provider: "clients of all sizes"."""
_REACH = 4
"""How many words left of the mention may stand between it and its possessor ("our two oldest clients")."""


@dataclass(frozen=True, slots=True)
class Possession:
    """The provider of one mention, and how it is known."""

    provider: Provider
    explicit: bool
    """A possessor stands beside the word; otherwise only a pronoun in its clause, or nothing, speaks for it."""
    token: int | None = None
    """The possessor's token, where there is one."""
    name: str = ""
    """The word that names a third party ("the bakery's"), where it is no pronoun."""


def find_provider(layout: Layout, hit: TermHit) -> Possession:
    """The provider of one mention as its own clause tells it."""
    words, raw = layout.words, layout.raw
    first, after = layout.sentence_span(hit.token)
    for at in range(hit.token - 1, max(first, hit.token - 1 - _REACH) - 1, -1):
        word = words[at]
        if word in _POSSESSIVES:
            return Possession(_POSSESSIVES[word], True, at)
        if raw[at].endswith(("'s", "’s")) and word not in _CONTRACTIONS:
            return Possession(Provider.OTHER, True, at, word)
        if word in ("'", "’") and at > first and words[at - 1].endswith("s") and layout.ends[at - 1] == layout.starts[at]:
            return Possession(Provider.OTHER, True, at - 1, words[at - 1])
        if word in (MASK, MASK_PLURAL):
            nested = bisect_left(layout.hits, at, key=lambda other: other.token)
            if nested < len(layout.hits) and layout.hits[nested].token == at and layout.hits[nested].possessive:
                return Possession(Provider.OTHER, True, at, word)
            break
        if word in _DETERMINERS or not word[0].isalnum():
            break
    if hit.token + 2 < after and words[hit.token + 1] == "of":
        postposed = words[hit.token + 2]
        if postposed not in _OPEN_ENDED:
            provider = _POSTPOSED.get(postposed) or _POSSESSIVES.get(postposed) or Provider.OTHER
            return Possession(provider, True, hit.token + 2)
    clause_first, clause_after = layout.clause_span(hit.token)
    clause = words[clause_first:clause_after]
    for provider, persons in _PERSONS.items():
        for offset, word in enumerate(clause):
            if word in persons:
                return Possession(provider, False, clause_first + offset)
    return Possession(Provider.NONE, False)


def find_voice(counts: "Counter[str]") -> str:
    """Who speaks in a document of so many words: ``we``, ``i``, ``you`` (the reader is addressed) or ``-``."""
    floor = (counts.total() + 1) / 60
    if counts["we"] + counts["our"] > floor:
        return "we"
    if counts["i"] + counts["my"] > floor:
        return "i"
    return "you" if counts["you"] + counts["your"] > floor else "-"
