from hypothesis import given
from hypothesis import strategies as st

from termlint.linting.line_ranges import LineRanges, shifted, touches, within
from termlint.linting.splicing import apply_edits
from termlint.model.finding import Edit
from termlint.model.report import FileReport
from termlint.model.source import SourceText

TEXTS = st.text(st.sampled_from("ab\n\r"), max_size=60)


@given(TEXTS, st.lists(st.integers(1, 30), max_size=4, unique=True))
def test_spans_hold_the_lines_and_nothing_else(text: str, numbers: list[int]) -> None:
    lines = text.split("\n")
    lines = [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    spans = LineRanges(tuple((number, number) for number in sorted(numbers))).spans(text)
    wanted = [lines[number - 1] for number in sorted(numbers) if number <= len(lines)]
    assert [text[start:end] for start, end in spans] == wanted


@given(TEXTS, st.integers(1, 9), st.integers(0, 9))
def test_a_range_is_its_lines_together(text: str, first: int, more: int) -> None:
    whole = LineRanges(((first, first + more),)).spans(text)
    single = LineRanges(tuple((number, number) for number in range(first, first + more + 1))).spans(text)
    assert "".join(text[start:end] for start, end in whole) == "".join(text[start:end] for start, end in single)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit], tuple[tuple[int, int], ...]]:
    text = draw(st.text(st.sampled_from("ab\n"), min_size=1, max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits = [
        Edit(start, end, draw(st.sampled_from(["", "x", "a longer one"])))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    borders = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True)))
    return text, edits, tuple(zip(borders[::2], borders[1::2], strict=False))


@given(edited())
def test_spans_move_with_the_text(case: tuple[str, list[Edit], tuple[tuple[int, int], ...]]) -> None:
    """Every character that no edit replaced is within them afterwards if it was before, unless an edit straddles the border."""
    text, edits, spans = case
    after = shifted(spans, edits)
    assert after is not None
    marked = "".join(chr(0xE000 + at) for at in range(len(text)))
    fixed = apply_edits(marked, edits)
    for (start, end), (moved_start, moved_end) in zip(spans, after, strict=True):
        kept = {letter for letter in marked[start:end] if letter in fixed}
        assert kept <= set(fixed[moved_start:moved_end])
        assert 0 <= moved_start <= moved_end <= len(fixed)
        assert not (set(fixed[moved_start:moved_end]) - kept) & set(marked)


def test_what_touches() -> None:
    assert touches(3, 5, None)
    assert touches(None, None, ((1, 2),))
    assert touches(3, 5, ((4, 9),))
    assert touches(3, 5, ((0, 4),))
    assert not touches(3, 5, ((0, 3), (5, 9)))
    assert not touches(3, 5, ())


def test_a_file_without_a_report_stays() -> None:
    skipped = FileReport("a.md", skipped="why")
    assert within(skipped, ()) is skipped
    whole = FileReport("a.md", SourceText("a.md", "a\n"))
    assert within(whole, None) is whole
