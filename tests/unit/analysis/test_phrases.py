from termlint.analysis.phrases import PhraseHit, match_all

PHRASES = {
    "bank": [(("bank", "holiday"), "calendar", 1.0), (("bank",), "money", 0.5), (("bank",), "river", 1.0)],
    "holiday": [(("holiday",), "travel", 1.0)],
}


def found(*blocks: str) -> list[PhraseHit]:
    words = [word for block in blocks for word in block.split()]
    return match_all(PHRASES, words, [number for number, block in enumerate(blocks) for _ in block.split()])


def test_every_family_of_a_phrase_and_every_overlapping_phrase_is_found() -> None:
    assert found("a bank holiday") == [
        PhraseHit(1, 3, "calendar", 1.0),
        PhraseHit(1, 2, "money", 0.5),
        PhraseHit(1, 2, "river", 1.0),
        PhraseHit(2, 3, "travel", 1.0),
    ]


def test_a_phrase_crosses_neither_a_block_nor_the_end() -> None:
    assert [hit.family for hit in found("a bank", "holiday")] == ["money", "river", "travel"]
    assert [hit.family for hit in found("bank")] == ["money", "river"]
    assert found() == found("nothing here") == []
