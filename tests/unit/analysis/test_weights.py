import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from termlint.analysis.linear import View
from termlint.analysis.sense import SENSES
from termlint.analysis.views import RELATIONSHIPS
from termlint.analysis.weights import COMPILED, load_weights, parse_weights
from termlint.model.errors import TermlintError
from termlint.model.mention import Scope
from termlint.rulebook.line_table import table_lines


def raw() -> dict[str, Any]:
    model = {"classes": list(RELATIONSHIPS), "scale": 0.5, "weights": {"bias": [1, 0, -2]}}
    sense = {"classes": list(SENSES), "scale": 0.5, "weights": {"bias": [1, 0, 0, 0]}}
    combination = {"cues": 1, "words": 2, "pooling": 3, "sharpness": 4, "bias": [5, 6, 7]}
    return {"sense": sense, "cues": model, "words": json.loads(json.dumps(model)), "combination": combination}


def test_weights_are_scaled() -> None:
    weights = parse_weights(raw())
    assert weights.cues.score(View(Scope.CLAUSE, 0, 1, {"bias": 1.0})) == pytest.approx((0.5 + 1 / 6, 1 / 6, 1 / 6 - 1))
    assert (weights.sense.name, weights.cues.name, weights.words.name) == ("sense", "cues", "words")
    combination = weights.combination
    assert (combination.cues, combination.words, combination.pooling, combination.sharpness) == (1, 2, 3, 4)
    assert combination.bias == (5, 6, 7)


def test_the_shipped_weights_are_read_once_and_have_our_classes() -> None:
    weights = load_weights()
    assert load_weights() is weights
    assert weights.sense.classes == SENSES
    assert weights.cues.classes == weights.words.classes == RELATIONSHIPS
    assert weights.sense.weights.get("bias")


def test_the_shipped_weights_are_a_weights_file_of_sorted_lines() -> None:
    """They are looked up without being checked, so they are checked here."""
    text = files("termlint.rules").joinpath(*COMPILED).read_text(encoding="utf-8")
    raw = json.loads(text)
    whole, parsed = parse_weights(raw), load_weights()
    for model, looked_up in ((whole.sense, parsed.sense), (whole.cues, parsed.cues), (whole.words, parsed.words)):
        features = raw[model.name]["weights"]
        assert table_lines(features) in text, "write them with fit.save"
        assert {name: looked_up.weights.get(name) for name in features} == features
        assert (looked_up.scale, looked_up.classes) == (model.scale, model.classes)
    assert whole.combination == parsed.combination


def test_a_file_is_read_like_the_shipped_one(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(raw()), encoding="utf-8")
    assert load_weights(file) == parse_weights(raw())


def spoil(change: Callable[[dict[str, Any]], object]) -> str:
    spoilt = raw()
    change(spoilt)
    return json.dumps(spoilt)


BROKEN = {
    "empty": "",
    "no JSON": "weights: yes",
    "a string": '"sense"',
    "a number": "3",
    "nothing": "null",
    "an empty object": "{}",
    "a model missing": spoil(lambda raw: raw.pop("words")),
    "a factor missing": spoil(lambda raw: raw["combination"].pop("pooling")),
    "no scale": spoil(lambda raw: raw["cues"].pop("scale")),
    "a scale in words": spoil(lambda raw: raw["cues"].update(scale="small")),
    "other classes": spoil(lambda raw: raw["cues"].update(classes=["yes", "no", "maybe"])),
    "classes in another order": spoil(lambda raw: raw["cues"]["classes"].reverse()),
    "a row too short": spoil(lambda raw: raw["words"]["weights"].update(bias=[1, 2])),
    "a row too long": spoil(lambda raw: raw["sense"]["weights"].update(bias=[1, 2, 3, 4, 5])),
    "a row in words": spoil(lambda raw: raw["words"]["weights"].update(bias="abc")),
    "a row of words": spoil(lambda raw: raw["words"]["weights"].update(bias=["a", "b", "c"])),
    "a number for a row": spoil(lambda raw: raw["words"]["weights"].update(bias=1)),
    "a list of weights": spoil(lambda raw: raw["words"].update(weights=[[1, 2, 3]])),
    "a bias too short": spoil(lambda raw: raw["combination"].update(bias=[1, 2])),
    "no finite number": spoil(lambda raw: raw["combination"].update(pooling=float("nan"))),
    "a part of a weight": spoil(lambda raw: raw["words"]["weights"].update(bias=[0.5, 0, 0])),
    "an enormous weight": spoil(lambda raw: raw["words"]["weights"].update(bias=[10**10, 0, 0])),
    "infinite": spoil(lambda raw: raw["words"]["weights"].update(bias=[float("inf"), 0, 0])),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_weights_file_is_told_in_one_line(text: str, tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TermlintError, match=r"weights\.json: not a weights file: .") as told:
        load_weights(file)
    assert "\n" not in str(told.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "away.json"):
        with pytest.raises(TermlintError, match="cannot read the weights"):
            load_weights(file)
