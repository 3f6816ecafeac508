"""Mistakes in a cue file are told all at once, each with its place."""

import pytest

from termlint.rulebook.compile import compiled_data
from termlint.rulebook.cue_files import load_families
from termlint.rulebook.cues import table_of
from termlint.rulebook.inflection import words_of
from termlint.yaml_source import SourceError

GOOD = """\
families:
  - id: bakery
    relationship: transactional
    kind: trade
    strength: 1.5
    note: Bread over a counter.
    source: reading
    forms: [baker, pick-up counter]
    verbs: [bake]
    weak: {bake: 0.4}
    examples:
      fires: [The baker slept., They bake at night.]
      silent: [The bacon was cold.]
"""


def mistakes(text: str, *more: str) -> list[str]:
    texts = [(f"cues-{number}.yaml", each) for number, each in enumerate((text, *more))]
    with pytest.raises(SourceError) as caught:
        load_families(texts)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_a_good_file_compiles_to_its_inflections() -> None:
    table = table_of(compiled_data(load_families([("cues.yaml", GOOD)])))
    assert {form.words: form.factor for first in table.rows for form in table.forms(first)} == {
        ("baker",): 1.0,
        ("bakers",): 1.0,
        ("pick", "-", "up", "counter"): 1.0,
        ("pick", "-", "up", "counters"): 1.0,
        ("pick", "up", "counter"): 1.0,
        ("pick", "up", "counters"): 1.0,
        ("bake",): 0.4,
        ("bakes",): 0.4,
        ("baked",): 0.4,
        ("baking",): 0.4,
    }


def test_the_longest_form_wins_and_a_blocker_consumes_its_words() -> None:
    blocker = (
        "families: [{id: block, relationship: none, kind: blocker, strength: 0, note: n, source: s,"
        " forms: [baker street], examples: {fires: [], silent: []}}]"
    )
    table = table_of(compiled_data(load_families([("a", GOOD), ("b", blocker)])))
    found = table.match(words_of("The baker of Baker Street has a pick up counter."))
    assert [(cue.start, cue.end, " ".join(cue.form.words)) for cue in found] == [(1, 2, "baker"), (7, 10, "pick up counter")]


def test_a_form_is_the_same_one_after_many_words_without_any() -> None:
    table = table_of(compiled_data(load_families([("cues.yaml", GOOD)])))
    (before,) = table.match(["baker"])
    table.match([f"word{number}" for number in range(50_000)])
    (after,) = table.match(["baker"])
    assert before.form is after.form


def test_no_cue_crosses_a_border() -> None:
    table = table_of(compiled_data(load_families([("cues.yaml", GOOD)])))
    words = ["pick", "up", "counter"]
    assert [cue.end for cue in table.match(words)] == [3]
    assert table.match(words, [0, 2, 2, 3]) == table.match(words, [0, 1, 3]) == table.match([]) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: bakery", "id: The Bakery", "cues-0.yaml:2:9: "),
        ("kind: trade", "kind: shop", "cues-0.yaml:4:11: "),
        ("strength: 1.5", "strength: 7", "cues-0.yaml:5:15: "),
        ("strength: 1.5", "strength: strong", "cues-0.yaml:5:15: "),
        ("forms: [baker, pick-up counter]", "forms: [pick-up counter, baker]", "cues-0.yaml:8:30: "),
        ("[baker,", "[Baker,", "cues-0.yaml:8:13: "),
        ("[baker,", "[baker, client bakery,", 'cues-0.yaml:8:20: "client bakery" holds a watched word'),
        ("[baker,", "[baker, patients,", 'cues-0.yaml:8:20: "patients" is a word that house styles watch'),
        ("[baker,", "[baker, bakers,", 'cues-0.yaml:8:20: "bakers" is an inflection of "baker" already'),
        ("[baker,", "[baker, baker,", 'cues-0.yaml:8:20: "baker" is a form of "bakery" already'),
        ("[baker,", "[12, baker,", "cues-0.yaml:8:13: "),
        ("{bake: 0.4}", "{bread: 0.4}", 'cues-0.yaml:10:12: "bread" is weak, but no form of this family'),
        ("{bake: 0.4}", "{bake: 4}", "cues-0.yaml:10:18: "),
        ("source: reading", "sauce: reading", 'cues-0.yaml:7:5: "sauce" is not known here'),
        ("      silent: [The bacon was cold.]\n", "", "cues-0.yaml:2:5: "),
    ],
)
def test_a_mistake_has_a_place(old: str, new: str, told: str) -> None:
    assert any(line.startswith(told) for line in mistakes(GOOD.replace(old, new)))


def test_a_form_stands_in_one_family_only() -> None:
    assert 'cues-1.yaml:8:13: "baker" is a form of "bakery" already' in mistakes(GOOD, GOOD.replace("id: bakery", "id: oven"))


def test_a_family_stands_once() -> None:
    assert 'cues-1.yaml:2:5: a family "bakery" stands in cues-0.yaml too' in mistakes(GOOD, GOOD)


def test_all_mistakes_are_told_at_once() -> None:
    told = mistakes(GOOD.replace("kind: trade", "kind: shop").replace("1.5", "9"), "families: 3\n", "families: [")
    assert {line.split(":")[0] for line in told} == {"cues-0.yaml", "cues-1.yaml", "cues-2.yaml"}
    assert len(told) >= 4
