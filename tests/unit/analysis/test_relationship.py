"""Decisions with weights made for the test: the fitted ones change."""

import pytest

from termlint.analysis.layout import Layout
from termlint.analysis.linear import LinearModel
from termlint.analysis.own_cues import OwnCueHit
from termlint.analysis.relationship import NAMED_FROM, RelationshipReading, read_relationships
from termlint.analysis.sense import SENSES
from termlint.analysis.views import RELATIONSHIPS, DocumentViews
from termlint.analysis.weights import Combination, Weights
from termlint.model.cue import OwnCue
from termlint.model.mention import Scope
from termlint.rulebook import cues
from tests.unit.analysis.build import ONGOING, TRANSACTIONAL, UNCLEAR, laid_out

ADVICE, TILL = {"C:advice": (9, 0, 0)}, {"C:till": (0, 9, 0)}


def weights_of(words: dict[str, tuple[int, ...]], *, pooling: float = 0.0, sharpness: float = 1.0) -> Weights:
    empty = LinearModel("cues", RELATIONSHIPS, {})
    combination = Combination(cues=1.0, words=1.0, pooling=pooling, sharpness=sharpness, bias=(0.0, 0.0, 0.5))
    return Weights(LinearModel("sense", SENSES, {}), empty, LinearModel("words", RELATIONSHIPS, words), combination)


def read(
    *blocks: str,
    words: dict[str, tuple[int, ...]],
    parties: list[float] | None = None,
    own: OwnCue | None = None,
    **options: float,
) -> list[RelationshipReading]:
    layout: Layout = laid_out(*blocks)
    views = DocumentViews(layout, cues.load_compiled())
    own_cues = [[OwnCueHit(own, 0, 1, Scope.SENTENCE)] if own else [] for _ in layout.hits]
    certain = [1.0] * len(layout.hits)
    return read_relationships(weights_of(words, **options), views, layout.hits, parties or certain, own_cues)


def test_evidence_names_a_relationship_and_its_absence_does_not() -> None:
    for text, expected in (
        ("The client wants advice", ONGOING),
        ("The client at a till", TRANSACTIONAL),
        ("A client", UNCLEAR),
    ):
        (reading,) = read(text, words=ADVICE | TILL)
        assert reading.relationship is expected
        assert reading.confidence >= NAMED_FROM or expected is UNCLEAR


def test_little_evidence_stays_unclear_though_something_is_likeliest() -> None:
    (reading,) = read("The client wants advice", words={"C:advice": (3, 0, 0)})
    assert reading.likeliest is ONGOING
    assert reading.relationship is UNCLEAR
    assert reading.confidence < NAMED_FROM


def test_what_is_hardly_a_party_gets_no_relationship() -> None:
    (sure,), (unsure,) = (read("The client wants advice", words=ADVICE, parties=[party]) for party in (1.0, 0.1))
    assert sure.relationship is ONGOING
    assert unsure.relationship is UNCLEAR
    assert unsure.confidence < sure.confidence


def test_sharpness_moves_the_confidence_and_not_the_likeliest() -> None:
    (flat,), (sharp,) = (read("The client wants advice", words=ADVICE, sharpness=factor) for factor in (0.3, 2.0))
    assert flat.likeliest is sharp.likeliest is ONGOING
    assert flat.confidence < sharp.confidence


@pytest.mark.parametrize("relationship", [ONGOING, TRANSACTIONAL])
def test_an_own_cue_in_the_sentence_decides(relationship: object) -> None:
    (reading,) = read("A client", words={}, own=OwnCue("a", relationship))  # type: ignore[arg-type]
    assert reading.relationship is relationship


def test_mentions_of_one_provider_are_read_together() -> None:
    blocks = ("Our client wants advice.", "Our client wants advice.", "Our client is here.")
    apart, together = (read(*blocks, words=ADVICE, pooling=pooling) for pooling in (0.0, 2.0))
    assert [reading.relationship for reading in apart] == [ONGOING, ONGOING, UNCLEAR]
    assert [reading.relationship for reading in together] == [ONGOING, ONGOING, ONGOING]
    assert together[2].pooled[0] > 0
    assert apart[2].pooled == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("other", ["Your client is here.", "The bakery's client is here."])
def test_another_provider_s_mentions_never_leak_in(other: str) -> None:
    *_, reading = read("Our client wants advice.", "Our client wants advice.", other, words=ADVICE, pooling=5.0)
    assert reading.pooled == (0.0, 0.0, 0.0)


def test_what_is_no_party_says_nothing_to_the_others() -> None:
    blocks = ("Our client wants advice.", "Our client is here.")
    (_, heard), (_, unheard) = (read(*blocks, words=ADVICE, pooling=2.0, parties=[p, 1.0]) for p in (1.0, 0.0))
    assert heard.pooled[0] > 0
    assert unheard.pooled == (0.0, 0.0, 0.0)


def test_no_mention_hears_itself() -> None:
    (reading,) = read("Our client wants advice.", words=ADVICE, pooling=5.0)
    assert reading.pooled == (0.0, 0.0, 0.0)


def test_bare_mentions_are_pooled_with_the_author_s() -> None:
    _, bare = read("Our client wants advice.", "A client is here.", words=ADVICE, pooling=5.0)
    assert bare.pooled[0] > 0


@pytest.mark.parametrize(
    ("second", "together"),
    [
        ("The lawyer's client is here.", True),
        ("The bakery's client is here.", False),
        ("Their client is here.", False),
        ("The lawyers' client is here.", False),
    ],
)
def test_each_third_party_has_a_pool_of_its_own(second: str, together: bool) -> None:
    _, other = read("The lawyer's client wants advice.", second, words=ADVICE, pooling=5.0)
    assert any(other.pooled) is together


def test_a_pronoun_stands_for_one_third_party_within_a_paragraph() -> None:
    _, near = read("Their client wants advice. Their client is here.", words=ADVICE, pooling=5.0)
    assert near.pooled[0] > 0


def test_nothing_to_read() -> None:
    assert read("Nobody here.", words=ADVICE) == []
