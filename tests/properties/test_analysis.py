"""What has to hold of the reading of every text."""

import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import written_texts

from termlint.analysis import ReadingInputs, read_mentions
from termlint.config import load_text
from termlint.judging import judge
from termlint.model.cue import OwnCue
from termlint.model.document import Document
from termlint.model.mention import Mention, Relationship, Scope, Sense
from termlint.model.source import SourceText
from termlint.model.term import Term
from termlint.reading import read

TERMS = (Term.of("customer"), Term.of("client"), Term.of("person we support", "people we support"))
CUES = (
    OwnCue("pat test", Relationship.ONGOING),
    OwnCue("§", Relationship.TRANSACTIONAL),
    OwnCue("client", Relationship.ONGOING),
)
TRAINING = Path(__file__).resolve().parents[2] / "training"

WORDS = st.sampled_from(
    (
        *("customer", "clients’", "Client's", "CUSTOMERS", "people we support", "person\nwe support", "client-customer"),
        *("our", "the bakery's", "of", "ours", "we advise", "buy", "pat test", "§", "§s", "'s", "’", "'", "s'", "\ufffc"),
        *(".", "...", "e.g.", "(", ")", '"', '("Client")', "means", "hereinafter the", "`x`", "**", "&amp;", "| a |", "---"),
        *(
            "\n",
            "\n\n",
            "\n# ",
            "\n- ",
            "\n> ",
            "\r\n",
            "\t",
            "\u2028",
            "\x85",
            "\x00",
            "İ",
            "ǅ",
            "ß",
            "½",
            "٣",
            "_",
            "😀",
            "é",
        ),
    )
)
SOUP = st.lists(st.one_of(WORDS, WORDS, WORDS, st.text(max_size=4)), max_size=50).map(" ".join)
GLUED = st.lists(WORDS, max_size=50).map("".join)
TEXTS = st.one_of(SOUP, GLUED)
FORMATS = st.sampled_from(("markdown", "text"))


def document_of(text: str, format: str) -> Document:
    return read(SourceText("page", text), format=format)


def check(document: Document, mentions: tuple[Mention, ...]) -> None:
    places = [(mention.block, mention.start) for mention in mentions]
    assert places == sorted(places)
    for mention in mentions:
        block = document.blocks[mention.block]
        assert mention.text == block.text[mention.start : mention.end]
        assert document.text[mention.source_start] == mention.text[0]
        assert " ".join(mention.text.lower().split()).startswith(mention.term[:2])
        assert (mention.relationship is None) == (mention.sense is not Sense.PARTY)
        assert 0 <= mention.confidence <= 1
        if mention.relationship in (None, Relationship.UNCLEAR):
            assert mention.scope is Scope.NONE
        elif mention.relationship is not None:
            assert mention.scope is not Scope.NONE
        for evidence in mention.evidence:
            assert evidence.weight >= 0
            assert evidence.why
            if evidence.start is None or evidence.end is None:
                assert (evidence.start, evidence.end, evidence.text) == (None, None, "")
            else:
                assert 0 <= evidence.start < evidence.end <= len(document.text)
                assert any(evidence.text in block.text for block in document.blocks)
                if document.format == "text" and "\n" not in evidence.text:
                    assert evidence.text.split() == document.text[evidence.start : evidence.end].split()


@settings(max_examples=200, deadline=None)
@given(TEXTS, FORMATS)
def test_any_text_is_read(text: str, format: str) -> None:
    document = document_of(text, format)
    mentions = read_mentions(document, ReadingInputs(TERMS, CUES))
    check(document, mentions)
    assert mentions == read_mentions(document, ReadingInputs(TERMS[::-1], CUES))


@settings(max_examples=100, deadline=None)
@given(TEXTS, FORMATS, st.sampled_from(Relationship))
def test_a_declaration_beats_every_text(text: str, format: str, declared: Relationship) -> None:
    document = document_of(text, format)
    inferred = read_mentions(document, ReadingInputs(TERMS, CUES))
    mentions = read_mentions(document, ReadingInputs(TERMS, CUES, declared))
    assert [mention.sense for mention in mentions] == [mention.sense for mention in inferred]
    for mention in mentions:
        party = mention.sense is Sense.PARTY
        assert mention.declared == party
        assert mention.relationship is (declared if party else None)


@settings(max_examples=50, deadline=None)
@given(TEXTS, FORMATS, st.sampled_from(("0.5", "0.75", "0.99", "1")))
def test_the_least_confidence_changes_no_reading(text: str, format: str, least: str) -> None:
    """It decides what is flagged, and nothing that is read."""
    document = document_of(text, format)
    usual = load_text("").for_path("page.md")
    strict = load_text(f"version: 1\nmin_confidence: {least}\n").for_path("page.md")
    readings = []
    for style in (usual, strict):
        mentions = read_mentions(document, ReadingInputs(style.watched, style.cues, style.declared))
        readings.append([verdict.mention for verdict in judge(document, mentions, style)])
    assert readings[0] == readings[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some written texts and some soup, in a folder of their own."""
    folder = tmp_path_factory.mktemp("texts")
    (folder / ".git").mkdir()
    for number, text in enumerate(islice(written_texts(TRAINING), 0, None, 60)):
        (folder / f"{number:03}.md").write_text(text.document.text, encoding="utf-8")
    (folder / "defined.txt").write_text('Acme ("Client") pays. The Client and the customers.\n', encoding="utf-8")
    return folder


def test_two_processes_tell_the_same(folder: Path) -> None:
    told = []
    for seed in ("0", "1", "4242"):
        command = [sys.executable, "-m", "termlint", "explain", "--format", "jsonl", "."]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        told.append(subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True).stdout)
    assert told[0] == told[1] == told[2]
    assert len({json.loads(line)["path"] for line in told[0].splitlines()}) > 10


def test_what_was_read_before_changes_nothing(folder: Path) -> None:
    """Every file alone is read as among all the others."""
    paths = sorted(folder.glob("*.md"))
    documents = [read(SourceText(path.name, path.read_text(encoding="utf-8")), format="markdown") for path in paths]
    inputs = ReadingInputs(TERMS)
    forwards = [read_mentions(document, inputs) for document in documents]
    backwards = [read_mentions(document, inputs) for document in reversed(documents)]
    assert forwards == backwards[::-1]
    assert any(forwards)
