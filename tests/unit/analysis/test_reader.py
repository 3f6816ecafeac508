from dataclasses import replace

import pytest

from termlint.analysis import ReadingInputs, read_mentions
from termlint.model.mention import Provider, Relationship, Scope, Sense
from termlint.model.term import Term
from tests.unit.analysis.build import ONGOING, SUPPORTED, TERMS, TRANSACTIONAL, UNCLEAR, document_of, mentions_in


def test_mentions_come_in_document_order_with_their_places() -> None:
    document = document_of("Clients’ friends and a customer.", "A client-facing role.")
    mentions = read_mentions(document, ReadingInputs(TERMS))
    assert [(mention.block, mention.text, mention.term) for mention in mentions] == [
        (0, "Clients’", "client"),
        (0, "customer", "customer"),
        (1, "client", "client"),
    ]
    for mention in mentions:
        assert document.text[mention.source_start : mention.source_end] == mention.text
        assert document.blocks[mention.block].text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("blocks", [(), ("",), ("Nobody.",)])
def test_no_mention(blocks: tuple[str, ...]) -> None:
    assert mentions_in(*blocks) == ()


@pytest.mark.parametrize("declared", [ONGOING, TRANSACTIONAL, UNCLEAR])
def test_a_declaration_beats_all(declared: Relationship) -> None:
    text = "We have advised this client for years. The customer bought a loaf at the till."
    (one, other) = mentions_in(text, declared=declared)
    for mention in (one, other):
        assert (mention.relationship, mention.confidence, mention.declared) == (declared, 1.0, True)
        assert mention.scope is (Scope.NONE if declared is UNCLEAR else Scope.DOCUMENT)
        assert len(mention.evidence) == 1
        assert mention.evidence[0].relationship is declared
    (of_file, _) = read_mentions(document_of(text, declared=declared), ReadingInputs(TERMS))
    assert of_file == one


def test_a_declaration_makes_no_party_of_a_program() -> None:
    text = "Install the SSH client from the repository: the client opens a TCP connection to the server."
    inferred, declared = mentions_in(text), mentions_in(text, declared=ONGOING)
    assert [mention.sense for mention in inferred] == [Sense.SOFTWARE, Sense.SOFTWARE]
    assert declared == inferred


def test_only_a_party_has_a_relationship() -> None:
    mentions = mentions_in(
        "The SSH client opens a socket to the server.", "Our clients rely on our advice.", "The word “client”."
    )
    assert {Sense.PARTY} < {mention.sense for mention in mentions}
    for mention in mentions:
        assert (mention.relationship is None) == (mention.sense is not Sense.PARTY)
        assert 0 <= mention.confidence <= 1
        if mention.sense is not Sense.PARTY:
            assert mention.scope is Scope.NONE


def test_the_provider_of_two_nested_parties() -> None:
    one, other = mentions_in("Our client’s customers queue at the till.")
    assert (one.provider, other.provider) == (Provider.AUTHOR, Provider.OTHER)


def test_any_term_is_read_as_any_other() -> None:
    texts = ("Our clients rely on our advice.", "Our people we support rely on our advice.", "Our guests rely on our advice.")
    terms = (*TERMS, SUPPORTED, Term.of("guest"))
    (first, second, third) = (mentions_in(text, terms=terms)[0] for text in texts)
    for other in (second, third):
        assert (other.sense, other.relationship, other.confidence) == (first.sense, first.relationship, first.confidence)


def test_the_order_of_the_terms_does_not_matter() -> None:
    text = "Our clients and the people we support buy from customers."
    terms = (*TERMS, SUPPORTED)
    assert mentions_in(text, terms=terms) == mentions_in(text, terms=terms[::-1])


def test_reasons_are_worked_out_only_where_they_are_wanted() -> None:
    document = document_of("Most of the customers we advise pay a monthly retainer.", "The HTTP client waits.")
    whole = read_mentions(document, ReadingInputs(TERMS))
    parties = read_mentions(document, ReadingInputs(TERMS, wanted=lambda mention: mention.sense is Sense.PARTY))
    assert parties[0] == whole[0]
    assert parties[0].evidence
    assert whole[1].evidence
    assert parties[1] == replace(whole[1], scope=Scope.NONE, evidence=())
