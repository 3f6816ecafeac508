import doctest

import pytest

from termlint.rulebook import inflection
from termlint.rulebook.inflection import hyphen_forms, noun_forms, verb_forms, words_of


def test_the_docstrings_tell_the_truth() -> None:
    assert doctest.testmod(inflection).failed == 0


@pytest.mark.parametrize(
    ("form", "forms"),
    [
        ("law firm", ("law firm", "law firms")),
        ("statement of work", ("statement of work", "statements of work")),
        ("agency", ("agency", "agencies")),
        ("boss", ("boss", "bosses")),
        ("day rate", ("day rate", "day rates")),
        ("salesman", ("salesman", "salesmen")),
        ("tooth", ("tooth", "teeth")),
        ("on behalf of", ("on behalf of",)),
        ("add to", ("add to",)),
        ("goods", ("goods",)),
        ("logistics", ("logistics",)),
        ("tax return", ("tax return", "tax returns")),
        ("4g", ("4g",)),
    ],
)
def test_a_noun_takes_the_plural_that_a_writer_would_write(form: str, forms: tuple[str, ...]) -> None:
    assert noun_forms(form) == forms


@pytest.mark.parametrize(
    ("form", "forms"),
    [
        ("advise", ("advise", "advises", "advised", "advising")),
        ("act for", ("act for", "acts for", "acted for", "acting for")),
        ("buy", ("buy", "buys", "bought", "buying")),
        ("shop for", ("shop for", "shops for", "shopped for", "shopping for")),
        ("carry", ("carry", "carries", "carried", "carrying")),
        ("coach", ("coach", "coaches", "coached", "coaching")),
        ("take", ("take", "takes", "took", "taken", "taking")),
    ],
)
def test_a_verb_takes_its_endings(form: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(form) == forms


def test_hyphens_may_be_blanks() -> None:
    assert hyphen_forms("one-on-one call") == ("one-on-one call", "one on one call")
    assert hyphen_forms("law firm") == ("law firm",)


def test_words_are_those_of_the_analysis() -> None:
    assert words_of("The Butcher\u2019s long-term B&B") == ("the", "butcher", "long", "-", "term", "b", "&", "b")
