"""The cue dictionary: every example both ways, no form twice, none dead, the compiled table up to date."""

from collections import Counter
from importlib.resources import files

import pytest

from termlint.rulebook.compile import compiled_data, compiled_text
from termlint.rulebook.cue_files import KINDS, WATCHED, WrittenFamily, load_families
from termlint.rulebook.cues import COMPILED, CueTable, load_compiled, table_of
from termlint.rulebook.inflection import words_of

FAMILIES = load_families()
SPEAKING = [family for family in FAMILIES if family.relationship != "none"]
BLOCKERS = [family for family in FAMILIES if family.relationship == "none"]


def _pairs(families: list[WrittenFamily], which: str) -> list[object]:
    return [pytest.param(family.id, text, id=f"{family.id}: {text}") for family in families for text in getattr(family, which)]


@pytest.fixture(scope="module")
def table() -> CueTable:
    return table_of(compiled_data(FAMILIES))


@pytest.mark.parametrize(("family", "text"), _pairs(SPEAKING, "fires"))
def test_an_example_fires(table: CueTable, family: str, text: str) -> None:
    assert family in {cue.form.family.id for cue in table.match(words_of(text))}


@pytest.mark.parametrize(("family", "text"), _pairs(SPEAKING, "silent"))
def test_a_look_alike_stays_silent(table: CueTable, family: str, text: str) -> None:
    assert family not in {cue.form.family.id for cue in table.match(words_of(text))}


@pytest.mark.parametrize(("family", "text"), _pairs(BLOCKERS, "fires"))
def test_a_blocked_phrase_says_nothing_itself(table: CueTable, family: str, text: str) -> None:
    words = words_of(text)
    spans = [
        (at, at + len(form.words))
        for at, word in enumerate(words)
        for form in table.forms(word)
        if form.family.id == family and words[at : at + len(form.words)] == form.words
    ]
    assert spans
    assert not any(start < cue.end and cue.start < end for start, end in spans for cue in table.match(words))


def test_the_compiled_table_is_up_to_date() -> None:
    written = files("termlint.rules").joinpath(*COMPILED).read_text(encoding="utf-8")
    assert written == compiled_text(compiled_data(FAMILIES)), "run python -m termlint.rulebook.compile"


def test_every_form_is_reached_as_itself(table: CueTable) -> None:
    """Alone in a text, a form is found whole and in its own family; a blocker is found as nothing."""
    wrong = []
    for family in FAMILIES:
        for form in family.forms:
            found = [(cue.form.family.id, cue.start, cue.end) for cue in table.match(words_of(form.text))]
            expected = [] if family.relationship == "none" else [(family.id, 0, len(words_of(form.text)))]
            if found != expected:
                wrong.append((family.id, form.text, found))
    assert wrong == []


def test_no_words_stand_twice() -> None:
    table = load_compiled()
    counts = Counter(form.words for first in table.rows for form in table.forms(first))
    assert [words for words, count in counts.items() if count > 1] == []


def test_longer_forms_stand_before_shorter_ones() -> None:
    for first, forms in ((first, load_compiled().forms(first)) for first in load_compiled().rows):
        lengths = [len(form.words) for form in forms]
        assert lengths == sorted(lengths, reverse=True), first


def test_no_inflection_holds_a_watched_word() -> None:
    table = load_compiled()
    assert [form.words for first in table.rows for form in table.forms(first) if WATCHED.intersection(form.words)] == []


def test_every_kind_is_in_use() -> None:
    assert {family.kind for family in FAMILIES} == set(KINDS)


@pytest.mark.parametrize("relationship", ["ongoing", "transactional", "unclear"])
def test_each_relationship_is_spoken_for_from_many_sides(relationship: str) -> None:
    assert len([family for family in FAMILIES if family.relationship == relationship]) >= 25
