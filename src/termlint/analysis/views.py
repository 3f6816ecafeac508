"""What each scope of a document says, as named features: cues by family, and plain words.

Feature names are ``scope letter`` + ``@family`` (a cue), ``%relationship`` (that relationship's share of all cues), ``:word``
or ``2:word word``. Scope letters: C clause, S sentence, P paragraph, N its neighbours, H headings and title, I the first words
of the document, D the document. Nothing here knows which watched term was written.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from termlint.analysis.bags import WordBags, bags_of
from termlint.analysis.layout import Layout, TermHit
from termlint.analysis.linear import Features, View
from termlint.analysis.negation import is_negated, reached_by_negations
from termlint.analysis.provider import Possession, find_provider, find_voice
from termlint.model.mention import Provider, Relationship, Scope
from termlint.rulebook.cues import Cue, CueTable, Family, Form

RELATIONSHIPS = (Relationship.ONGOING, Relationship.TRANSACTIONAL, Relationship.UNCLEAR)
_SIDES = tuple(relationship.value for relationship in RELATIONSHIPS)

_NEIGHBOURHOOD = 110
"""Tokens to each side of a paragraph that count as its neighbours."""
_LONG_PARAGRAPH = 400
_INTRODUCTION = 120
_CUE_VALUES = {"C": 0.6, "S": 0.5, "P": 0.4, "N": 0.3, "H": 0.5, "I": 0.3, "D": 0.25}
_LOCAL_VALUE = 0.6
_HEADS = frozenset(
    "account base brief call care case centricity churn communication complaint data demand email emails engagement experience "
    "expectations facing feedback file focus goals insight insights interview invoice journey loyalty matter meeting meetings "
    "needs obsession order orders outcomes payment problem project projects purchase purchases relations relationship "
    "relationships requirements research retention return returns review reviews satisfaction segment service services site "
    "sites story success support team testimonial testimonials traffic value work".split()
)
"""Nouns that make a compound of the term before them. Many are set phrases ("customer service") and show no relationship."""
_HEAD_VALUE = 1.0
_FOREIGN_REACH = 0.3
_OPPOSITES: dict[tuple[str, Relationship | None], str] = {
    ("tie", Relationship.ONGOING): "one-off",
    ("tie", Relationship.TRANSACTIONAL): "duration",
}
"""The family a denied tie counts as."""
_TURNED = 0.7
"""What is denied says less than what is said."""


class DocumentViews:
    """The views of one document, each made when first asked for and kept."""

    def __init__(self, layout: Layout, table: CueTable) -> None:
        self.layout = layout
        self.table = table
        self.bags = WordBags(layout)
        self.cues_at: dict[int, Cue] = {}
        self.turned: set[int] = set()
        """Tokens at which a turned cue begins: its own side has been denied by a negation."""
        self._turned_forms: dict[Form, Form] = {}
        self._sides: dict[str, int] = {}
        """Which of the relationships a family speaks for, by its id; -1: none."""
        deniable = reached_by_negations(layout.words, self.bags.counts.keys())
        for cue in table.match(layout.words, layout.block_starts):
            negated = cue.start in deniable and is_negated(layout, cue.start)
            self.cues_at[cue.start] = self._turn(cue) if negated else cue
        self._cue_starts = list(self.cues_at)
        self._forms = Counter(cue.form for cue in self.cues_at.values())
        self.voice = find_voice(self.bags.counts)
        self.possessions = {hit.token: find_provider(layout, hit) for hit in layout.hits}
        self._authorial = any(known.explicit and known.provider is Provider.AUTHOR for known in self.possessions.values())
        self._cues: dict[tuple[str, int, int], View] = {}
        self._words: dict[tuple[str, int, int], View] = {}
        self._known_spans: dict[int, list[tuple[str, Scope, tuple[int, int]]]] = {}
        """By the token of a mention."""
        self._headings: dict[tuple[str, ...], tuple[View, View]] = {}
        self._document: tuple[View, View] | None = None

    def _turn(self, cue: Cue) -> Cue:
        """A denied tie speaks for the other side: "not a one-off" is lasting. A denied trade or purchase stays what it is."""
        opposite = _OPPOSITES.get((cue.form.family.kind, cue.form.family.relationship))
        family = self.table.families.get(opposite or "")
        if family is None:
            return cue
        self.turned.add(cue.start)
        form = self._turned_forms.setdefault(cue.form, Form(cue.form.words, family, _TURNED))
        return Cue(cue.start, cue.end, form)

    def cue_views(self, hit: TermHit) -> list[View]:
        """The views of the explicit reading, nearest first."""
        spans = self._spans(hit)
        views = [self._cue_view(letter, scope, *span) for letter, scope, span in spans]
        return [self.local_view(hit), *views, self._heading_views(hit)[0], self._document_views()[0], self._frame_view(hit)]

    def near_views(self, hit: TermHit) -> list[View]:
        """The cues in the mention's clause and sentence: what the text says of these two parties themselves."""
        return [self._cue_view(letter, scope, *span) for letter, scope, span in self._spans(hit)[:2]]

    def word_views(self, hit: TermHit) -> list[View]:
        """The views of the reading by words, nearest first."""
        spans = self._spans(hit)
        views = [self._word_view(letter, scope, *span) for letter, scope, span in spans]
        return [self.local_view(hit), *views, self._heading_views(hit)[1], self._document_views()[1]]

    def cues_between(self, start: int, end: int) -> list[Cue]:
        """The cues that stand wholly within a range of tokens, in order."""
        first, after = bisect_left(self._cue_starts, start), bisect_left(self._cue_starts, end)
        return [cue for at in self._cue_starts[first:after] if (cue := self.cues_at[at]).end <= end]

    def local_view(self, hit: TermHit) -> View:
        """The provider, the voice and the kind of block."""
        key = ("local", hit.token, hit.token)
        if key not in self._cues:
            self._cues[key] = View(Scope.CLAUSE, hit.token, hit.token + 1, self._local_features(hit))
        return self._cues[key]

    def reach(self, hit: TermHit, view: View) -> float:
        """How far a view counts for a mention: what the page is about says little of a named third party's own."""
        far = view.scope in (Scope.HEADING, Scope.DOCUMENT)
        return _FOREIGN_REACH if far and self.is_foreign(hit) else 1.0

    def is_foreign(self, hit: TermHit) -> bool:
        """Whether the text says beside the word that the party is a third party's: "the bakery's customers"."""
        known = self.possession(hit)
        return known.explicit and known.provider is Provider.OTHER

    def possession(self, hit: TermHit) -> Possession:
        return self.possessions[hit.token]

    def provider(self, hit: TermHit) -> Provider:
        """The provider, with a bare mention in a text that says "our" taken for the author's."""
        known = self.possessions[hit.token]
        if known.provider is Provider.NONE and self._authorial:
            return Provider.AUTHOR
        return known.provider

    def pool(self, hit: TermHit) -> tuple[Provider, str]:
        """Mentions of one pool are read together.

        The author's own and those of nobody in particular are one pool. A third party's are pooled by its name ("the bakery's",
        not "the bank's"); where only a pronoun stands for it, by the paragraph.
        """
        provider = self.provider(hit)
        if provider is not Provider.OTHER:
            return (Provider.AUTHOR if provider is Provider.NONE else provider), ""
        return provider, self.possessions[hit.token].name or f"paragraph {hit.block}"

    def _spans(self, hit: TermHit) -> list[tuple[str, Scope, tuple[int, int]]]:
        known = self._known_spans.get(hit.token)
        if known is None:
            known = self._known_spans[hit.token] = self._find_spans(hit)
        return known

    def _find_spans(self, hit: TermHit) -> list[tuple[str, Scope, tuple[int, int]]]:
        layout = self.layout
        first, after = layout.block_span(hit.block)
        near = (max(0, first - _NEIGHBOURHOOD), min(len(layout.words), after + _NEIGHBOURHOOD))
        if after - first > _LONG_PARAGRAPH:
            middle = hit.token - hit.token % (_LONG_PARAGRAPH // 4)
            first, after = max(first, middle - _LONG_PARAGRAPH // 2), min(after, middle + _LONG_PARAGRAPH // 2)
            near = (first, after)
        return [
            ("C", Scope.CLAUSE, layout.clause_span(hit.token)),
            ("S", Scope.SENTENCE, layout.sentence_span(hit.token)),
            ("P", Scope.PARAGRAPH, (first, after)),
            ("N", Scope.DOCUMENT, near),
            ("I", Scope.DOCUMENT, (0, min(_INTRODUCTION, len(layout.words)))),
        ]

    def _cue_view(self, letter: str, scope: Scope, start: int, end: int) -> View:
        key = (letter, start, end)
        view = self._cues.get(key)
        if view is None:
            cues = self.cues_between(start, end)
            view = self._cues[key] = View(scope, start, end, self._cue_features(letter, cues))
        return view

    def _cue_features(self, letter: str, cues: Iterable[Cue]) -> Features:
        counts: dict[str, int] = {}
        shares = [0.0] * len(RELATIONSHIPS)
        seen = set()
        for _, _, form in cues:
            family = form.family
            counts[family.id] = counts.get(family.id, 0) + 1
            if form.words not in seen:
                seen.add(form.words)
                self._add_share(shares, family, form.factor)
        value = _CUE_VALUES[letter]
        features = {f"{letter}@{family}": value * math.log1p(count) for family, count in counts.items()}
        total = sum(shares) + 2
        features |= {f"{letter}%{name}": share / total for name, share in zip(_SIDES, shares, strict=True) if share}
        return features

    def _add_share(self, shares: list[float], family: Family, amount: float) -> None:
        side = self._sides.get(family.id)
        if side is None:
            side = self._sides[family.id] = -1 if family.relationship is None else RELATIONSHIPS.index(family.relationship)
        if side >= 0:
            shares[side] += family.strength * amount

    def _word_view(self, letter: str, scope: Scope, start: int, end: int) -> View:
        key = (letter, start, end)
        view = self._words.get(key)
        if view is None:
            view = self._words[key] = View(scope, start, end, {}, self.bags.of(letter, start, end))
        return view

    def _heading_views(self, hit: TermHit) -> tuple[View, View]:
        headings = self.layout.document.blocks[hit.block].headings
        if headings not in self._headings:
            words = self.bags.heading_words(headings)
            cue_view = View(Scope.HEADING, 0, 0, self._cue_features("H", self.table.match(words)))
            self._headings[headings] = (cue_view, View(Scope.HEADING, 0, 0, {}, bags_of("H", words)))
        return self._headings[headings]

    def _document_views(self) -> tuple[View, View]:
        if self._document is None:
            layout = self.layout
            end = len(layout.words)
            self._document = (
                View(Scope.DOCUMENT, 0, end, self._document_cues()),
                View(Scope.DOCUMENT, 0, end, {}, self.bags.document()),
            )
        return self._document

    def _document_cues(self) -> Features:
        strengths: dict[str, float] = {}
        for form, count in self._forms.items():
            strengths[form.family.id] = strengths.get(form.family.id, 0.0) + form.family.strength * form.factor * math.log1p(
                count
            )
        return {f"D@{family}": _CUE_VALUES["D"] * math.log1p(strength) for family, strength in strengths.items()}

    def _frame_view(self, hit: TermHit) -> View:
        """What the document as a whole says, kept apart for the author's own parties and for other people's."""
        known = self.possession(hit)
        own = known.provider is Provider.AUTHOR or (known.provider is Provider.NONE and self.voice in ("we", "i"))
        key = ("own" if own else "other", 0, 0)
        if key not in self._cues:
            shares = [0.0] * len(RELATIONSHIPS)
            for form, count in self._forms.items():
                self._add_share(shares, form.family, form.factor * math.log1p(count))
            total = sum(shares) + 3
            features = {}
            for name, share in zip(_SIDES, shares, strict=True):
                features[f"D%{name}"] = 2 * share / total
                features[f"{key[0]}D%{name}"] = 2 * share / total
            self._cues[key] = View(Scope.DOCUMENT, 0, len(self.layout.words), features)
        return self._cues[key]

    def _local_features(self, hit: TermHit) -> Features:
        known = self.possession(hit)
        provider = known.provider.value + ("" if known.explicit else "~")
        block = self.layout.document.blocks[hit.block]
        names = [
            "bias",
            f"provider={provider}",
            f"voice={self.voice}",
            f"provider={provider}|voice={self.voice}",
            f"kind={block.kind}",
        ]
        if known.provider is Provider.NONE:
            names.append(f"provider=none|authorial={self._authorial}")
        if block.quoted:
            names.append("quoted")
        features = dict.fromkeys(names, _LOCAL_VALUE)
        behind = hit.token + 1
        if behind < self.layout.block_span(hit.block)[1] and self.layout.words[behind] in _HEADS and not hit.possessive:
            features[f"head={self.layout.words[behind]}"] = _HEAD_VALUE
            features["head"] = _HEAD_VALUE
        return features
