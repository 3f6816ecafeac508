"""The reading never learns which watched word was written: exchanging all of them changes nothing but where things stand."""

import re
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import LabelledDocument, written_texts

from termlint.analysis import ReadingInputs, read_mentions
from termlint.model.document import Document
from termlint.model.mention import Evidence, Mention
from termlint.model.source import SourceText
from termlint.model.term import Term
from termlint.reading import read

INPUTS = ReadingInputs((Term.of("customer"), Term.of("client")))
WORD = re.compile(r"\b(customer|client)(?=s?\b)", re.IGNORECASE)
OTHER = {"customer": "client", "client": "customer"}
TRAINING = Path(__file__).resolve().parents[2] / "training"

TOKENS = (
    *("customer", "client", "Customers", "CLIENT", "clients’", "customer's", "Client’s", "client-facing", "customers"),
    *("our", "your", "their", "the bakery's", "the", "a", "of ours", "of the salon", "we", "they", "you", "I"),
    *("advise", "represent", "for years", "buy", "a loaf", "returns", "the receipt", "order", "retainer", "subscription"),
    *("server", "API", "the word", "privilege", "record", "click", "Select", "attorney", "Relationship Management"),
    *(".", ",", ";", ":", "!", "?", "(", ")", '"', "“", "”", "'", "e.g.", "Dr.", "but", "while", "if", "means", "§", "😀"),
    *('("the Client")', '("Customer")', "hereinafter", "**Client**", "*customers*", "`client`", "[client](x.md)", "**", ">"),
    *("\n", "\n\n", "\n\n# ", "\n\n## ", "\n\n- ", "\n\n> ", "\n\n| a | b |\n|---|---|\n| client | customer |\n\n", "&amp;"),
)


def exchanged(text: str, mentions: tuple[Mention, ...]) -> str:
    """``text`` with every mention written with the other word, in the same inflection and case."""
    pieces, at = [], 0
    for mention in sorted(mentions, key=lambda mention: mention.source_start):
        pieces += [text[at : mention.source_start], WORD.sub(_other, text[mention.source_start : mention.source_end])]
        at = mention.source_end
    return "".join(pieces) + text[at:]


def _other(match: re.Match[str]) -> str:
    word = OTHER[match[0].lower()]
    return word.upper() if match[0].isupper() else word.capitalize() if match[0][0].isupper() else word


def moved(offset: int | None, mentions: tuple[Mention, ...]) -> int | None:
    """Where an offset of the first text stands in the exchanged one. No offset lies within a mention."""
    if offset is None:
        return None
    before = [mention for mention in mentions if mention.source_start < offset]
    assert all(mention.source_end <= offset for mention in before)
    return offset + sum(len(OTHER[mention.term]) - len(mention.term) for mention in before)


def assert_blind(document: Document) -> None:
    first = read_mentions(document, INPUTS)
    text = exchanged(document.text, first)
    second = read_mentions(read(SourceText(document.path, text), format=document.format), INPUTS)

    def expected(evidence: Evidence) -> Evidence:
        start, end = moved(evidence.start, first), moved(evidence.end, first)
        return replace(evidence, text=WORD.sub(_other, evidence.text), start=start, end=end)

    assert [_read(mention) for mention in second] == [_read(mention) for mention in first]
    assert [mention.term for mention in second] == [OTHER[mention.term] for mention in first]
    for one, other in zip(first, second, strict=True):
        assert other.evidence == tuple(map(expected, one.evidence))
        assert (other.source_start, other.source_end) == (moved(one.source_start, first), moved(one.source_end, first))


def _read(mention: Mention) -> tuple[object, ...]:
    return (
        *(mention.block, mention.sense, mention.relationship, mention.confidence),
        *(mention.scope, mention.provider, mention.defined_term, mention.declared),
    )


@settings(max_examples=200, deadline=None)
@given(
    tokens=st.lists(st.tuples(st.sampled_from(TOKENS), st.sampled_from((" ", " ", " ", ""))), max_size=60),
    format=st.sampled_from(("markdown", "text")),
)
def test_any_text(tokens: list[tuple[str, str]], format: str) -> None:
    text = "".join(word + blank for word, blank in tokens)
    assert_blind(read(SourceText("page", text), format=format))


def _by_file() -> list[object]:
    by_file = groupby(written_texts(TRAINING), key=lambda text: text.group)
    return [pytest.param(list(texts), id=file) for file, texts in by_file]


@pytest.mark.parametrize("texts", _by_file())
def test_texts_as_people_write_them(texts: list[LabelledDocument]) -> None:
    for text in texts:
        assert_blind(text.document)
