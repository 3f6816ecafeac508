"""The words of a document's stretches as features: which stand in it, and in near scopes in which pairs.

Feature names are ``letter`` + ``:word`` or ``2:word word``; views.py tells the letters. A number is "0".
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from termlint.analysis.layout import Layout, words_of
from termlint.analysis.linear import Bag

_VALUES = {"C": (1.0, 6), "S": (1.0, 14), "P": (1.0, 40), "N": (0.6, 100), "H": (1.0, 8), "I": (0.8, 80)}
"""Value of one word and how many words a scope must have before each counts for less."""
_PAIR_VALUES = {"C": (0.7, 6), "S": (0.6, 14)}
_DOCUMENT_VALUE = 1.2


class WordBags:
    """Those of one document: made once, shared by all readings."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._words = layout.words
        self.counts = Counter(layout.words)
        self._unspelt = {word for word in self.counts if not word[0].isalpha()}
        self._numbers = {word for word in self._unspelt if word[0].isdigit()}
        self._signs = {word for word in self._unspelt if not _is_told(word)}
        self._headings: dict[tuple[str, ...], list[str]] = {}
        self._document: tuple[Bag, ...] | None = None

    def of(self, letter: str, start: int, end: int) -> tuple[Bag, ...]:
        """Distinct words of some tokens, and pairs in near scopes, each worth less the more there are."""
        words = self._words[start:end]
        distinct = set(words)
        numbers = distinct & self._numbers
        distinct -= self._signs
        if numbers:
            distinct -= numbers
            distinct.add("0")
            words = ["0" if word in numbers else word for word in words]
        return (_bag(letter, distinct), *_pair_bags(letter, words))

    def spelt(self, letter: str, start: int, end: int, factor: float) -> tuple[Bag, ...]:
        """Distinct words of some tokens, without numbers and stand-ins."""
        return (_bag(letter, set(self._words[start:end]) - self._unspelt, factor),)

    def heading_words(self, headings: tuple[str, ...]) -> list[str]:
        """The words of some headings and of the title, without the watched."""
        if headings not in self._headings:
            self._headings[headings] = words_of((*headings, self._layout.document.title), self._layout.terms)
        return self._headings[headings]

    def document(self) -> tuple[Bag, ...]:
        """The longer words of the document by how often they occur, scaled by its length."""
        if self._document is None:
            by_count: defaultdict[int, list[str]] = defaultdict(list)
            for word, count in self.counts.items():
                if len(word) > 2 and word not in self._unspelt:
                    by_count[count].append(word)
            values = {count: math.log1p(count) for count in by_count}
            length = math.sqrt(sum(len(words) * values[count] ** 2 for count, words in by_count.items()) + 60)
            self._document = tuple(
                Bag("D:", words, _DOCUMENT_VALUE * values[count] / length) for count, words in by_count.items()
            )
        return self._document


def bags_of(letter: str, words: Sequence[str], factor: float = 1.0) -> tuple[Bag, ...]:
    """As ``WordBags.of``, for words that stand nowhere else."""
    plain = ["0" if word[0].isdigit() else word for word in words]
    return (_bag(letter, set(filter(_is_told, plain)), factor), *_pair_bags(letter, plain))


def _is_told(word: str) -> bool:
    return word[0].isalnum() or word[0] == "§"


def _bag(letter: str, distinct: Collection[str], factor: float = 1.0) -> Bag:
    value, floor = _VALUES[letter]
    return Bag(f"{letter}:", distinct, factor * value / math.sqrt(max(len(distinct), floor)))


def _pair_bags(letter: str, words: Sequence[str]) -> tuple[Bag, ...]:
    if letter not in _PAIR_VALUES:
        return ()
    value, floor = _PAIR_VALUES[letter]
    pairs = {f"{left} {right}" for left, right in pairwise(words) if left[0].isalnum() and right[0] != "§"}
    return (Bag(f"{letter}2:", pairs, value / math.sqrt(max(len(pairs), floor))),)
