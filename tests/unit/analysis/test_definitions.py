import pytest

from termlint.analysis import read_agreement
from termlint.model.document import Block, Document, MarkKind
from termlint.model.mention import Sense
from termlint.model.term import Term
from tests.unit.analysis.build import SUPPORTED, TERMS, document_of, marked, mentions_in


def defined_terms(document: Document, terms: tuple[Term, ...]) -> set[str]:
    return {party.term for party in read_agreement(document, terms).parties}


@pytest.mark.parametrize(
    "block",
    [
        'Acme Ltd ("Client") and us.',
        'Acme Ltd (the "Client") and us.',
        'Acme Ltd ("the Client") and us.',
        "Acme Ltd (“Client”) and us.",
        "Acme Ltd (the ‘Client’) and us.",
        "Acme Ltd («Client»), Acme GmbH.",
        'Acme Ltd (hereinafter referred to as the "Client").',
        "each a “Client” (each a “Client” and together the “Clients”)",
        '("Client", "you" or "your")',
        '("Supplier" or, as the case may be, "Client")',
        '"Client" means Acme.',
        '"Client" shall mean Acme.',
        '"Client" will mean Acme.',
        "“Clients” refers to Acme and others.",
        "“Clients” refer to Acme and others.",
        '"The Client", has the meaning given below.',
        "“Clients” have the meaning given below.",
        "Acme, hereinafter the Client, pays.",
        "Acme, hereinafter called Client, pays.",
        "Acme, hereinafter referred to as the “Client”, pays.",
        marked("Acme Ltd (*Client*) and us."),
        marked("Acme Ltd (the *Client*) and us."),
        marked("Acme Ltd (“*Client*”) and us."),
        marked("Acme Ltd (*Client*) and us.", MarkKind.EMPHASIS),
        marked("*Client* means Acme."),
        marked("*Clients* refers to Acme."),
    ],
    ids=str,
)
def test_a_definition(block: Block | str) -> None:
    assert defined_terms(document_of("Between us and them.", block), TERMS) == {"client"}


@pytest.mark.parametrize(
    "block",
    [
        'Acme Ltd ("client") and us.',
        '"client" means Acme.',
        "Acme, hereinafter the client, pays.",
        "Acme Ltd (Client) and us.",
        'The word "Client" is old.',
        '"Client" is meant to be short.',
        'Acme ("the firm") and "Client".',
        '("Clientele") and ("Client-to-be")',
        'the "Client" (see above)',
        "Client means somebody.",
        marked("Our *Client* pays."),
        marked("(*client*) pays."),
        marked("*Client* meaning"),
        marked("Open (*Client* list)"),
        marked("(see *Client)*"),
        marked("*Client* means Acme.", MarkKind.LINK),
        "",
    ],
    ids=str,
)
def test_what_defines_nothing(block: Block | str) -> None:
    assert defined_terms(document_of("Our clients stay.", block), TERMS) == set()


def test_a_term_of_several_words_can_be_defined() -> None:
    block = 'Ms Jones (the "Person We Support")'
    assert defined_terms(document_of(block), (SUPPORTED, *TERMS)) == {"person we support"}


@pytest.mark.parametrize(
    "blank", [" " * 50_000, ' ("Client"' * 5_000, "( " * 50_000, '"client"' * 5_000], ids=["b", "c", "o", "q"]
)
def test_long_hostile_blocks_define_nothing(blank: str) -> None:
    assert defined_terms(document_of(f'("Client"{blank} hereinafter mean'), TERMS) == set()


def test_a_definition_reaches_every_capitalised_mention_of_its_term() -> None:
    definition = 'This is made between Birch & Co and Acme Ltd (the "Client").'
    mentions = mentions_in(definition, "The Client pays. A client may not. The Customer may, and all Clients.")
    told = [(mention.text, mention.defined_term) for mention in mentions]
    assert told == [("Client", True), ("Client", True), ("client", False), ("Customer", False), ("Clients", True)]
    assert all(mention.sense is Sense.PARTY for mention in mentions if mention.defined_term)
