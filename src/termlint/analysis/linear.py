"""Sparse linear models: sums of named weights over views of a document."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any

from termlint.model.mention import Scope
from termlint.rulebook.line_table import Lookup

Features = dict[str, float]


@dataclass(slots=True)
class View:
    """What one stretch of text says: named features, made once and shared by every mention that can see it."""

    scope: Scope
    start: int
    end: int
    """Tokens the features were taken from."""
    features: Features
    scores: dict[str, tuple[float, ...]] = field(default_factory=dict)
    """By model name; filled in as models ask."""
    told: dict[str, Any] = field(default_factory=dict)
    """By model name: the pieces of evidence in the view; filled in when a decision is explained."""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Class scores are sums of feature value times weight; a feature without a weight says nothing."""

    name: str
    classes: tuple[str, ...]
    weights: Lookup[Sequence[float]]
    """In units of ``scale``, one for each class."""
    scale: float = 1.0

    def score(self, view: View) -> tuple[float, ...]:
        known = view.scores.get(self.name)
        if known is None:
            known = view.scores[self.name] = self._sum(view.features)
        return known

    def total(self, views: Iterable[View]) -> list[float]:
        totals = [0.0] * len(self.classes)
        for view in views:
            for index, value in enumerate(self.score(view)):
                totals[index] += value
        return totals

    def heaviest(self, view: View, most: int) -> list[tuple[str, list[float]]]:
        """The features with the largest shares of the score, centred over the classes; heaviest first."""
        found = []
        for name, value in view.features.items():
            weights = self.weights.get(name)
            if weights is not None:
                mean = sum(weights) / len(weights)
                found.append((abs(value) * max(max(weights) - mean, mean - min(weights)), name, value, mean, weights))
        return [
            (name, [self.scale * value * (weight - mean) for weight in weights])
            for _, name, value, mean, weights in nsmallest(most, found, key=lambda told: (-told[0], told[1]))
        ]

    def centred(self, view: View) -> list[float]:
        """The score of a view, centred over the classes."""
        scores = self.score(view)
        mean = sum(scores) / len(scores)
        return [score - mean for score in scores]

    def _sum(self, features: Features) -> tuple[float, ...]:
        get = self.weights.get
        weighed = [(value, weights) for name, value in features.items() if (weights := get(name)) is not None]
        return tuple(
            self.scale * sum([value * weights[index] for value, weights in weighed]) for index in range(len(self.classes))
        )


def softmax(scores: Sequence[float]) -> list[float]:
    """Probabilities from log-odds."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
