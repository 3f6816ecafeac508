from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from termlint.config import Origin, Setting, default
from termlint.linting.asking import Asked, narrowed

STYLE = default().for_path(Path("page.md"))
CODES = st.frozensets(st.sampled_from(sorted(STYLE.rules)))


def on(asked: Asked) -> set[str]:
    style = narrowed(STYLE, asked)
    return {code for code in style.rules if style.is_on(code)}


def test_without_wishes_the_house_style_holds() -> None:
    assert narrowed(STYLE, Asked()) is STYLE


@given(CODES.filter(bool), CODES)
def test_what_is_selected_is_on_unless_ignored(select: frozenset[str], ignore: frozenset[str]) -> None:
    assert on(Asked(select=select, ignore=ignore)) == select - ignore


@given(CODES)
def test_what_is_ignored_is_off_and_the_rest_as_it_was(ignore: frozenset[str]) -> None:
    assert on(Asked(ignore=ignore)) == on(Asked()) - ignore


def test_a_confidence_of_the_command_line_beats_the_house_style_in_both_directions() -> None:
    for figure in (0.5, 1.0, None):
        assert narrowed(STYLE, Asked(min_confidence=Setting(figure, Origin("--min-confidence", 1)))).min_confidence == figure
