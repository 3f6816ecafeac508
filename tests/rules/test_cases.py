"""The case book: a measure of the reading, and a guard over it.

No mention that is right may be flagged, but for those that tests/cases/known-wrong.yaml lists with a reason; and the shares
read rightly stay above their floors (``figures.FLOORS``). After a change that moves the readings:

    python tests/rules/known_wrong.py

writes the list anew and prints the shares; its difference belongs to the change that caused it. The expected readings never
follow the analysis.
"""

import re
from collections import Counter

import pytest
from case_book import WATCHED, Case, Copy, Label, load_cases, load_known_wrong, other_word, read_book, read_case, wrong_flags
from figures import FLOORS, figures, told

from termlint import Relationship, Sense, check_text

CASES = load_cases()
KNOWN_WRONG = load_known_wrong()


def _ids(case: Case) -> str:
    return case.id


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_no_right_word_is_flagged(case: Case) -> None:
    wrong = [reading.key for copy in Copy for reading in wrong_flags(read_case(case, copy))]
    known = [key for key in KNOWN_WRONG if key[0] == case.id]
    assert sorted(wrong) == sorted(known), "if that is meant, run python tests/rules/known_wrong.py"


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_a_flag_suggests_the_other_word(case: Case) -> None:
    for reading in read_case(case, Copy.WRITTEN):
        if reading.verdict and reading.flagged and reading.is_to_flag:
            assert reading.verdict.finding is not None
            assert reading.verdict.finding.relationship is reading.label.relationship
            suggestion = reading.verdict.finding.suggestion or ""
            assert re.fullmatch(other_word(reading.label.text) + "('s?)?", suggestion)


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_right_fixes_make_the_fixed_text(case: Case) -> None:
    """As far as they can be made: what is not flagged, or only shown, stays. A contract's term changes with all its uses."""
    places = {label.start: label for label in case.labels if label.flagged}
    fixes = [
        finding.fix
        for finding in check_text(case.text, path=case.path)
        if finding.start in places and finding.fix is not None and finding.fix.edits
    ]
    text, made = case.text, set()
    for edit in sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
        made.add(edit.start)
    assert text == _fixed(case, [label for label in case.labels if label.start in made and (label.flagged or label.defined)])


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_the_reading_is_blind_to_the_word(case: Case) -> None:
    for written, swapped in zip(read_case(case, Copy.WRITTEN), read_case(case, Copy.SWAPPED), strict=True):
        assert written.verdict is not None
        assert swapped.verdict is not None
        if written.sense is swapped.sense is Sense.PARTY:
            assert swapped.relationship is written.relationship
            assert swapped.verdict.mention.confidence == written.verdict.mention.confidence


def test_the_sense_seldom_hangs_on_the_word() -> None:
    pairs = [
        (written, swapped)
        for case in CASES
        for written, swapped in zip(read_case(case, Copy.WRITTEN), read_case(case, Copy.SWAPPED), strict=True)
        if written.label.sense is Sense.PARTY
    ]
    flips = [written.key for written, swapped in pairs if written.sense is not swapped.sense]
    assert len(flips) * 100 <= len(pairs), flips


@pytest.mark.parametrize("figure", FLOORS)
def test_a_share_stays_above_its_floor(figure: str) -> None:
    readings = read_book()
    assert figures(readings)[figure] >= FLOORS[figure], told(readings)


def test_every_known_wrong_flag_has_a_reason() -> None:
    assert [key for key, reason in KNOWN_WRONG.items() if len(reason) < 10] == []


def test_the_book_is_wide() -> None:
    assert len(CASES) >= 300
    assert len({case.trade for case in CASES}) >= 40
    assert {case.kind for case in CASES} == {"marketing", "contract", "macro"}
    assert min(Counter(case.kind for case in CASES).values()) >= 30


def test_ids_are_unique_and_pairs_exist() -> None:
    ids = Counter(case.id for case in CASES)
    assert [id for id, count in ids.items() if count > 1] == []
    assert [case.id for case in CASES if case.pair is not None and (case.pair not in ids or case.pair == case.id)] == []
    assert sum(case.pair is not None for case in CASES) >= 200


def test_no_text_stands_twice() -> None:
    assert [text for text, count in Counter(case.text for case in CASES).items() if count > 1] == []


def test_about_half_of_the_words_are_right() -> None:
    clear = [label for case in CASES for label in case.labels if label.is_clear and not label.defined]
    assert 0.4 <= sum(label.flagged for label in clear) / len(clear) <= 0.6


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_every_watched_word_is_labelled_as_the_reference_says(case: Case) -> None:
    assert [match.start() for match in WATCHED.finditer(case.text)] == [label.start for label in case.labels]
    for label in case.labels:
        assert (label.relationship is None) == (label.sense is not Sense.PARTY)
        assert (label.scope == "none") == (not label.is_clear)
        assert label.scope in {"sentence", "paragraph", "heading", "document", "none"}
        assert not label.flagged or _is_wrong(label)
        assert label.flagged or label.defined or not _is_wrong(label)


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_the_fixed_text_differs_in_the_wrong_words_only(case: Case) -> None:
    assert case.fixed == _fixed(case, [label for label in case.labels if _is_wrong(label)])
    assert WATCHED.split(case.fixed) == WATCHED.split(case.text)


def _is_wrong(label: Label) -> bool:
    word = label.text.lower().rstrip("s")
    return (label.relationship, word) in {(Relationship.ONGOING, "customer"), (Relationship.TRANSACTIONAL, "client")}


def _fixed(case: Case, labels: list[Label]) -> str:
    text = case.text
    for label in sorted(labels, key=lambda label: -label.start):
        text = text[: label.start] + other_word(label.text) + text[label.start + len(label.text) :]
    return text
