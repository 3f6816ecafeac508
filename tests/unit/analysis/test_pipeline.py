import pytest
from spacy.language import Language

from termlint.analysis import ReadingInputs
from termlint.analysis.pipeline import STATE, load_pipeline, make_doc
from termlint.model.mention import Sense
from termlint.rulebook.cues import load_compiled
from tests.unit.analysis.build import TERMS, document_of

COMPONENTS = ["termlint_cues", "termlint_mentions", "termlint_sense", "termlint_relationship"]
INPUTS = ReadingInputs(TERMS)


def test_the_pipeline_is_built_once_and_loads_nothing() -> None:
    nlp = load_pipeline()
    assert load_pipeline() is nlp
    assert nlp.pipe_names == COMPONENTS
    assert nlp.vocab.vectors.size == 0


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_declares_what_it_writes_and_needs(name: str) -> None:
    meta = Language.get_factory_meta(name)
    assert meta.assigns or meta.requires
    assert all(attribute.startswith("doc.") for attribute in (*meta.assigns, *meta.requires))


def test_every_component_finds_what_it_needs() -> None:
    analysis = load_pipeline().analyze_pipes()
    assert [problems for problems in analysis["problems"].values() if problems] == []


def test_cues_and_mentions_are_span_groups() -> None:
    doc = load_pipeline()(make_doc(load_pipeline(), document_of("Our clients buy a loaf.", "Customers return it."), INPUTS))
    assert [span.start for span in doc.spans["mentions"]] == [1, 6]
    assert {span.label_ for span in doc.spans["mentions"]} <= set(Sense)
    assert doc.spans["cues"]
    assert {span.label_ for span in doc.spans["cues"]} <= set(load_compiled().families)
    assert len(doc.user_data[STATE].senses) == len(doc.user_data[STATE].relationships) == 2


def test_the_doc_never_holds_a_watched_word() -> None:
    one, other = (
        make_doc(load_pipeline(), document_of(text), INPUTS)
        for text in ("Our CLIENT’s clients pay, “client”.", "Our CUSTOMER’s customers pay, “customer”.")
    )
    assert one.text == other.text
    assert [token.text for token in one] == [token.text for token in other]
    assert "client" not in one.text.lower()


@pytest.mark.parametrize("blocks", [(), ("",), ("nothing",), ("customer",), ("customer", "", "client")])
def test_however_little_there_is(blocks: tuple[str, ...]) -> None:
    doc = load_pipeline()(make_doc(load_pipeline(), document_of(*blocks), INPUTS))
    assert len(doc.spans["mentions"]) == sum(map(bool, blocks)) - ("nothing" in blocks)
