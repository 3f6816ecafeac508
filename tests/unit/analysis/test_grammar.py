"""What is known of a sentence without a parser: the classes of words, a verb behind auxiliaries, the word left of a phrase."""

import pytest

from termlint.analysis.bags import WordBags
from termlint.analysis.sense_views import SenseViews
from termlint.analysis.word_classes import class_of
from termlint.rulebook import senses
from tests.unit.analysis.build import laid_out


def beside(text: str) -> dict[str, float]:
    layout = laid_out(text)
    return SenseViews(layout, senses.load_compiled(), WordBags(layout)).views(layout.hits[0])[0].features


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("would", "modal"), ("our", "possessive"), ("the", "determiner"), ("§s", "§"), ("(", "("), ("$", "$"),
        ("7up", "0"), ("booking", "ing"), ("ordered", "ed"), ("quickly", "ly"), ("payment", "noun"), ("glass", "x"),
    ],
)  # fmt: skip
def test_every_word_has_a_class(word: str, name: str) -> None:
    assert class_of(word) == name


@pytest.mark.parametrize(
    "text",
    ["Clients book a room.", "Clients can book a room.", "Clients may then not book a room.", "The client has to book it."],
)
def test_the_verb_is_found_behind_auxiliaries(text: str) -> None:
    features = beside(text)
    assert ("verb=book" in features) != ("w1=book" in features)


def test_a_verb_says_what_it_says_behind_auxiliaries_too() -> None:
    assert "R1@person-act" in beside("The customer complained.")
    assert "V@person-act" in beside("The customer will complain.")
    assert "V@person-act" not in beside("The customer will cache it.")


@pytest.mark.parametrize("text", ["Create a client.", "Create the client.", "Create your client."])
def test_what_stands_left_of_the_phrase_is_seen_over_its_opener(text: str) -> None:
    assert "left of its phrase=create" in beside(text)


def test_a_name_made_with_hyphens_on_both_sides_is_seen() -> None:
    assert "between hyphens" in beside("The X-Client-Version header.")
    assert "between hyphens" not in beside("A client-facing role.")
    assert "between hyphens" not in beside("Well - client-facing.")
