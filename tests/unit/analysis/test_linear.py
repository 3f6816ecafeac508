import math

import pytest

from termlint.analysis.linear import LinearModel, View, softmax
from termlint.model.mention import Scope

MODEL = LinearModel("m", ("yes", "no"), {"a": (1.0, -1.0), "b": (0.0, 4.0)})


def view(**features: float) -> View:
    return View(Scope.CLAUSE, 0, 1, features)


def test_a_score_is_the_sum_of_value_times_weight() -> None:
    assert MODEL.score(view(a=2.0, b=0.5, unknown=9.0)) == (2.0, 0.0)
    assert MODEL.score(view()) == (0.0, 0.0)
    assert MODEL.total([view(a=1.0), view(b=1.0), view(a=0.5)]) == [1.5, 2.5]
    assert MODEL.total([]) == [0.0, 0.0]


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
