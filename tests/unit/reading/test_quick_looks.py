"""Short cuts of the readers: each has to find just what the long way finds."""

from hypothesis import given
from hypothesis import strategies as st

from termlint.reading import objects, placeholders
from termlint.reading.offsets import code_points

ADDRESSES = st.sampled_from(
    "@ [ [[ ]] « » { } {. $ $x_1$ . ./ .. / \\ : :// tel: tel:+1 mailto: www. WWW. a b.com a.md é A 1 ~/".split()
)
OPENERS = st.sampled_from(
    "{ {{ }} {{!-- {% %} <% <? <?php <?= {# ${ {/* % %( %a %(a)s %a% %{a} #{a} ` : ::: *| A |* {: {! {$ , plural".split()
)
BLANKS = st.sampled_from([" ", "\n", "", ""])
TORN = st.sampled_from(["\ud800", "\udfff", "\ud7ff", "\ue000", "é", "–", "😀", "a"])


def soup(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*parts, BLANKS), max_size=14).map("".join)


@given(soup(ADDRESSES))
def test_no_object_is_missed_by_a_look_at_the_whole_text(text: str) -> None:
    found = list(objects._candidates(text))
    assert bool(objects.find_objects(text)) is bool(found)


@given(soup(OPENERS, TORN))
def test_no_placeholder_is_missed_by_looking_for_its_first_character(text: str) -> None:
    found, at = [], 0
    while match := placeholders._next_opener(text, at):
        found.append(match.span())
        at = match.start() + 1
    expected, at = [], 0
    while match := placeholders._OPENER.search(text, at):
        expected.append(match.span())
        at = match.start() + 1
    assert found == expected
    if placeholders._find(text):
        assert placeholders.mask_placeholders(text).ranges


@given(soup(TORN))
def test_every_byte_offset_of_a_character_has_its_code_point_offset(text: str) -> None:
    convert = code_points(text) or int
    size = 0
    for number, character in enumerate(text):
        assert convert(size) == number
        size += len(character.encode("utf-8", "surrogatepass"))
    assert convert(size) == len(text)
