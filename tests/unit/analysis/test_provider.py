from collections import Counter

import pytest

from termlint.analysis.provider import Possession, find_provider, find_voice
from termlint.model.mention import Provider
from tests.unit.analysis.build import laid_out

AUTHOR, READER, OTHER, NONE = Provider.AUTHOR, Provider.READER, Provider.OTHER, Provider.NONE


@pytest.mark.parametrize(
    ("text", "provider", "explicit"),
    [
        ("Our clients stay.", AUTHOR, True),
        ("Our oldest and dearest clients stay.", AUTHOR, True),
        ("my client", AUTHOR, True),
        ("Greet your customers.", READER, True),
        ("They keep their customers.", OTHER, True),
        ("a salon and its clients", OTHER, True),
        ("The bakery's customers queue.", OTHER, True),
        ("The bakery’s loyal customers queue.", OTHER, True),
        ("our client's customers", OTHER, True),
        ("our clients’ customers", OTHER, True),
        ("a client of ours", AUTHOR, True),
        ("a client of mine", AUTHOR, True),
        ("two customers of yours", READER, True),
        ("a customer of theirs", OTHER, True),
        ("the customers of a bakery", OTHER, True),
        ("We write to the client each week.", AUTHOR, False),
        ("Tell the customer that you will call.", READER, False),
        ("She met a client.", OTHER, False),
        ("A customer is waiting.", NONE, False),
        ("", NONE, False),
    ],
)
def test_whose_the_party_is(text: str, provider: Provider, explicit: bool) -> None:
    layout = laid_out(text or "Customers")
    known = find_provider(layout, layout.hits[-1])
    assert (known.provider, known.explicit) == (provider, explicit)
    assert (known.token is None) == (provider is NONE)


def test_the_first_of_two_nested_parties_keeps_its_own_provider() -> None:
    layout = laid_out("our client's customers")
    assert [find_provider(layout, hit).provider for hit in layout.hits] == [AUTHOR, OTHER]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our terms hold. A customer pays.", id="in another sentence"),
        pytest.param("Our terms hold; a customer pays.", id="in another clause"),
        pytest.param("A customer pays, while we wait.", id="in a later clause"),
    ],
)
def test_a_possessor_elsewhere_is_not_this_party_s(text: str) -> None:
    layout = laid_out(text)
    assert find_provider(layout, layout.hits[0]) == Possession(NONE, False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our one best and most recently revised list for customers", id="too far away"),
        pytest.param("Our client, customer and friend", id="behind a comma"),
        pytest.param("Our client customer base", id="behind a party without a possessive ending"),
    ],
)
def test_a_possessor_in_the_clause_only_hints(text: str) -> None:
    layout = laid_out(text)
    assert not find_provider(layout, layout.hits[-1]).explicit


def test_a_determiner_of_its_own_parts_a_party_from_a_possessor() -> None:
    layout = laid_out("In our shop every customer")
    assert not find_provider(layout, layout.hits[0]).explicit


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("We bake. Our oven is old.", "we"),
        ("I paint, and my brushes are old.", "i"),
        ("You pay when your parcel is here.", "you"),
        ("The parcel is here.", "-"),
        ("", "-"),
        ("We bake." + " The oven is old and warm." * 40, "-"),
    ],
)
def test_who_speaks(text: str, voice: str) -> None:
    assert find_voice(Counter(laid_out(text).words)) == voice


def test_a_section_sign_is_no_party() -> None:
    """A sign that looks like our stand-in for a watched word stands between the possessor and the party as any sign does."""
    layout = laid_out("our § customers, § client")
    assert [find_provider(layout, hit).explicit for hit in layout.hits] == [False, False]
