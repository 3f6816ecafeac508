"""The replacement as it is written, its edits, and how far they can be trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.judging.articles import article_for
from termlint.judging.inflecting import inflected
from termlint.model.document import OBJECT, BlockKind
from termlint.model.finding import Applicability, Edit, Finding
from termlint.model.mention import Scope
from termlint.model.term import Term

from .build import ONGOING, Mark, MarkKind, Segment, SegmentKind, block_of, finding_of, fixed, judged

CUSTOMER, CLIENT, PERSON = Term.of("customer"), Term.of("client"), Term("person", "people")
SUPPORTED, USER = Term("person we support", "people we support"), Term.of("service user")
CARE = "extends: care"


def preferring(new: str, *old: str) -> str:
    return f"extends: none\nterms: {{ongoing: {{preferred: {new}, deprecated: [{', '.join(old)}]}}}}"


@pytest.mark.parametrize(
    ("text", "term", "replacement", "expected"),
    [
        ("customer", CUSTOMER, CLIENT, "client"),
        ("Customers", CUSTOMER, CLIENT, "Clients"),
        ("CUSTOMERS", CUSTOMER, CLIENT, "CLIENTS"),
        ("CUSTOMERs", CUSTOMER, CLIENT, "CLIENTs"),
        ("cUstomer", CUSTOMER, CLIENT, "client"),
        ("customer's", CUSTOMER, CLIENT, "client's"),
        ("customers'", CUSTOMER, CLIENT, "clients'"),
        ("customers\u2019", CUSTOMER, CLIENT, "clients\u2019"),
        ("customer\u2019s", CUSTOMER, CLIENT, "client\u2019s"),
        ("CUSTOMER'S", CUSTOMER, CLIENT, "CLIENT'S"),
        ("customers'", CUSTOMER, PERSON, "people's"),
        ("CUSTOMERS\u2019", CUSTOMER, PERSON, "PEOPLE\u2019S"),
        ("people's", PERSON, CUSTOMER, "customers'"),
        ("People\u2019s", PERSON, CUSTOMER, "Customers\u2019"),
        ("person's", PERSON, CUSTOMER, "customer's"),
        ("Customers", CUSTOMER, SUPPORTED, "People we support"),
        ("CUSTOMER", CUSTOMER, SUPPORTED, "PERSON WE SUPPORT"),
        ("People We Support", SUPPORTED, CUSTOMER, "Customers"),
        ("Service Users", USER, SUPPORTED, "People We Support"),
        ("Service  users", USER, CLIENT, "Clients"),
        ("customer", CUSTOMER, Term("NHS patient", "NHS patients"), "NHS patient"),
        ("Customers", CUSTOMER, Term("NHS patient", "NHS patients"), "NHS patients"),
        ("customers", CUSTOMER, Term("Member", "Members"), "Members"),
        ("staff", Term("staff", "staff"), CLIENT, "client"),
    ],
)
def test_number_case_and_possessive_are_kept(text: str, term: Term, replacement: Term, expected: str) -> None:
    assert inflected(text, term=term, replacement=replacement) == expected


@given(
    st.sampled_from(["customer", "customers"]),
    st.sampled_from([str.lower, str.upper, str.capitalize]),
    st.sampled_from(["", "'", "\u2019"]),
)
def test_there_and_back_again(word: str, case: object, ending: str) -> None:
    assert callable(case)
    text = case(word) + (ending + ("" if word.endswith("s") else case("s") if word.isupper() else "s") if ending else "")
    there = inflected(text, term=CUSTOMER, replacement=CLIENT)
    assert inflected(there, term=CLIENT, replacement=CUSTOMER).lower() == text.lower()
    assert there != text


_WITH_A = "client user European one-off unit union uniform useful utility UK once hotel CEO 10 BBC"
_WITH_AN = "owner hour honest heir honoured uncle unimportant umbrella NHS MP 8 11 18 FBI X"


@pytest.mark.parametrize("word", _WITH_A.split())
def test_a_goes_before_what_sounds_like_a_consonant(word: str) -> None:
    assert article_for(word) == "a"


@pytest.mark.parametrize("word", _WITH_AN.split())
def test_an_goes_before_what_sounds_like_a_vowel(word: str) -> None:
    assert article_for(word) == "an"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("An owner.", "A user."),
        ("AN OWNER IS", "A USER IS"),
        ("ask an owner", "ask a user"),
        ("an Owner's", "a User's"),
        ("an\nowner", "a\nuser"),
        ("an old owner", "an old user"),
        ("than owner", "than user"),
        ("an owner, an apple", "a user, an apple"),
    ],
)
def test_the_article_follows_the_word(old: str, new: str) -> None:
    assert fixed(old, style=preferring("user", "owner")) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A customer", "An owner"),
        ("A CUSTOMER", "AN OWNER"),
        ("Said: \u201cx.\u201d A customer", "Said: \u201cx.\u201d An owner"),
        ("Vitamin A customer", "Vitamin A owner"),
        ("a.a customer", "a.a owner"),
        ("non-a customer", "non-a owner"),
    ],
)
def test_a_letter_is_no_article(old: str, new: str) -> None:
    assert fixed(old, style=preferring("owner", "customer")) == new


def test_an_article_that_cannot_be_edited_leaves_it_to_a_person() -> None:
    text = "an owner"
    segments = (Segment(0, 2, 0, 2, SegmentKind.GUARDED), Segment(2, 8, 2, 8))
    finding = finding_of(block_of(text, segments=segments), style=preferring("user", "owner"))
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.DISPLAY_ONLY


def applicability(block: object, style: str = "", **options: object) -> Applicability:
    finding = finding_of(block, style=style, **options)  # type: ignore[arg-type]
    assert finding.fix is not None
    assert bool(finding.fix.edits) is (finding.fix.applicability is not Applicability.DISPLAY_ONLY)
    return finding.fix.applicability


@pytest.mark.parametrize(
    "text",
    [
        "We advise our customers.",
        "Customers rely on us.",
        "the customer's file",
        "each customer gets a plan",
        "a customer who stays",
        "The customer is with us.",
        "The customer, of course",
        "the customer wanted it",
        "customer \u2013 and friend",
        'They said "yes" to customers and "no" to us.',
    ],
)
def test_a_plain_noun_is_safe(text: str) -> None:
    assert applicability(text) is Applicability.SAFE


@pytest.mark.parametrize(
    "text",
    [
        "customer-facing",
        "non-customer",
        "our customer base",
        "customer satisfaction",
        "customer\u2011led",
        "our customer relations",
        f"{OBJECT} customers",
        f"customers {OBJECT}",
    ],
)
def test_compounds_and_code_beside_are_unsafe(text: str) -> None:
    assert applicability(text) is Applicability.UNSAFE


@pytest.mark.parametrize(
    "text",
    [
        'He said "our customers are gold" twice',
        "\u201cour customers\u201d",
        "\u00ab customers \u00bb",
        "customers and clients",
        "client/customer",
        "clients, customers",
    ],
)
def test_other_peoples_words_and_pairs_are_for_a_person(text: str) -> None:
    assert applicability(text) is Applicability.DISPLAY_ONLY


def test_headings_fields_links_and_quotes() -> None:
    assert applicability(block_of("Our customers", kind=BlockKind.HEADING)) is Applicability.UNSAFE
    assert applicability(block_of("Our customers", kind=BlockKind.FIELD)) is Applicability.UNSAFE
    assert applicability(block_of("Our customers", kind=BlockKind.CELL)) is Applicability.SAFE
    assert applicability(block_of("Our customers", quoted=True)) is Applicability.DISPLAY_ONLY
    assert applicability(block_of("Our customers", marks=(Mark(0, 13, MarkKind.LINK),))) is Applicability.UNSAFE
    assert applicability(block_of("Our customers", marks=(Mark(0, 3, MarkKind.LINK),))) is Applicability.SAFE
    assert applicability(block_of("Our customers", marks=(Mark(0, 13, MarkKind.STRONG),))) is Applicability.SAFE


@pytest.mark.parametrize("scope", list(Scope))
def test_evidence_from_further_off_is_unsafe(scope: Scope) -> None:
    near = scope in {Scope.CLAUSE, Scope.SENTENCE}
    assert applicability("Our customers.", scope=scope) is (Applicability.SAFE if near else Applicability.UNSAFE)
    assert applicability("Our customers.", scope=scope, declared=True) is Applicability.SAFE
    assert applicability("Our clients.", style="extends: always-customer", scope=scope) is Applicability.SAFE


def test_phrases_do_not_enter_compounds_or_take_a_possessive() -> None:
    assert applicability("client-led", style=CARE) is Applicability.DISPLAY_ONLY
    assert applicability("client meeting", style=CARE) is Applicability.DISPLAY_ONLY
    assert applicability("the client's room", style=CARE) is Applicability.DISPLAY_ONLY
    assert applicability("the clients.", style=CARE) is Applicability.SAFE
    assert applicability("the client's room", style=preferring("service user", "client")) is Applicability.SAFE


def test_what_cannot_be_edited_is_shown_only() -> None:
    text = "customer"
    guarded = block_of(text, segments=(Segment(0, 8, 0, 8, SegmentKind.GUARDED),))
    assert applicability(guarded) is Applicability.DISPLAY_ONLY
    broken = block_of(text, segments=(Segment(0, 4, 0, 4), Segment(4, 8, 5, 9)))
    assert applicability(broken) is Applicability.DISPLAY_ONLY
    entity = block_of(text, segments=(Segment(0, 1, 0, 5, SegmentKind.ATOM), Segment(1, 8, 5, 12)))
    assert applicability(entity) is Applicability.SAFE


def test_a_possessive_that_stays_is_not_touched() -> None:
    text = "customer\u2019s"
    spelled = block_of(text, segments=(Segment(0, 8, 0, 8), Segment(8, 9, 8, 15, SegmentKind.ATOM), Segment(9, 10, 15, 16)))
    finding = finding_of(spelled)
    assert finding.fix is not None
    assert [(edit.start, edit.end, edit.replacement) for edit in finding.fix.edits] == [(0, 8, "client")]


def test_a_term_over_a_line_end_is_edited_word_by_word() -> None:
    text = "service users"
    folded = block_of(text, segments=(Segment(0, 7, 0, 7), Segment(7, 8, 7, 10, SegmentKind.ATOM), Segment(8, 13, 10, 15)))
    finding = finding_of(folded, style=preferring("team member", "service user"))
    assert finding.fix is not None
    assert [(edit.start, edit.end, edit.replacement) for edit in finding.fix.edits] == [(0, 7, "team"), (10, 15, "members")]
    assert applicability(folded, style=preferring("member", "service user")) is Applicability.DISPLAY_ONLY


@given(st.text(alphabet="aA nN'\u2019\"-.\ufffc customer", max_size=40))
def test_judging_never_fails_and_a_second_run_finds_nothing(text: str) -> None:
    style = preferring("user", "customer")
    for verdict in judged(text, style=style, relationship=ONGOING):
        finding = verdict.finding
        assert finding is not None
        assert finding.suggestion is not None
        assert finding.fix is not None
        if finding.fix.edits:
            last = finding.fix.edits[-1]
            assert text[last.start : last.end].lower().startswith("customer")
    after = judged(fixed(text, style=style), style=style)
    shown_only = sum(1 for verdict in judged(text, style=style) if verdict.finding and not _edits(verdict.finding))
    assert sum(1 for verdict in after if verdict.finding) == shown_only


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Each NHS patient is seen.", "Each user is seen."),
        ("NHS patients wait. NHS patients' beds.", "Users wait. Users' beds."),
        ("Each NHS patient's bed, an NHS patient.", "Each user's bed, a user."),
        ("EACH NHS PATIENT IS SEEN.", "EACH USER IS SEEN."),
        ("Nhs Patients", "Users"),
    ],
)
def test_the_capitals_of_a_term_as_the_house_style_spells_it_tell_nothing(before: str, after: str) -> None:
    assert fixed(before, style=preferring("user", "NHS patient")) == after


def test_an_open_number_is_left_to_a_person_where_the_plural_is_no_s() -> None:
    supported = finding_of("The customer(s) sign here.", style=CARE).fix
    assert supported is not None
    assert supported.applicability is Applicability.DISPLAY_ONLY
    assert fixed("The customer(s) sign here.") == "The client(s) sign here."


@pytest.mark.parametrize("text", ["Set customer.id first.", "Set order.customer first.", "Dear %customer%,", "Ask @customer."])
def test_what_a_program_may_read_deserves_a_second_look(text: str) -> None:
    fix = finding_of(text).fix
    assert fix is not None
    assert fix.applicability is Applicability.UNSAFE


@pytest.mark.parametrize("text", ["We advise each customer. Then we go.", "We advise the customer...", "A customer: yes."])
def test_the_end_of_a_clause_is_no_sign_of_a_program(text: str) -> None:
    fix = finding_of(text).fix
    assert fix is not None
    assert fix.applicability is Applicability.SAFE


def test_an_article_behind_an_apostrophe_changes_too() -> None:
    assert fixed("'a customer here.", style=preferring("individual", "customer")) == "'an individual here."


@pytest.mark.parametrize(
    "text", ["'Our customers', he said.", "\u2018Our firm\u2019s customers\u2019, he said.", "He said 'a customer'."]
)
def test_single_quotation_marks_hold_somebody_elses_words(text: str) -> None:
    fix = finding_of(text).fix
    assert fix is not None
    assert fix.applicability is Applicability.DISPLAY_ONLY


@pytest.mark.parametrize(
    "text",
    [
        "The customers' bags and the dogs' leads.",
        "It's a customer's bag, isn't it?",
        "The customers\u2019 bags, the dogs\u2019.",
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    fix = finding_of(text).fix
    assert fix is not None
    assert fix.applicability is Applicability.SAFE


@pytest.mark.parametrize(
    ("text", "applicability"),
    [
        ("Please be patient.", Applicability.DISPLAY_ONLY),
        ("She is very patient with us.", Applicability.DISPLAY_ONLY),
        ("She is a patient with us.", Applicability.SAFE),
        ("There is patient data in it.", Applicability.UNSAFE),
        ("These are patients.", Applicability.SAFE),
    ],
)
def test_a_word_that_may_be_an_adjective_is_left_to_a_person(text: str, applicability: Applicability) -> None:
    fix = finding_of(text, style=preferring("user", "patient")).fix
    assert fix is not None
    assert fix.applicability is applicability
