"""Sparse linear models: sums of named weights over views of a document."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any, NamedTuple

from termlint.analysis.packed_weights import PackedWeights, WeightRows, reach_of
from termlint.model.mention import Scope

Features = dict[str, float]


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
    scores: dict[str, tuple[float, ...]] | None = None
    """By model name, centred over the classes; filled in as models ask."""
    told: dict[str, Any] | None = None
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
    weights: WeightRows
    """In units of ``scale``, one for each class."""
    scale: float = 1.0
    _packed: dict[str, PackedWeights] = field(default_factory=dict, compare=False, repr=False)
    """By prefix."""

    def score(self, view: View) -> tuple[float, ...]:
        """The score of each class, centred over them."""
        if view.scores is None:
            view.scores = {}
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
        found = nsmallest(most, self._by_reach(view, most), key=lambda told: (-told[0], told[1]))
        return [
            (name, [self.scale * value * (weight - sum(weights) / len(weights)) for weight in weights])
            for _, name, value in found
            if (weights := self.weights.get(name)) is not None
        ]

    def _by_reach(self, view: View, most: int) -> Iterator[tuple[float, str, float]]:
        """The features with a weight: how far the share of a class may be from the middle, the name, the value.

        Of a bag, only those that can be among the ``most``.
        """
        get = self.weights.get
        for name, value in view.features.items():
            weights = get(name)
            if weights is not None and (reach := reach_of(weights)):
                yield abs(value) * reach, name, value
        for prefix, words, value in view.bags:
            for reach, word in self._of(prefix).farthest(words, most):
                yield value * reach, prefix + word, value

    def _score(self, view: View) -> tuple[float, ...]:
        get = self.weights.get
        weighed = [(value, weights) for name, value in view.features.items() if (weights := get(name)) is not None]
        totals = [sum([value * weights[index] for value, weights in weighed]) for index in range(len(self.classes))]
        for prefix, words, value in view.bags:
            packed = self._of(prefix)
            for index, weight in enumerate(packed.sums(words)):
                totals[index] += value * weight
        mean = sum(totals) / len(totals)
        return tuple([self.scale * (total - mean) for total in totals])

    def _of(self, prefix: str) -> PackedWeights:
        known = self._packed.get(prefix)
        if known is None:
            known = self._packed[prefix] = PackedWeights(self.weights, prefix, len(self.classes))
        return known


def softmax(scores: Sequence[float]) -> list[float]:
    """Probabilities from log-odds."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
