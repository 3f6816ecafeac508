"""The fitted weights: three linear models and how their answers are put together."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from termlint.analysis.linear import LinearModel
from termlint.model.errors import TermlintError


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
    """The weights in ``file``, or the shipped ones.

    Raises ``TermlintError`` where the file cannot be read or is no weights file.
    """
    try:
        if file is None:
            text = resources.files("termlint.rules").joinpath("compiled/weights.json").read_text(encoding="utf-8")
        else:
            text = file.read_text(encoding="utf-8")
        return parse_weights(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TermlintError(f"{file}: not a weights file: {error}") from None


def parse_weights(raw: Mapping[str, Any]) -> Weights:
    """Typed weights from the parsed file: each model is a scale, its classes and whole-number weights by feature."""
    models = {
        name: LinearModel(
            name,
            tuple(raw[name]["classes"]),
            _scaled(raw[name]["weights"], raw[name]["scale"]),
        )
        for name in ("sense", "cues", "words")
    }
    combination = raw["combination"]
    return Weights(
        **models,
        combination=Combination(
            combination["cues"],
            combination["words"],
            combination["pooling"],
            combination["sharpness"],
            tuple(combination["bias"]),
        ),
    )


def _scaled(weights: Mapping[str, list[int]], scale: float) -> dict[str, list[float]]:
    return {name: [value * scale for value in values] for name, values in weights.items()}
