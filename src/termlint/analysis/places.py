"""Where in the document a feature was seen: what its share of a score can be told with."""

from collections.abc import Iterator

from termlint.analysis.headed import headed
from termlint.analysis.linear import View
from termlint.analysis.sense_views import REACH, SenseViews
from termlint.analysis.views import DocumentViews
from termlint.model.mention import Scope
from termlint.rulebook.cues import Family

WORD = "word"
"""The reason of a piece that no family of the rulebook knows."""
BESIDE = "beside the word"
_DISTANCES = {
    "L": (-1, 0),
    "R": (1, 2),
    "L2": (-2, 0),
    "R2": (1, 3),
    "w-1": (-1, 0),
    "w1": (1, 2),
    "w-2": (-2, -1),
    "w2": (2, 3),
    "w-2-1": (-2, 0),
    "w12": (1, 3),
}
"""Tokens from the mention that a neighbour feature stands for."""
_KINDS = {
    "trade": "trade",
    "act": "what is done",
    "tie": "tie",
    "pay": "payment",
    "tailor": "made to measure",
    "goods": "goods",
    "place": "place",
    "talk": "manner of speaking",
    "frame": "kind of text",
}
"""What a kind of cue family is called where a decision is explained."""
_MOST_PHRASES = 6
"""A family's share in a long text is told with its first phrases."""
_BESIDE = {"L": (-REACH, 0), "L1": (-REACH, 0), "R": (2, 1 + REACH), "R1": (1, 2), "V": (2, 1 + REACH)}
"""Tokens from the mention at which a sense family of a neighbour feature begins."""


def places_of(views: DocumentViews, sense_views: SenseViews | None, feature: str, view: View) -> Iterator[tuple[int, int, str]]:
    """Tokens of a feature in the document and the reason it is told with. Nothing where it has no place."""
    layout = views.layout
    head, _, tail = feature.partition("@")
    if tail and "=" not in head:
        family = tail.partition("|")[0]
        if sense_views is None:
            yield from _cue_places(views, view, family=family)
        else:
            yield from _sense_places(sense_views, view, head, family)
    elif "%" in feature:
        yield from _cue_places(views, view, relationship=feature.partition("%")[2])
    elif feature[1:2] == ":" or feature[1:3] == "2:":
        yield from _word_places(views, view, feature.partition(":")[2].split(" "))
    elif (name := feature.partition("=")[0]) in _DISTANCES and view.end == view.start + 1:
        first, after = layout.block_span(layout.blocks[view.start])
        start, end = max(first, view.start + _DISTANCES[name][0]), min(after, view.start + _DISTANCES[name][1])
        if start < end:
            yield start, end, BESIDE


def _cue_places(
    views: DocumentViews, view: View, *, family: str = "", relationship: str = ""
) -> Iterator[tuple[int, int, str]]:
    if view.scope is Scope.HEADING:
        cues = headed(views).cues.get(family or relationship, ())
    else:
        cues = views.cues_between(view.start, min(view.end, len(views.layout.words)))
    seen: set[tuple[str, ...]] = set()
    for cue in cues:
        if cue.form.words in seen:
            continue
        if cue.form.family.id == family or cue.form.family.relationship == relationship:
            if len(seen) == _MOST_PHRASES:
                return
            seen.add(cue.form.words)
            why = _reason(cue.form.family)
            yield cue.start, cue.end, f"{why}, since the text denies the opposite" if cue.start in views.turned else why


def _reason(family: Family) -> str:
    """A family's name as a writer would say it: ``frame-law-office`` is "kind of text: law office"."""
    name = family.id.removeprefix(f"{family.kind}-").replace("-", " ")
    return f"{_KINDS[family.kind]}: {name}" if family.kind in _KINDS else name


def _sense_places(sense_views: SenseViews, view: View, head: str, family: str) -> Iterator[tuple[int, int, str]]:
    """Phrases of a sense family: beside the mention where the feature says so, otherwise the first of each in the view."""
    layout = sense_views.layout
    start, after = view.start, min(view.end, len(layout.words))
    if head in _BESIDE:
        first, last = layout.block_span(layout.blocks[view.start])
        left, right = _BESIDE[head]
        start, after = max(first, view.start + left), min(last, view.start + right)
    seen = set()
    for hit in sense_views.hits_from(start, after):
        spelt = tuple(layout.words[hit.start : hit.end])
        touches = {"L1": hit.end == view.start, "L": hit.end < view.start}.get(head, True)
        if hit.family == family and touches and spelt not in seen:
            seen.add(spelt)
            yield hit.start, hit.end, family.replace("-", " ")


def _word_places(views: DocumentViews, view: View, words: list[str]) -> Iterator[tuple[int, int, str]]:
    if not all(word.isalpha() for word in words):
        return
    layout = views.layout
    if view.scope is Scope.HEADING:
        places = iter(headed(views).words.get(words[0], ()))
    else:
        places = _occurrences(layout.words, words[0], view.start, min(view.end, len(layout.words)))
    for at in places:
        if layout.words[at : at + len(words)] == words:
            yield at, at + len(words), WORD
            return


def _occurrences(words: list[str], word: str, start: int, after: int) -> Iterator[int]:
    while True:
        try:
            start = words.index(word, start, after) + 1
        except ValueError:
            return
        yield start - 1
