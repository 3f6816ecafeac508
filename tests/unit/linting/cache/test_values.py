from dataclasses import dataclass
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.config import default
from termlint.linting.cache.values import packed, unpacked
from termlint.model.finding import Finding
from termlint.model.mention import Mention
from termlint.model.report import FileReport


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    text: str
    number: float
    colour: Colour | None


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    pairs: tuple[tuple[int, Leaf], ...]
    held: frozenset[int]
    known: bool
    leaf: Leaf | None = None


LEAVES = st.builds(Leaf, st.text(), st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([Colour.RED, None]))
TREES = st.builds(
    Tree,
    st.lists(LEAVES).map(tuple),
    st.lists(st.tuples(st.integers(), LEAVES)).map(tuple),
    st.frozensets(st.integers()),
    st.booleans(),
    LEAVES | st.none(),
)


@given(TREES)
def test_a_value_comes_back_as_it_was(tree: Tree) -> None:
    assert unpacked(Tree, packed(tree)) == tree


def test_what_was_one_value_is_one_value_again() -> None:
    leaf = Leaf("x" * 1000, 1.0, None)
    raw = packed(Tree((leaf, leaf), ((1, leaf),), frozenset(), True, leaf))
    assert len(raw) < 1200
    again = unpacked(Tree, raw)
    assert again.leaves[0] is again.leaves[1] is again.pairs[0][1] is again.leaf


NO_TREES = [
    b"",
    b"null",
    b"{}",
    b"[]",
    b"[1,2,3,4,5]",
    b"[[],[],[],1,null]",
    b'[[["x",1.0,"blue"]],[],[],true,null]',
    b'{"=":0}',
    b"[" * 9999,
]


@pytest.mark.parametrize("raw", NO_TREES)
def test_what_is_no_such_value_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="no Tree"):
        unpacked(Tree, raw)


def test_an_object_of_ours_is_never_made_of_another() -> None:
    with pytest.raises(TypeError, match="no value to keep"):
        packed((object(),))


@pytest.mark.parametrize("type_", [FileReport, Finding, Mention])
def test_there_is_a_way_back_for_every_value_of_a_report(type_: type) -> None:
    with pytest.raises(ValueError, match=type_.__name__):
        unpacked(type_, b"[]")


def test_equal_house_styles_are_packed_alike() -> None:
    assert packed(default().for_path("/a.md")) == packed(default().for_path("/b.md"))
