"""Sparse linear models: sums of named weights over views of a document."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import repeat
from typing import Any, NamedTuple

from termlint.model.mention import Scope
from termlint.rulebook.line_table import LineTable

Features = dict[str, float]
Weights = LineTable[Sequence[int]] | dict[str, Sequence[int]]

LARGEST = 10**9
"""No weight may be larger: sums of many are made of whole numbers side by side, each with so much room."""
_ROOM = 56


class Bag(NamedTuple):
    """Features that all have one value: a prefix with each of some words."""

    prefix: str
    words: Collection[str]
    """Each once, in no particular order."""
    value: float


@dataclass(slots=True)
class View:
    """What one stretch of text says: named features, made once and shared by every mention that can see it."""

    scope: Scope
    start: int
    end: int
    """Tokens the features were taken from."""
    features: Features
    """Those with a value of their own."""
    bags: tuple[Bag, ...] = ()
    scores: dict[str, tuple[float, ...]] = field(default_factory=dict)
    """By model name, centred over the classes; filled in as models ask."""
    told: dict[str, Any] = field(default_factory=dict)
    """By model name: the pieces of evidence in the view; filled in when a decision is explained."""

    def named(self) -> Iterator[tuple[str, float]]:
        """Every feature, those of the bags by their full names, in an order that is the same in every run."""
        yield from self.features.items()
        for prefix, words, value in self.bags:
            for word in sorted(words):
                yield prefix + word, value


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Class scores are sums of feature value times weight; a feature without a weight says nothing."""

    name: str
    classes: tuple[str, ...]
    weights: Weights
    """In units of ``scale``, one for each class, none beyond ``LARGEST``."""
    scale: float = 1.0
    _packed: dict[str, "_Packed"] = field(default_factory=dict, compare=False, repr=False)
    """By prefix."""

    def score(self, view: View) -> tuple[float, ...]:
        """The score of each class, centred over them."""
        known = view.scores.get(self.name)
        if known is None:
            known = view.scores[self.name] = self._score(view)
        return known

    def total(self, views: Iterable[View]) -> list[float]:
        totals = [0.0] * len(self.classes)
        for view in views:
            for index, value in enumerate(self.score(view)):
                totals[index] += value
        return totals

    def heaviest(self, view: View, most: int) -> list[tuple[str, list[float]]]:
        """The features with the largest shares of the score, centred over the classes; heaviest first."""
        found = nsmallest(most, self._by_reach(view), key=lambda told: (-told[0], told[1]))
        return [
            (name, [self.scale * value * (weight - sum(weights) / len(weights)) for weight in weights])
            for _, name, value in found
            if (weights := self.weights.get(name)) is not None
        ]

    def _by_reach(self, view: View) -> Iterator[tuple[float, str, float]]:
        """The features with a weight: how far the share of a class may be from the middle, the name, the value."""
        get = self.weights.get
        for name, value in view.features.items():
            weights = get(name)
            if weights is not None and (reach := _reach(weights)):
                yield abs(value) * reach, name, value
        for prefix, words, value in view.bags:
            reaches = self._of(prefix).reaches
            for word in words:
                if reach := reaches[word]:
                    yield value * reach, prefix + word, value

    def _score(self, view: View) -> tuple[float, ...]:
        get = self.weights.get
        totals = [0.0] * len(self.classes)
        for name, value in view.features.items():
            weights = get(name)
            if weights is not None:
                for index, weight in enumerate(weights):
                    totals[index] += value * weight
        for prefix, words, value in view.bags:
            packed = self._of(prefix)
            together = packed.sum(words)
            if together:
                for index, weight in enumerate(packed.unpack(together)):
                    totals[index] += value * weight
        mean = sum(totals) / len(totals)
        return tuple([self.scale * (total - mean) for total in totals])

    def _of(self, prefix: str) -> "_Packed":
        known = self._packed.get(prefix)
        if known is None:
            known = self._packed[prefix] = _Packed(self.weights, prefix, len(self.classes))
        return known


class _Packed(dict[str, int]):
    """By word, the weights of all classes in one whole number, so that a sum over many words stays in C.

    After so many words it holds every word that has a weight, and no other: it does not grow with the texts.
    """

    def __init__(self, weights: Weights, prefix: str, classes: int) -> None:
        self._weights, self._prefix, self._classes = weights, prefix, classes
        self._whole = False
        self.reaches = _Reaches(self)

    def sum(self, words: Collection[str]) -> int:
        if len(self) > _MANY and not self._whole:
            self._take(self._weights if isinstance(self._weights, dict) else self._weights.whole)
        return sum(map(self.get, words, _NOUGHT) if self._whole else map(self.__getitem__, words))

    def __missing__(self, word: str) -> int:
        packed = self[word] = self._packed(self._weights.get(self._prefix + word) or ())
        return packed

    def _take(self, weights: Mapping[str, Sequence[int]] | None) -> None:
        if weights is None:
            return
        self.clear()
        for name, row in weights.items():
            if name.startswith(self._prefix):
                self[name[len(self._prefix) :]] = self._packed(row)
        self._whole = True

    @staticmethod
    def _packed(weights: Sequence[int]) -> int:
        packed = 0
        for weight in reversed(weights):
            packed = (packed << _ROOM) + weight
        return packed

    def unpack(self, packed: int) -> list[int]:
        """The sums, of so many words that none outgrows its room."""
        weights = []
        for _ in range(self._classes):
            weight = ((packed + _HALF) & (2 * _HALF - 1)) - _HALF
            weights.append(weight)
            packed = (packed - weight) >> _ROOM
        return weights


class _Reaches(dict[str, float]):
    """By word, as far as asked for: how far the weight of a class is from the middle."""

    def __init__(self, packed: _Packed) -> None:
        self._packed = packed

    def __missing__(self, word: str) -> float:
        weights = self._packed.get(word)
        if not weights:
            return 0.0
        reach = self[word] = _reach(self._packed.unpack(weights))
        return reach


def _reach(weights: Sequence[int]) -> float:
    mean = sum(weights) / len(weights)
    return max(max(weights) - mean, mean - min(weights))


_MANY = 4000
_NOUGHT = repeat(0)
_HALF = 1 << (_ROOM - 1)


def softmax(scores: Sequence[float]) -> list[float]:
    """Probabilities from log-odds."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
