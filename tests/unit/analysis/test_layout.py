import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.analysis.layout import MASK, MASK_PLURAL, find_terms, lay_out, normal, term_of, term_pattern, words_of
from termlint.model.document import OBJECT, BlockKind
from termlint.model.term import Term
from tests.unit.analysis.build import CLIENT, SUPPORTED, TERMS, block_of, document_of, laid_out


def sentences(text: str) -> list[str]:
    layout = laid_out(text)
    bounds = zip(layout.sentence_starts, layout.sentence_starts[1:], strict=False)
    return [text[layout.starts[start] : layout.ends[end - 1]] for start, end in bounds]


def clauses(text: str) -> list[str]:
    layout = laid_out(text)
    bounds = zip(layout.clause_starts, layout.clause_starts[1:], strict=False)
    return [text[layout.starts[start] : layout.ends[end - 1]] for start, end in bounds]


@pytest.mark.parametrize(
    ("written", "mask", "possessive"),
    [
        ("client", MASK, False),
        ("Client", MASK, False),
        ("CLIENT", MASK, False),
        ("clients", MASK_PLURAL, False),
        ("CLIENTS", MASK_PLURAL, False),
        ("client's", MASK, True),
        ("client’s", MASK, True),
        ("Clients'", MASK_PLURAL, True),
        ("clients’", MASK_PLURAL, True),
    ],
)
def test_every_inflection_is_masked(written: str, mask: str, possessive: bool) -> None:
    layout = laid_out(f"The {written} here.")
    (hit,) = layout.hits
    assert layout.words == ["the", mask, "here", "."]
    assert layout.raw[1] == mask
    assert (hit.token, hit.start, hit.end) == (1, 4, 4 + len(written))
    assert (hit.term, hit.plural, hit.possessive) == (CLIENT, mask == MASK_PLURAL, possessive)


@pytest.mark.parametrize(
    "text", ["clientele", "subclient", "a clientship", "client_id", "_client", "customerś", "clientes", "client2", ""]
)
def test_what_only_looks_like_a_watched_word_is_left(text: str) -> None:
    layout = laid_out(text)
    assert layout.hits == []
    assert not {MASK, MASK_PLURAL}.intersection(layout.words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("client-facing", [MASK, "-", "facing"]),
        ("multi-client", ["multi", "-", MASK]),
        ("customer/client", [MASK, "/", MASK]),
        ("“clients”", ["“", MASK_PLURAL, "”"]),
        ("the client'", ["the", MASK, "'"]),
    ],
)
def test_a_partner_in_a_compound_is_a_word_of_its_own(text: str, words: list[str]) -> None:
    assert laid_out(text).words == words


@pytest.mark.parametrize(
    ("written", "mask"),
    [("person we support", MASK), ("People we support", MASK_PLURAL), ("people  we\nsupport's", MASK_PLURAL)],
)
def test_a_term_of_several_words_is_one_word(written: str, mask: str) -> None:
    layout = laid_out(f"Each {written} chooses.", terms=(SUPPORTED, CLIENT))
    assert layout.words == ["each", mask, "chooses", "."]
    assert layout.hits[0].term is SUPPORTED
    assert layout.document.blocks[0].text[layout.hits[0].start : layout.hits[0].end] == written


def test_the_longest_term_at_a_place_is_taken() -> None:
    terms = (Term.of("guest"), Term.of("hotel guest"))
    assert [hit.term.singular for hit in laid_out("A hotel guest and a guest", terms=terms).hits] == ["hotel guest", "guest"]


def test_a_term_with_one_form_for_both_numbers_counts_as_singular() -> None:
    layout = laid_out("The staff eat.", terms=(Term.of("staff", "staff"),))
    assert layout.words[1] == MASK
    assert not layout.hits[0].plural


def test_the_masked_words_of_two_terms_are_the_same() -> None:
    one, other = laid_out("Our client’s CLIENTS, clients"), laid_out("Our customer’s CUSTOMERS, customers")
    assert (one.words, one.raw, one.sentences, one.clauses) == (other.words, other.raw, other.sentences, other.clauses)


def test_words_are_lower_case_without_a_possessive_ending_and_raw_as_written() -> None:
    layout = laid_out("The Baker’s oven, isn’t it?")
    assert layout.words == ["the", "baker", "oven", ",", "isn't", "it", "?"]
    assert layout.raw == ["The", "Baker’s", "oven", ",", "isn’t", "it", "?"]
    assert [normal(word) for word in ("Firm’s", "firm's", "IT’S", "s")] == ["firm", "firm", "it", "s"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One here. Two there! Three? Four…", ["One here.", "Two there!", "Three?", "Four…"]),
        ("Mr. Smith and Dr. Jones met Acme Ltd. Then left.", ["Mr. Smith and Dr. Jones met Acme Ltd. Then left."]),
        ("A fee, e.g. Ten. Then more.", ["A fee, e.g. Ten.", "Then more."]),
        ("Ask J. Smith. He knows.", ["Ask J. Smith.", "He knows."]),
        ("So did I. You know.", ["So did I.", "You know."]),
        ("It costs 3.50 here. 4 there.", ["It costs 3.50 here.", "4 there."]),
        ("Open the file a.md. Read it.", ["Open the file a.md.", "Read it."]),
        ("He said “Go.” Then she went.", ["He said “Go.”", "Then she went."]),
        ("It ended (at last.) Then more.", ["It ended (at last.)", "Then more."]),
        ("It was wide. and low.", ["It was wide. and low."]),
        ("Wait... clients come.", ["Wait...", "clients come."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("no end at all", ["no end at all"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We advise clients, but sell to customers.", ["We advise clients,", "but sell to customers."]),
        ("They pay because we help while they wait", ["They pay", "because we help", "while they wait"]),
        ("Fees (per hour) are due: pay; go – now", ["Fees (", "per hour)", "are due:", "pay;", "go –", "now"]),
        ("One. Two", ["One.", "Two"]),
        ("So it goes", ["So it goes"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_a_block_ends_every_sentence_and_clause() -> None:
    layout = laid_out(block_of("Our clients", kind=BlockKind.HEADING), "stay for years", "", "and pay.")
    assert layout.block_starts == [0, 2, 5, 5, 8]
    assert layout.sentences == [0, 0, 1, 1, 1, 2, 2, 2]
    assert layout.clauses == layout.sentences
    assert [layout.block_span(block) for block in range(4)] == [(0, 2), (2, 5), (5, 5), (5, 8)]
    assert layout.sentence_span(3) == layout.clause_span(3) == (2, 5)
    assert layout.blocks == [0, 0, 1, 1, 1, 3, 3, 3]


@pytest.mark.parametrize("blocks", [(), ("",), (" \n\t",), ("", "")])
def test_nothing_to_lay_out(blocks: tuple[str, ...]) -> None:
    layout = laid_out(*blocks)
    assert layout.words == layout.hits == layout.sentences == []
    assert layout.block_starts == [0] * (len(blocks) + 1)


def test_offsets_are_those_of_the_block() -> None:
    text = f"The “clients’” {OBJECT} 😀 naïve_id cafés, 3½ ½-price"
    layout = laid_out("Before.", text)
    first, after = layout.block_span(1)
    spelt = [text[layout.starts[at] : layout.ends[at]] for at in range(first, after)]
    assert spelt == [raw if raw != MASK_PLURAL else "clients’" for raw in layout.raw[first:after]]
    assert OBJECT in spelt
    assert not any(map(str.isspace, spelt))


def test_no_term_at_all_masks_nothing() -> None:
    assert words_of(("The client’s loaf", "Two."), TERMS) == ["the", "loaf", ".", "two", ".", "."]
    assert lay_out(document_of("A client."), (Term.of("guest"),)).hits == []


@pytest.mark.parametrize("written", ["cu\u017ftomer", "CU\u017fTOMER", "cl\u0131ent", "CL\u0130ENT", "Client"])
def test_a_letter_that_equals_another_where_case_is_ignored(written: str) -> None:
    (hit,) = laid_out(f"“Our” {written} is here.").hits
    assert hit.term.singular in ("customer", "client")


@given(st.text(alphabet="cClLiI\u0131\u0130eEnNtTsS\u017f -’'§.é", max_size=40))
def test_no_term_is_missed_by_looking_for_it_twice(text: str) -> None:
    terms = (Term.of("client"), Term.of("tin"), Term("set", "sets"), Term.of("line item"))
    found = [match.span() for match in find_terms(text, terms)]
    assert found == [match.span() for match in term_pattern(terms)[0].finditer(text)]
    assert all(term_of(match, terms)[0] in terms for match in find_terms(text, terms))


@given(st.text(alphabet="aB1_'’- .,§\t\x1c\x7f\n", max_size=30))
def test_words_of_ascii_are_found_as_all_others_are(text: str) -> None:
    plain, other = laid_out(text), laid_out(f"{text} é")
    assert [plain.raw, plain.words, plain.starts, plain.ends] == [
        each[:-1] for each in (other.raw, other.words, other.starts, other.ends)
    ]
