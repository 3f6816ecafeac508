from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from termlint.linting.splicing import apply_edits, composed, edits_of, part_overlapping
from termlint.model.finding import Applicability, Edit, Finding, Fix, Severity
from termlint.model.mention import Scope


def finding(*edits: Edit) -> Finding:
    return Finding(
        code="TL101",
        name="x",
        severity=Severity.WARNING,
        start=edits[0].start,
        end=edits[0].end,
        text="",
        message="",
        relationship=None,
        confidence=0.9,
        scope=Scope.NONE,
        evidence=(),
        fix=Fix(Applicability.SAFE, edits),
    )


def test_the_first_of_two_that_overlap_wins() -> None:
    first, second, third = finding(Edit(0, 5, "a")), finding(Edit(4, 9, "b"), Edit(20, 21, "c")), finding(Edit(10, 12, "d"))
    assert part_overlapping([first, second, third]) == ([first, third], [second])


RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 6)), min_size=1, max_size=2)


@given(st.lists(RANGES, max_size=12))
def test_what_is_made_together_never_overlaps_and_nothing_is_lost(ranges: list[list[tuple[int, int]]]) -> None:
    findings = [finding(*(Edit(start, start + size, "x") for start, size in one)) for one in ranges]
    made, refused = part_overlapping(findings)
    assert len(made) + len(refused) == len(findings)
    edits = sorted(edits_of(made), key=lambda edit: edit.start)
    assert all(left.end <= right.start for left, right in pairwise(edits))


@given(st.text(min_size=1, max_size=40), st.text(max_size=5), st.data())
def test_bytes_outside_the_edits_stay(text: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert apply_edits(text, [Edit(start, end, new)]) == text[:start] + new + text[end:]


@st.composite
def edits_of_a_text(draw: st.DrawFn, size: int) -> list[Edit]:
    borders = draw(st.lists(st.integers(0, size), unique=True, max_size=8).map(sorted))
    ranges = zip(borders[::2], borders[1::2], strict=False)
    return [Edit(start, end, draw(st.text("xyz", max_size=4))) for start, end in ranges]


@given(st.text("abc", min_size=1, max_size=30), st.data())
def test_edits_and_edits_of_what_they_made_are_one_set_of_edits(text: str, data: st.DataObject) -> None:
    first = data.draw(edits_of_a_text(len(text)))
    then = apply_edits(text, first)
    later = data.draw(edits_of_a_text(len(then)))
    both = composed(first, then, later)
    assert apply_edits(text, both) == apply_edits(then, later)
    assert all(left.end <= right.start for left, right in pairwise(both))
