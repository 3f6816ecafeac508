"""The weights of many words added up in C: all classes of a word side by side in one whole number.

Only how the classes differ matters, so what is packed is by how much each is more than the last. Such a number has 63 bits at
most: Python adds those without making one for each sum in between.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from heapq import nlargest
from itertools import repeat

from termlint.rulebook.line_table import LineTable

WeightRows = LineTable[Sequence[int]] | dict[str, Sequence[int]]
"""By feature, one weight for each class."""

_BITS = 62
_MANY = 4000
"""After so many words met, holding all that have a weight costs less."""
_MOST_KEPT = 20_000
_NOUGHT = repeat(0)


class PackedWeights:
    """Those of the features that begin with ``prefix``, by the word behind it."""

    def __init__(self, weights: WeightRows, prefix: str, classes: int) -> None:
        self._weights, self._prefix = weights, prefix
        self._room = _room_for(classes)
        self._fields = range(classes - 1)
        self._packed = _Kept(self._find)
        self._whole = False
        self._reaches: dict[str, float] = {}

    def sums(self, words: Collection[str]) -> list[int]:
        """For each class the sum of the words' weights, less that of the last class."""
        packed = self._packed
        if len(packed) > _MANY and not self._whole:
            self._take(self._weights if isinstance(self._weights, dict) else self._weights.whole)
        return self._unpacked(sum(map(packed.get, words, _NOUGHT) if self._whole else map(packed.__getitem__, words)))

    def farthest(self, words: Collection[str], most: int) -> list[tuple[float, str]]:
        """The words with the weights farthest from their middle, and how far; equally far ones too."""
        known = self._reaches
        if len(known) > _MOST_KEPT:
            known.clear()
        for word in words:
            if word not in known:
                known[word] = reach_of(self._weights.get(self._prefix + word) or (0,))
        least = min(nlargest(most, map(known.__getitem__, words)), default=0.0)
        return [(reach, word) for word in words if (reach := known[word]) >= least and reach]

    def _find(self, word: str) -> int:
        return self._pack(self._weights.get(self._prefix + word))

    def _take(self, weights: Mapping[str, Sequence[int]] | None) -> None:
        """Hold every word that has a weight, and no other: from here on it does not grow with the texts."""
        if weights is None:
            return
        self._packed.clear()
        for name, row in weights.items():
            if name.startswith(self._prefix):
                self._packed[name[len(self._prefix) :]] = self._pack(row)
        self._whole = True

    def _pack(self, weights: Sequence[int] | None) -> int:
        packed = 0
        if weights:
            last = weights[-1]
            for index in reversed(self._fields):
                packed = (packed << self._room) + weights[index] - last
        return packed

    def _unpacked(self, packed: int) -> list[int]:
        room = self._room
        half = 1 << (room - 1)
        weights = []
        for _ in self._fields:
            weight = ((packed + half) & (2 * half - 1)) - half
            weights.append(weight)
            packed = (packed - weight) >> room
        return weights


class _Kept(dict[str, int]):
    """Asks ``find`` for what it does not hold."""

    def __init__(self, find: Callable[[str], int]) -> None:
        self._find = find

    def __missing__(self, word: str) -> int:
        packed = self[word] = self._find(word)
        return packed


def can_be_added(weights: Mapping[str, Sequence[int]], classes: int) -> bool:
    """Whether no sum over words of one prefix can outgrow its room."""
    totals: Counter[str] = Counter()
    for name, row in weights.items():
        totals[name[: name.find(":") + 1]] += max(row) - min(row)
    return max(totals.values(), default=0) < 1 << (_room_for(classes) - 1)


def _room_for(classes: int) -> int:
    """Bits for the sum of one class."""
    return _BITS // max(1, classes - 1)


def reach_of(weights: Sequence[int]) -> float:
    """How far a weight is from the middle of all."""
    mean = sum(weights) / len(weights)
    return max(max(weights) - mean, mean - min(weights))
