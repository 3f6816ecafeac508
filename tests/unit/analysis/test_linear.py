import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.analysis.linear import Bag, LinearModel, View, softmax
from termlint.model.mention import Scope
from termlint.rulebook.line_table import LineTable, table_lines

MODEL = LinearModel("m", ("yes", "no"), {"a": (1, -1), "b": (0, 4)})


def view(**features: float) -> View:
    return View(Scope.CLAUSE, 0, 1, features)


def test_a_score_is_the_sum_of_value_times_weight_centred_over_the_classes() -> None:
    assert MODEL.score(view(a=2.0, b=0.5, unknown=9.0)) == (1.0, -1.0)
    assert MODEL.score(view()) == (0.0, 0.0)
    assert MODEL.total([view(a=1.0), view(b=1.0), view(a=0.5)]) == [-0.5, 0.5]
    assert MODEL.total([]) == [0.0, 0.0]


WORDS = [f"word{number}" for number in range(30)]
WEIGHTS = st.lists(st.integers(-(10**7), 10**7), min_size=3, max_size=3)


@given(weights=st.dictionaries(st.sampled_from(WORDS), WEIGHTS), words=st.sets(st.sampled_from(WORDS)), looked_up=st.booleans())
def test_a_bag_says_what_its_features_say_one_by_one(weights: dict[str, list[int]], words: set[str], looked_up: bool) -> None:
    """Also in models that have met many words before."""
    named = {f"D:{word}": row for word, row in weights.items()} | {"D2:word1": [1, 2, 3]}
    lines = table_lines(named).split("\n")
    model = LinearModel("m", ("a", "b", "c"), LineTable(lines) if looked_up else named)
    model.score(View(Scope.DOCUMENT, 0, 1, {}, (Bag("D:", {str(number) for number in range(5000)}, 1.0),)))
    together = View(Scope.DOCUMENT, 0, 1, {}, (Bag("D:", words, 0.5),))
    apart = View(Scope.DOCUMENT, 0, 1, dict(together.named()))
    assert model.score(together) == pytest.approx(model.score(apart), abs=1e-3)
    assert model.heaviest(together, 40) == model.heaviest(apart, 40)


def test_a_score_is_kept_by_model() -> None:
    seen = view(a=1.0)
    assert MODEL.score(seen) is MODEL.score(seen)
    assert LinearModel("other", ("yes", "no"), {}).score(seen) == (0.0, 0.0)
    assert MODEL.score(seen) == (1.0, -1.0)


def test_shares_are_centred_and_leave_out_what_has_no_weight() -> None:
    assert MODEL.heaviest(view(a=2.0, b=0.5, unknown=9.0), 2) == [("a", [2.0, -2.0]), ("b", [-1.0, 1.0])]


@pytest.mark.parametrize("scores", [[0.0, 0.0, 0.0], [1.0, 2.0, 3.0], [-1e4, 0.0, 1e4], [1e300, 1e300, 0.0]])
def test_chances_sum_to_one_and_keep_their_order(scores: list[float]) -> None:
    chances = softmax(scores)
    assert math.isclose(sum(chances), 1)
    assert all(0 <= chance <= 1 for chance in chances)
    assert chances == sorted(chances) or scores != sorted(scores)
