"""The fitted weights: three linear models and how their answers are put together."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from termlint.analysis.linear import LinearModel
from termlint.analysis.packed_weights import can_be_added
from termlint.analysis.views import RELATIONSHIPS
from termlint.model.errors import TermlintError
from termlint.model.mention import Sense
from termlint.rulebook.line_table import tables_in
from termlint.rulebook.resources import resource_text

COMPILED = ("compiled", "weights.json")
"""Where the shipped weights stand in the package ``termlint.rules``."""


@dataclass(frozen=True, slots=True)
class Combination:
    """How two readings and the document's other mentions become one confidence."""

    cues: float
    """Factor on the log-odds of the explicit reading."""
    words: float
    """Factor on the log-odds of the reading by words."""
    pooling: float
    """Factor on the mean log-odds of the other mentions of the same provider."""
    sharpness: float
    """Factor on the whole sum, so that the confidence is calibrated."""
    bias: tuple[float, float, float]
    """Added to the sum for each relationship."""


@dataclass(frozen=True, slots=True)
class Weights:
    sense: LinearModel
    cues: LinearModel
    words: LinearModel
    combination: Combination


@cache
def load_weights(file: Path | None = None) -> Weights:
    """The weights in ``file``, or the shipped ones, which are parsed as they are asked for.

    Raises ``TermlintError`` where the file cannot be read or is no weights file.
    """
    if file is None:
        raw, tables = tables_in(resource_text("/".join(COMPILED)))
        for name, table in zip(_MODELS, tables, strict=True):
            raw[name]["weights"] = table
        return _weights(raw)
    try:
        raw = json.loads(file.read_text(encoding="utf-8"), parse_constant=_no_constant)
        return parse_weights(raw)
    except OSError as error:
        raise TermlintError(f"cannot read the weights {file}: {(error.strerror or str(error)).lower()}") from error
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError) as error:
        raise TermlintError(f"{file}: not a weights file: {_told(error)}") from error


def parse_weights(raw: Mapping[str, Any]) -> Weights:
    """Typed weights from the parsed file: each model is a scale, its classes and whole-number weights by feature."""
    for name, classes in _MODELS.items():
        _check(name, raw[name], classes)
    return _weights(raw)


_MODELS: dict[str, tuple[str, ...]] = {"sense": tuple(Sense), "cues": RELATIONSHIPS, "words": RELATIONSHIPS}
"""The models in the order of the file, each with its classes in our order, or its weights would speak for the wrong ones."""


def _check(name: str, model: Mapping[str, Any], classes: tuple[str, ...]) -> None:
    if tuple(model["classes"]) != classes:
        raise ValueError(f'the classes of "{name}" are not {", ".join(classes)}')
    if any(length != len(classes) for length in set(map(len, model["weights"].values()))):
        raise ValueError(f'not every feature of "{name}" has {len(classes)} weights')
    if not set(map(type, chain.from_iterable(model["weights"].values()))) <= {int}:
        raise TypeError(f'not every weight of "{name}" is a whole number')
    if not can_be_added(model["weights"], len(classes)):
        raise ValueError(f'the weights of "{name}" are too large to be added up')


def _weights(raw: Mapping[str, Any]) -> Weights:
    sense, cues, words = (
        LinearModel(name, classes, raw[name]["weights"], float(raw[name]["scale"])) for name, classes in _MODELS.items()
    )
    combination = raw["combination"]
    return Weights(
        sense,
        cues,
        words,
        Combination(
            cues=float(combination["cues"]),
            words=float(combination["words"]),
            pooling=float(combination["pooling"]),
            sharpness=float(combination["sharpness"]),
            bias=_bias(combination["bias"]),
        ),
    )


def _bias(values: Sequence[float]) -> tuple[float, float, float]:
    ongoing, transactional, unclear = values
    return float(ongoing), float(transactional), float(unclear)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no weight")


def _told(error: Exception) -> str:
    missing = isinstance(error, KeyError)
    return f'it has no "{error.args[0]}"' if missing else str(error)
