"""The sense families: every example both ways, no phrase of a family twice, the compiled table up to date."""

from collections import Counter
from importlib.resources import files

import pytest

from termlint.analysis.layout import lay_out
from termlint.analysis.phrases import match_all
from termlint.model.document import Block, BlockKind, Document, Segment
from termlint.model.term import Term
from termlint.rulebook.compile import compiled_senses, object_text
from termlint.rulebook.cue_files import WATCHED
from termlint.rulebook.inflection import words_of
from termlint.rulebook.sense_files import load_sense_families
from termlint.rulebook.senses import COMPILED, load_compiled
from termlint.yaml_source import SourceError

FAMILIES = load_sense_families()
BOOK = load_compiled()
TERMS = (Term.of("customer"), Term.of("client"))


def families_in(text: str) -> set[str]:
    """The families that the reading finds in a text, with its watched words masked."""
    block = Block(BlockKind.PARAGRAPH, text, (Segment(0, len(text), 0, len(text)),))
    layout = lay_out(Document("a.md", text, "markdown", (block,)), TERMS)
    return {hit.family for hit in match_all(BOOK.phrases, layout.words, layout.blocks)}


def _pairs(which: str) -> list[object]:
    return [pytest.param(family.id, text, id=f"{family.id}: {text}") for family in FAMILIES for text in getattr(family, which)]


@pytest.mark.parametrize(("family", "text"), _pairs("fires"))
def test_an_example_fires(family: str, text: str) -> None:
    assert family in families_in(text)


@pytest.mark.parametrize(("family", "text"), _pairs("silent"))
def test_a_look_alike_stays_silent(family: str, text: str) -> None:
    assert family not in families_in(text)


def test_every_phrase_is_found_whole() -> None:
    unheard = [
        (family.id, phrase)
        for family in FAMILIES
        for phrase in family.phrases
        if not any(
            (hit.start, hit.end, hit.family) == (0, len(phrase), family.id)
            for hit in match_all(BOOK.phrases, phrase, [0] * len(phrase))
        )
    ]
    assert unheard == []


def test_every_phrase_is_spelt_as_the_reading_sees_words() -> None:
    assert [phrase for family in FAMILIES for phrase in family.phrases if words_of(" ".join(phrase)) != phrase] == []


def test_the_compiled_table_is_up_to_date() -> None:
    written = files("termlint.rules").joinpath(*COMPILED).read_text(encoding="utf-8")
    assert written == object_text(compiled_senses(FAMILIES)), "run python -m termlint.rulebook.compile"


def test_no_phrase_holds_a_watched_word() -> None:
    phrases = [phrase for family in FAMILIES for phrase in family.phrases]
    assert phrases
    assert [words for words in phrases if WATCHED.intersection(words)] == []


def test_no_family_and_no_phrase_of_a_family_stands_twice() -> None:
    assert max(Counter(family.id for family in FAMILIES).values()) == 1
    rows = Counter((phrase, family.id) for family in FAMILIES for phrase in family.phrases)
    assert [row for row, count in rows.items() if count > 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "families:\n  - {id: a, note: b, forms: [c], examples: {fires: [c]}}\n",
        "families:\n  - {id: a, forms: [c], examples: {fires: [c], silent: [d]}}\n",
        "families:\n  - {id: a, note: b, examples: {fires: [c], silent: [d]}}\n",
        "families:\n  - {id: a, note: b, forms: [c], weight: 3, examples: {fires: [c], silent: [d]}}\n",
        "families:\n  - a\n",
    ],
)
def test_a_family_without_what_it_needs_is_told_with_its_place(text: str) -> None:
    with pytest.raises(SourceError, match=r"rules/senses\.yaml:2:\d+: "):
        load_sense_families(text)


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(SourceError) as told:
        load_sense_families("families:\n  - a\n  - {id: b}\n")
    assert len(str(told.value).splitlines()) == 2
