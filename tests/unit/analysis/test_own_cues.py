import pytest

from termlint.analysis.own_cues import find_own_cues, own_cues_near
from termlint.model.cue import OwnCue
from termlint.model.mention import Scope
from tests.unit.analysis.build import ONGOING, TRANSACTIONAL, block_of, laid_out, mentions_in

PAT_TEST = OwnCue("pat test", ONGOING)
TILL = OwnCue("till", TRANSACTIONAL)


def scopes(*blocks: str, cues: tuple[OwnCue, ...] = (PAT_TEST,)) -> list[tuple[str, Scope]]:
    layout = laid_out(*blocks)
    near = own_cues_near(layout, find_own_cues(layout, cues), layout.hits[0])
    return [(hit.cue.phrase, hit.scope) for hit in near]


@pytest.mark.parametrize(
    ("blocks", "scope"),
    [
        (("The client has a Pat  Test.",), Scope.CLAUSE),
        (("The client is here, and has a pat test.",), Scope.SENTENCE),
        (("The client is here. There is a pat test.",), Scope.PARAGRAPH),
        (("The client is here.", "A pat test."), Scope.DOCUMENT),
        (("A pat test.", "A pat test. The client is here, a pat test."), Scope.SENTENCE),
    ],
)
def test_a_cue_is_told_once_at_its_nearest_place(blocks: tuple[str, ...], scope: Scope) -> None:
    assert scopes(*blocks) == [("pat test", scope)]


@pytest.mark.parametrize("blocks", [("The client patted a test.",), ("The client's pat", "test"), ("A client, a pat",)])
def test_a_cue_is_found_whole_or_not(blocks: tuple[str, ...]) -> None:
    assert scopes(*blocks) == []


def test_a_nearer_cue_weighs_more() -> None:
    layout = laid_out("The till. The client has a pat test.")
    near, far = own_cues_near(layout, find_own_cues(layout, (PAT_TEST, TILL)), layout.hits[0])
    assert (near.relationship, far.relationship) == (ONGOING, TRANSACTIONAL)
    assert near.weight > far.weight > 0


def test_the_order_of_the_cues_does_not_matter() -> None:
    text = "The client at the till. A pat test."
    one, other = (mentions_in(text, cues=cues)[0] for cues in ((PAT_TEST, TILL), (TILL, PAT_TEST)))
    assert (one.relationship, one.confidence, one.scope) == (other.relationship, other.confidence, other.scope)
    assert set(one.evidence) == set(other.evidence)


def test_a_watched_word_in_a_cue_counts_for_nothing() -> None:
    """The reading never sees it: what is left of the phrase is the cue."""
    assert scopes("The client has a pat test.", cues=(OwnCue("client pat test", ONGOING), OwnCue("client", ONGOING))) == [
        ("client pat test", Scope.CLAUSE)
    ]


@pytest.mark.parametrize("relationship", [ONGOING, TRANSACTIONAL])
def test_an_own_cue_is_told_first_and_moves_the_reading_its_way(relationship: object) -> None:
    text = block_of("The client had the gribble on Monday.")
    (before,) = mentions_in(text)
    (after,) = mentions_in(text, cues=(OwnCue("gribble", relationship),))  # type: ignore[arg-type]
    assert after.evidence[0].text == "gribble"
    assert after.evidence[0].relationship is relationship
    assert "own cue" in after.evidence[0].why
    assert after.relationship is relationship
    assert before.sense is after.sense
