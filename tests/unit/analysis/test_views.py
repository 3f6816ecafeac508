import re
from collections.abc import Iterator
from random import Random

import pytest

from termlint.analysis.bags import WordBags
from termlint.analysis.layout import Layout, lay_out
from termlint.analysis.linear import View
from termlint.analysis.sense_views import SenseViews
from termlint.analysis.views import RELATIONSHIPS, DocumentViews
from termlint.model.document import BlockKind, Document, MarkKind
from termlint.model.mention import Provider, Scope
from termlint.rulebook import cues, senses
from tests.unit.analysis.build import SUPPORTED, TERMS, block_of, document_of, laid_out, marked

HEADINGS = ("Client care", "What customers’ friends say")


def full_document() -> Document:
    """Watched words wherever a document can have them."""
    return document_of(
        block_of("Client care", kind=BlockKind.HEADING, level=1),
        block_of("What customers’ friends say", kind=BlockKind.HEADING, level=2, headings=HEADINGS[:1]),
        block_of("Our client's customers, CUSTOMERS and Clients buy; a client-facing customer.", headings=HEADINGS),
        block_of("“Dear Customer”, people we support", quoted=True, headings=HEADINGS),
        marked("Press *Customers* > Client. Multi-customer client/customer."),
        block_of("Client", kind=BlockKind.CELL),
        block_of("customer " * 500 + "advise"),
        title="Client or customer?",
    )


def views_of(layout: Layout) -> tuple[DocumentViews, SenseViews]:
    return DocumentViews(layout, cues.load_compiled()), SenseViews(layout, senses.load_compiled(), WordBags(layout))


def all_views(layout: Layout) -> Iterator[View]:
    views, sense_views = views_of(layout)
    for hit in layout.hits:
        yield from views.cue_views(hit)
        yield from views.word_views(hit)
        yield from sense_views.views(hit)


def test_no_feature_names_a_watched_word() -> None:
    terms = (*TERMS, SUPPORTED)
    layout = lay_out(full_document(), terms)
    assert len(layout.hits) > 500
    names = {name for view in all_views(layout) for name, _ in view.named()}
    assert len(names) > 100
    assert [name for name in names if re.search(r"(?i)customer|client(?!-software)|person we|people we", name)] == []


def test_equal_spans_share_one_view() -> None:
    layout = laid_out("Our clients pay customers, and we advise clients. More customers.", "And clients.")
    views, sense_views = views_of(layout)
    first, second = layout.hits[0], layout.hits[1]
    assert [one is other for one, other in zip(views.cue_views(first), views.cue_views(first), strict=True)] == [True] * 9
    shared = [one is other for one, other in zip(views.cue_views(first), views.cue_views(second), strict=True)]
    assert shared == [False, *[True] * 8]
    assert views.word_views(first)[1] is views.word_views(second)[1]
    assert views.word_views(first)[-1] is views.word_views(layout.hits[-1])[-1]
    assert sense_views.views(first)[1] is sense_views.views(second)[1]
    assert sense_views.views(first)[-1] is sense_views.views(layout.hits[-1])[-1]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_asking_changes_nothing(seed: int) -> None:
    layout = lay_out(full_document(), TERMS)
    draw = Random(seed)
    straight, mixed = views_of(layout), views_of(layout)
    hits = layout.hits[:20]
    shuffled = draw.sample(hits, len(hits))
    for hit in shuffled:
        asks = [mixed[0].cue_views, mixed[0].word_views, mixed[1].views]
        for ask in draw.sample(asks, len(asks)):
            ask(hit)
    for hit in hits:
        for name in ("cue_views", "word_views"):
            assert getattr(straight[0], name)(hit) == getattr(mixed[0], name)(hit)
        assert straight[1].views(hit) == mixed[1].views(hit)


def test_scopes_go_outwards_from_the_clause() -> None:
    layout = laid_out("We advise clients, and they pay. They order.", "They return a loaf.")
    views, _ = views_of(layout)
    (hit,) = layout.hits
    told = [(view.scope, view.start, view.end) for view in views.cue_views(hit)[:6]]
    assert told == [
        (Scope.CLAUSE, 2, 3),
        (Scope.CLAUSE, 0, 4),
        (Scope.SENTENCE, 0, 8),
        (Scope.PARAGRAPH, 0, 11),
        (Scope.DOCUMENT, 0, 16),
        (Scope.DOCUMENT, 0, 16),
    ]
    assert [view.scope for view in views.cue_views(hit)[6:]] == [Scope.HEADING, Scope.DOCUMENT, Scope.DOCUMENT]


def test_a_far_end_of_a_long_paragraph_is_not_near() -> None:
    layout = laid_out("client " + "word " * 2000 + "refund. A client")
    _, _, _, paragraph, near, *_ = views_of(layout)[0].cue_views(layout.hits[0])
    assert paragraph.end < 500
    assert near.end < 500


def test_a_cue_speaks_at_every_scope_that_holds_it_whole() -> None:
    layout = laid_out("We pay. Clients get a refund.", "Clients wait.")
    near, far = ({name for view in views_of(layout)[0].cue_views(hit) for name in view.features} for hit in layout.hits)
    family = next(name.removeprefix("C@") for name in near if name.startswith("C@"))
    assert {f"{letter}@{family}" for letter in "CSPNID"} <= near
    assert {f"{letter}@{family}" for letter in "NID"} <= far
    assert not {f"{letter}@{family}" for letter in "CSP"} & far


def test_headings_speak_for_what_stands_under_them() -> None:
    layout = laid_out(block_of("A client", headings=("Refunds",)), block_of("A client", headings=("Shelves",)), "A client")
    words = [
        dict(view.named()) for hit in layout.hits for view in views_of(layout)[0].word_views(hit) if view.scope is Scope.HEADING
    ]
    assert [sorted(features) for features in words] == [["H:refunds"], ["H:shelves"], []]


def test_a_bare_mention_is_the_author_s_where_the_text_says_our() -> None:
    layout = laid_out("Our customers queue.", "A customer waits.", "Their customer left.")
    views, _ = views_of(layout)
    assert [views.provider(hit) for hit in layout.hits] == [Provider.AUTHOR, Provider.AUTHOR, Provider.OTHER]
    other = laid_out("A customer waits.")
    assert views_of(other)[0].provider(other.hits[0]) is Provider.NONE


def test_the_sense_sees_case_number_markup_and_neighbours() -> None:
    layout = laid_out(marked("Open the *Customers* page"), "a customer-facing role")
    _, sense_views = views_of(layout)
    beside = [sense_views.views(hit)[0].features | sense_views.views(hit)[1].features for hit in layout.hits]
    assert {"case=Xx", "plural=True", "whole=strong", "w1=page", "w-1=the", "R1@ui-part"} <= set(beside[0])
    assert {"case=x", "plural=False", "hyphen", "hyphen=facing", "w3=role"} <= set(beside[1])


def test_no_mention_and_no_word() -> None:
    for layout in (laid_out(), laid_out(""), laid_out("nothing to see")):
        assert list(all_views(layout)) == []


def test_every_relationship_has_its_place() -> None:
    assert [relationship.value for relationship in RELATIONSHIPS] == ["ongoing", "transactional", "unclear"]


def test_marks_of_other_kinds_do_no_harm() -> None:
    for kind in MarkKind:
        assert list(all_views(laid_out(marked("a *client* here", kind))))
