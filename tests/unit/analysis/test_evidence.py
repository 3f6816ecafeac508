import json
import math
import re
from pathlib import Path

import pytest

from termlint.analysis import ReadingInputs, read_mentions
from termlint.analysis.evidence import MOST_TOLD, explain_relationship, explain_sense
from termlint.analysis.pieces import gather, text_of
from termlint.analysis.pipeline import STATE, load_pipeline, make_doc
from termlint.analysis.state import State
from termlint.model.cue import OwnCue
from termlint.model.document import BlockKind, Document
from termlint.model.mention import Evidence, Scope, Sense
from tests.unit.analysis.build import ONGOING, TERMS, UNCLEAR, block_of, document_of

BAKERY = document_of(
    block_of("The bakery", kind=BlockKind.HEADING, level=1),
    block_of("Our customers order a cake, and they return to buy bread. A client paid at the till.", headings=("The bakery",)),
    block_of("We advise clients on tax, and have done so for years, under a retainer.", headings=("The bakery",)),
)
SOFTWARE = document_of("Open the Customers page, select a customer and press Save.", "An SSH client opens a socket.")
LONG = document_of(
    "The customer " + "bought an item, paid, returned it for a refund, ordered a pizza; " * 40 + "and asked the client."
)
DOCUMENTS = (BAKERY, SOFTWARE, LONG)


def read(document: Document, cues: tuple[OwnCue, ...] = ()) -> State:
    state: State = load_pipeline()(make_doc(load_pipeline(), document, ReadingInputs(TERMS, cues))).user_data[STATE]
    return state


def relationship_evidence(state: State) -> list[tuple[Scope, tuple[Evidence, ...]]]:
    sharpness = state.weights.combination.sharpness
    return [explain_relationship(state.views, reading, sharpness=sharpness) for reading in state.relationships]


def sense_evidence(state: State) -> list[tuple[Evidence, ...]]:
    return [
        explain_sense(state.layout, state.views, state.sense_views, state.weights.sense, reading) for reading in state.senses
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_pieces_sum_to_the_score(document: Document) -> None:
    """Nothing that was weighed is left out, nothing is told twice."""
    state = read(document)
    for reading in state.relationships:
        pieces = gather(state.views, [(scored.model, scored.view, scored.factor) for scored in reading.pieces])
        expected = [0.0, 0.0, 0.0]
        for scored in reading.pieces:
            scores = scored.model.score(scored.view)
            for index, score in enumerate(scores):
                expected[index] += scored.factor * (score - sum(scores) / 3)
        told = [sum(shares) for shares in zip(pieces.rest, *(piece.shares for piece in pieces.told), strict=True)]
        assert all(math.isclose(one, other, abs_tol=1e-6) for one, other in zip(told, expected, strict=True))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_piece_is_told_as_it_stands_in_the_text(document: Document) -> None:
    state = read(document)
    for _, told in relationship_evidence(state):
        for evidence in told:
            if evidence.start is not None:
                assert evidence.text == document.text[evidence.start : evidence.end]
                assert evidence.text.strip() == evidence.text != ""
            else:
                assert (evidence.text, evidence.end) == ("", None)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_weights_speak_for_their_relationship_and_the_heaviest_comes_first(document: Document) -> None:
    for _, told in relationship_evidence(read(document)):
        placed = [evidence.weight for evidence in told if evidence.start is not None]
        assert placed == sorted(placed, reverse=True)
        assert len(placed) <= MOST_TOLD
        assert all(evidence.weight >= 0 and evidence.relationship is not None for evidence in told)
        assert all(evidence.counted and evidence.why for evidence in told)
        assert all(evidence.scope is not Scope.CLAUSE for evidence in told), "a clause is told as its sentence"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_speaks_for_a_sense_speaks_for_no_relationship(document: Document) -> None:
    state = read(document)
    for reading, told in zip(state.senses, sense_evidence(state), strict=True):
        assert len(told) <= MOST_TOLD
        for evidence in told:
            assert evidence.relationship is None
            assert evidence.weight >= 0
            assert evidence.why.endswith(f"speaks for {reading.sense}")
            assert evidence.text == document.text[evidence.start : evidence.end] != ""


def test_one_phrase_is_told_once() -> None:
    for _, told in relationship_evidence(read(LONG)):
        texts = [evidence.text.lower() for evidence in told if evidence.start is not None and re.search(r"\w", evidence.text)]
        assert len(texts) == len(set(texts))


def test_an_unclear_reading_was_decided_nowhere() -> None:
    state = read(document_of("The customer."))
    ((scope, told),) = relationship_evidence(state)
    assert state.relationships[0].relationship is UNCLEAR
    assert scope is Scope.NONE
    assert told


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    """Weights by which nothing in a text says anything."""
    model = {"classes": ["ongoing", "transactional", "unclear"], "scale": 1, "weights": {}}
    sense = {"classes": ["party", "software", "name", "mention"], "scale": 1, "weights": {"bias": [99, 0, 0, 0]}}
    combination = {"cues": 1, "words": 1, "pooling": 0, "sharpness": 1, "bias": [0, 0, 0]}
    file = tmp_path / "silent.json"
    file.write_text(json.dumps({"sense": sense, "cues": model, "words": model, "combination": combination}), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("blocks", "scope", "told"),
    [
        (["A client with a gribble"], Scope.CLAUSE, Scope.SENTENCE),
        (["A client, and a gribble"], Scope.SENTENCE, Scope.SENTENCE),
        (["A client. It is a gribble."], Scope.PARAGRAPH, Scope.PARAGRAPH),
        (["A client.", "A gribble and a grobble."], Scope.DOCUMENT, Scope.DOCUMENT),
        (["A client. A gribble.", "A grobble."], Scope.PARAGRAPH, Scope.PARAGRAPH),
        (["A client."], Scope.NONE, None),
    ],
)
def test_the_scope_that_decides_is_the_nearest_that_says_enough(
    blocks: list[str], scope: Scope, told: Scope | None, silent: Path
) -> None:
    cues = (OwnCue("gribble", ONGOING), OwnCue("grobble", ONGOING))
    (mention,) = read_mentions(document_of(*blocks), ReadingInputs(TERMS, cues, weights=silent))
    assert mention.relationship is (UNCLEAR if scope is Scope.NONE else ONGOING)
    assert mention.scope is scope
    placed = [evidence.scope for evidence in mention.evidence if evidence.start is not None]
    assert placed[:1] == ([] if told is None else [told])


def test_the_software_document_is_read_as_software() -> None:
    assert Sense.SOFTWARE in {reading.sense for reading in read(SOFTWARE).senses}


def test_a_piece_can_be_spelt() -> None:
    state = read(BAKERY)
    pieces = gather(state.views, [(scored.model, scored.view, 1.0) for scored in state.relationships[0].pieces])
    assert "buy" in {text_of(state.layout, piece) for piece in pieces.told}


@pytest.mark.parametrize(
    ("text", "sense", "phrase", "family"),
    [
        ("Connect with an SSH client to the server.", Sense.SOFTWARE, "SSH", "client software"),
        ("Attorney-client privilege holds.", Sense.NAME, "privilege", "term of art"),
        ("The word “client” comes from Latin.", Sense.MENTION, "The word", "word talk"),
        ("Open the Customers page and press Save.", Sense.SOFTWARE, "page", "record head"),
    ],
)
def test_a_sense_is_told_with_the_phrases_of_its_families(text: str, sense: Sense, phrase: str, family: str) -> None:
    (mention,) = read_mentions(document_of(text), ReadingInputs(TERMS))
    assert mention.sense is sense
    told = {evidence.text: evidence.why for evidence in mention.evidence}
    assert told[phrase].startswith(family)
