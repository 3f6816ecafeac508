"""Which mentions are flagged, exempt or fine, and what is said of them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from termlint.config import Origin
from termlint.judging import judge
from termlint.judging.operating_point import AUTO
from termlint.model.finding import Exemption, Severity, VerdictKind
from termlint.model.mention import Provider, Relationship, Scope, Sense

from .build import ONGOING, TRANSACTIONAL, UNCLEAR, document_of, evidence, finding_of, judged, mentions_in, style_of

ALWAYS = "extends: always-customer"


@pytest.mark.parametrize(
    ("word", "relationship", "code"),
    [
        ("customer", ONGOING, "TL101"),
        ("customer", TRANSACTIONAL, None),
        ("customer", UNCLEAR, None),
        ("client", ONGOING, None),
        ("client", TRANSACTIONAL, "TL102"),
        ("client", UNCLEAR, None),
    ],
)
def test_the_verdicts_of_the_default_house_style(word: str, relationship: Relationship, code: str | None) -> None:
    (verdict,) = judged(f"Our {word} waits.", relationship=relationship)
    assert (verdict.finding.code if verdict.finding else None) == code
    assert verdict.kind is (VerdictKind.FLAG if code else VerdictKind.OK)


@pytest.mark.parametrize("sense", [Sense.SOFTWARE, Sense.NAME, Sense.MENTION])
def test_what_is_no_party_is_never_flagged(sense: Sense) -> None:
    for style in ("", ALWAYS):
        for verdict in judged("client customer", style=style, sense=sense, relationship=None):
            assert verdict.kind is VerdictKind.OK


def test_a_doubtful_reading_is_not_flagged() -> None:
    assert judged("customer", confidence=AUTO[ONGOING] - 0.01)[0].kind is VerdictKind.OK
    assert judged("customer", confidence=AUTO[ONGOING])[0].kind is VerdictKind.FLAG
    assert judged("customer", style="min_confidence: 0.9", confidence=0.89)[0].kind is VerdictKind.OK
    assert judged("customer", style="min_confidence: 0.5", confidence=0.5)[0].kind is VerdictKind.FLAG
    assert judged("customer", confidence=0.1, declared=True)[0].kind is VerdictKind.FLAG


def test_a_doubtful_reading_counts_as_unclear_only_where_both_refuse_the_word() -> None:
    assert finding_of("client", style=ALWAYS, confidence=0.6).code == "TL103"
    assert finding_of("client", style=ALWAYS, confidence=0.9).code == "TL101"
    assert finding_of("client", style=ALWAYS, relationship=UNCLEAR, scope=Scope.NONE, confidence=0.3).code == "TL103"
    style = "terms: {unclear: {preferred: customer, deprecated: [client]}}"
    assert judged("client", style=style, confidence=0.6)[0].kind is VerdictKind.OK
    assert judged("client", style=style, confidence=0.6, relationship=TRANSACTIONAL)[0].kind is VerdictKind.FLAG


def test_rules_and_severities() -> None:
    assert judged("customer", style="rules: {TL101: off}")[0].kind is VerdictKind.OK
    assert finding_of("customer", style="severity: {TL101: error}").severity is Severity.ERROR
    assert finding_of("customer").severity is Severity.WARNING
    assert finding_of("customer").name == "wrong-term-for-ongoing"


@pytest.mark.parametrize(
    ("phrase", "text", "exempt"),
    [
        ("customer success", "Our Customer  Success team", True),
        ("customer success", "Our customer\nsuccess team", True),
        ("customer success", "Our customer successes", False),
        ("customer success", "Our customer is a success", False),
        ("our Customer's", "OUR CUSTOMER\u2019S word", True),
        ("customer", "customers", False),
        ("our customers", "customers of our customers", False),
        ("c++ customer", "the C++ customer", True),
        ("[.*] customer", "any x customer", False),
    ],
)
def test_exceptions_stand_around_the_mention(phrase: str, text: str, exempt: bool) -> None:
    verdict = judged(text, style=f'exceptions: [{{phrase: "{phrase}", reason: r}}]')[0]
    assert verdict.kind is (VerdictKind.EXEMPT if exempt else VerdictKind.FLAG)
    assert verdict.exemption is (Exemption.EXCEPTION if exempt else None)
    assert verdict.finding is not None


def test_only_the_mention_inside_the_phrase_is_exempt() -> None:
    kinds = [
        verdict.kind
        for verdict in judged("customers of our customers", style="exceptions: [{phrase: our customers, reason: r}]")
    ]
    assert kinds == [VerdictKind.FLAG, VerdictKind.EXEMPT]


def test_exceptions_far_into_a_long_line_are_found_quickly() -> None:
    text = "customer success " * 20_000
    verdicts = judged(text, style="exceptions: [{phrase: customer success, reason: r}]")
    assert len(verdicts) == 20_000
    assert all(verdict.kind is VerdictKind.EXEMPT for verdict in verdicts)


def test_a_defined_term_is_exempt_and_has_no_edit() -> None:
    (verdict,) = judged("The Customer pays.", defined_term=True)
    assert (verdict.kind, verdict.exemption) == (VerdictKind.EXEMPT, Exemption.DEFINED_TERM)
    assert verdict.finding is not None
    assert verdict.finding.fix is not None
    assert not verdict.finding.fix.edits


def test_the_message_names_the_word_the_reason_and_the_suggestion() -> None:
    pieces = (
        evidence("a retainer", ONGOING, weight=9.0, scope=Scope.PARAGRAPH),
        evidence("not  a one-off\nsale", ONGOING, weight=2.0),
        evidence("advised", ONGOING, weight=1.0),
        evidence("order", TRANSACTIONAL, weight=20.0),
        evidence("never", ONGOING, weight=20.0, counted=False),
    )
    told = finding_of("customers", evidence=pieces, scope=Scope.CLAUSE).message
    assert told == '"customers": the text says "not a one-off sale" (ongoing); write "clients"'
    assert finding_of("customers").message == '"customers": the text as a whole reads as ongoing; write "clients"'
    told = finding_of("client", style=ALWAYS, relationship=UNCLEAR).message
    assert told == '"client": the text does not show which relationship it is (unclear); write "customer"'
    told = finding_of("punter", style="terms: {ongoing: {deprecated: [punter]}}\nextends: none").message
    assert told == '"punter": the text as a whole reads as ongoing; the house style names no word for it; find another'


def test_the_message_says_who_declared() -> None:
    style = "overrides:\n  - files: ['*']\n    relationship: ongoing\n"
    assert finding_of("customer", style=style, declared=True).message == (
        '"customer": .termlint.yaml:3 says ongoing; write "client"'
    )
    document, effective = document_of("customer", declared=ONGOING), style_of()
    (verdict,) = judge(document, mentions_in(document, effective, declared=True), effective)
    assert verdict.finding is not None
    assert verdict.finding.message == '"customer": the file\'s own front matter says ongoing; write "client"'
    assert effective.threshold.origin == Origin("preset default", 9, 1)


def test_without_a_preferred_term_there_is_no_suggestion() -> None:
    finding = finding_of("punter", style="extends: none\nterms: {ongoing: {deprecated: [punter]}}")
    assert finding.suggestion is None
    assert finding.fix is None


def test_fingerprints_stay_when_lines_move_and_tell_repeats_apart() -> None:
    def prints(*blocks: str) -> list[str]:
        return [verdict.finding.fingerprint for verdict in judged(*blocks) if verdict.finding]

    first = prints("We like. Our customers and our  customers. Bye.")
    assert len(set(first)) == 2
    assert prints("Something new.", "More. Our customers\nand our customers. Other.") == first
    assert prints("Our customers and her customers.") != first
    assert prints("Same customer here.", "Same customer here.")[0] == prints("Same customer here.")[0]
    assert len(set(prints("Same customer here.", "Same customer here."))) == 2
    assert all(len(each) == 32 for each in first)


MIXED = "extends: none\nterms: {unclear: {admitted: [client, customer]}, ongoing: {preferred: client}}\nrules: {TL201: on}"


def mixed(text: str, style: str = MIXED, **options: object) -> list[str]:
    return [verdict.finding.text for verdict in judged(text, style=style, **options) if verdict.finding]


def test_mixed_terms_keep_the_preferred_word_else_the_more_frequent_else_the_first() -> None:
    assert mixed("customer customer client", relationship=ONGOING) == ["customer", "customer"]
    assert mixed("customer customer client", relationship=UNCLEAR) == ["client"]
    assert mixed("client customer", relationship=UNCLEAR) == ["customer"]
    assert mixed("client clients", relationship=UNCLEAR) == []
    assert mixed("client customer", style=MIXED.replace("on}", "off}"), relationship=UNCLEAR) == []


def test_mixed_terms_tell_where_the_other_word_stands() -> None:
    finding = finding_of("Our clients stay. Our customers stay. A client stays.", style=MIXED, relationship=UNCLEAR)
    assert (finding.code, finding.text, finding.suggestion) == ("TL201", "customers", "clients")
    assert finding.message == '"customers": this document also calls the author\'s party "clients" (2 times); write "clients"'
    assert [(related.start, related.end) for related in finding.related] == [(4, 11)]
    assert finding.fix is not None
    assert finding.fix.applicability.value == "unsafe"


def test_mixed_terms_keep_providers_and_relationships_apart() -> None:
    document, style = document_of("client customer client customer"), style_of(MIXED)
    mentions = mentions_in(document, style, relationship=UNCLEAR)

    def flagged(*changes: dict[str, object]) -> Iterator[bool]:
        changed = [replace(mention, **change) for mention, change in zip(mentions, changes, strict=True)]  # type: ignore[arg-type]
        return (verdict.kind is VerdictKind.FLAG for verdict in judge(document, changed, style))

    assert not any(flagged({}, {"provider": Provider.READER}, {}, {"provider": Provider.OTHER}))
    assert not any(flagged({"provider": Provider.NONE}, {"provider": Provider.NONE}, {"sense": Sense.SOFTWARE}, {}))
    ongoing, buying = {"relationship": ONGOING}, {"relationship": TRANSACTIONAL}
    assert not any(flagged(ongoing, buying, ongoing, buying))
    assert list(flagged(ongoing, buying, {}, {})) == [False, False, False, False]
    assert list(flagged(ongoing, {}, {}, {})) == [False, True, False, True]
    assert not any(flagged({"defined_term": True}, {}, {"defined_term": True}, {}))


def test_a_mention_is_reported_once() -> None:
    codes = [
        verdict.finding.code for verdict in judged("client customer client", style="rules: {TL201: on}") if verdict.finding
    ]
    assert codes == ["TL101"]


def test_verdicts_keep_the_order_of_the_mentions() -> None:
    verdicts = judged("client customer client", "customers")
    assert [verdict.mention.text for verdict in verdicts] == ["client", "customer", "client", "customers"]
