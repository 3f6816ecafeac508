"""What stands beside a mention and around it that tells a party from a program, a record, a name or a quoted word.

Feature names: ``w-1=word``, ``s-1=shape`` and ``c-11=class class`` for neighbours by distance, ``verb=word`` for the verb
behind auxiliaries, ``L@``/``R@``/``V@family`` for sense families left and right of the mention and at its verb,
``S@``/``P@``/``N@``/``D@family`` for those in its sentence, paragraph, neighbourhood and document.
"""

import math
from bisect import bisect_left
from collections import Counter

from termlint.analysis.bags import WordBags, bags_of
from termlint.analysis.layout import MASK, MASK_PLURAL, Layout, TermHit
from termlint.analysis.linear import Features, View
from termlint.analysis.phrases import PhraseHit, match_all
from termlint.analysis.word_classes import AUXILIARIES, OPENERS, class_of
from termlint.model.document import MarkKind
from termlint.model.mention import Scope
from termlint.rulebook.senses import SenseBook

_NEIGHBOURHOOD = 60
_BEFORE_VERBS = frozenset(("not", "to", "also", "then"))
REACH = 4
"""How many tokens to each side still count as beside the mention."""
_QUOTES = frozenset("\"“”'‘’«»")


class SenseViews:
    """The sense views of one document, each made when first asked for and kept."""

    def __init__(self, layout: Layout, book: SenseBook, bags: WordBags) -> None:
        self.layout = layout
        self.bags = bags
        self._hits = match_all(book.phrases, layout.words, layout.blocks)
        self._starts = [hit.start for hit in self._hits]
        self.counts = Counter([hit.family for hit in self._hits])
        self._kept: dict[tuple[str, int, int], View] = {}
        self._headings: dict[tuple[str, ...], View] = {}
        self._capitals = self._capital_share()
        self._titles = Counter(
            layout.words[hit.token + 1]
            for hit in layout.hits
            if hit.token + 1 < len(layout.words)
            and layout.document.blocks[hit.block].text[hit.start].isupper()
            and layout.raw[hit.token + 1][0].isupper()
        )
        """How often each capitalised word stands behind a capitalised mention."""
        self._densities = self._measure_densities()

    def views(self, hit: TermHit) -> list[View]:
        """Every view of one mention, nearest first."""
        layout = self.layout
        sentence = layout.sentence_span(hit.token)
        first, after = layout.block_span(hit.block)
        near = (max(0, first - _NEIGHBOURHOOD), min(len(layout.words), after + _NEIGHBOURHOOD))
        if after - first > 4 * _NEIGHBOURHOOD:
            middle = hit.token - hit.token % _NEIGHBOURHOOD
            first, after = max(first, middle - 2 * _NEIGHBOURHOOD), min(after, middle + 2 * _NEIGHBOURHOOD)
            near = (first, after)
        written = layout.document.blocks[hit.block].text[hit.start : hit.end]
        case = "XX" if written.isupper() else "Xx" if written[0].isupper() else "x"
        return [
            View(Scope.CLAUSE, hit.token, hit.token + 1, self._beside(hit, case)),
            self._manner(hit, case, begins=hit.token == sentence[0]),
            self._words("C", Scope.CLAUSE, *layout.clause_span(hit.token)),
            self._families("C", Scope.CLAUSE, *layout.clause_span(hit.token), 0.5),
            self._words("S", Scope.SENTENCE, *sentence),
            self._families("S", Scope.SENTENCE, *sentence, 0.5),
            self._families("P", Scope.PARAGRAPH, first, after, 0.3),
            self._families("N", Scope.PARAGRAPH, *near, 0.25),
            self._heading(hit),
            self._document(),
        ]

    def hits_from(self, start: int, end: int) -> list[PhraseHit]:
        """The phrases that begin in a range of tokens, in order."""
        return self._hits[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _words(self, letter: str, scope: Scope, start: int, end: int) -> View:
        key = (letter, start, end)
        if key not in self._kept:
            self._kept[key] = View(scope, start, end, {}, self.bags.spelt(letter, start, end, 1.2))
        return self._kept[key]

    def _families(self, letter: str, scope: Scope, start: int, end: int, value: float) -> View:
        key = (letter + "@", start, end)
        if key not in self._kept:
            counts = Counter([hit.family for hit in self.hits_from(start, end)])
            features = {f"{letter}@{family}": value * math.log1p(count) for family, count in counts.items()}
            self._kept[key] = View(scope, start, end, features)
        return self._kept[key]

    def _heading(self, hit: TermHit) -> View:
        headings = self.layout.document.blocks[hit.block].headings
        if headings not in self._headings:
            words = [word for word in self.bags.heading_words(headings) if word[0].isalpha()]
            self._headings[headings] = View(Scope.HEADING, 0, 0, {}, bags_of("H", words, 0.8))
        return self._headings[headings]

    def _document(self) -> View:
        key = ("D", 0, 0)
        if key not in self._kept:
            words = self.layout.words
            length = len(words) + 40
            features = {f"D@{family}": 0.5 * min(2.5, 25 * count / length) for family, count in self.counts.items()}
            self._kept[key] = View(Scope.DOCUMENT, 0, len(words), features | self._densities, self.bags.document())
        return self._kept[key]

    def _measure_densities(self) -> Features:
        """How much of the document is code, bold, about screens, about programs, in the first person."""
        words = self.layout.words
        length = len(words) + 40
        marks = Counter(mark.kind for block in self.layout.document.blocks for mark in block.marks)

        def share(*families: str) -> float:
            return min(2.5, 25 * sum(self.counts[family] for family in families) / length)

        counts = self.bags.counts
        return {
            "D=technical": 0.5 * share("network", "program"),
            "D=screens": 0.5 * share("ui-part", "ui-act", "data-model"),
            "D=code": min(2.0, 40 * marks[MarkKind.CODE] / length),
            "D=strong": min(2.0, 40 * marks[MarkKind.STRONG] / length),
            "D=first person": 20 * (counts["we"] + counts["our"] + counts["i"] + counts["my"]) / length,
        }

    def _capital_share(self) -> float:
        """Of the mentions that do not begin a sentence, how many are capitalised: near 1 in a contract."""
        layout = self.layout
        begins = set(layout.sentence_starts)
        inside = [hit for hit in layout.hits if hit.token not in begins]
        capital = sum(layout.document.blocks[hit.block].text[hit.start].isupper() for hit in inside)
        return capital / max(1, len(layout.hits))

    def _manner(self, hit: TermHit, case: str, *, begins: bool) -> View:
        """How the word is written, in such a document."""
        key = (f"{case} {begins}", hit.plural, hit.possessive)
        if key not in self._kept:
            plural = f"plural={hit.plural}"
            features: Features = {"bias": 1.0, plural: 1.0, f"possessive={hit.possessive}": 1.0}
            features[f"case={case}{'^' if begins else ''}"] = 1.5
            features[f"case={case}|{plural}"] = 0.7
            features[f"capitals|{case}"] = self._capitals
            for name, value in self._densities.items():
                features[f"{name}|{case}"] = value
                features[f"{name}|{plural}"] = value
            self._kept[key] = View(Scope.CLAUSE, 0, 0, features)
        return self._kept[key]

    def _beside(self, hit: TermHit, case: str) -> Features:
        features: Features = {}
        self._add_neighbours(features, hit, case)
        self._add_families(features, hit, case)
        self._add_markup(features, hit, case)
        return features

    def _add_neighbours(self, features: Features, hit: TermHit, case: str) -> None:
        layout = self.layout
        first, after = layout.block_span(hit.block)

        def word(distance: int) -> str:
            at = hit.token + distance
            return layout.words[at] if first <= at < after else "^" if at < first else "$"

        def shape(distance: int) -> str:
            at = hit.token + distance
            return _shape(layout.raw[at]) if first <= at < after else "^" if at < first else "$"

        for distance in (-3, -2, -1, 1, 2, 3):
            features[f"w{distance}={word(distance)}"] = 1.2 / abs(distance) ** 0.5
        for distance in (-2, -1, 1, 2):
            features[f"s{distance}={shape(distance)}|{case}"] = 0.8
        features[f"w-2-1={word(-2)} {word(-1)}"] = 1.0
        features[f"w12={word(1)} {word(2)}"] = 1.0
        features[f"w-11={word(-1)} {word(1)}"] = 0.8
        features[f"w1|plural={hit.plural}={word(1)}"] = 0.8
        features[f"s-11={shape(-1)} {shape(1)}|{case}"] = 0.8
        self._add_grammar(features, hit, {distance: word(distance) for distance in range(-4, 5) if distance})
        self._add_title(features, hit, case, word(1), shape(1))
        masks = sum(word(distance) in (MASK, MASK_PLURAL) for distance in (-4, -3, -2, -1, 1, 2, 3, 4))
        if masks:
            features["watched beside"] = 1.0
            features[f"watched beside|plural={hit.plural}"] = 0.7
        if word(1) == "-" and layout.starts[hit.token + 1] == layout.ends[hit.token]:
            features["hyphen"] = 1.0
            features[f"hyphen={word(2)}"] = 1.0
            if word(-1) == "-" and layout.ends[hit.token - 1] == layout.starts[hit.token]:
                features["between hyphens"] = 1.5

    def _add_grammar(self, features: Features, hit: TermHit, words: dict[int, str]) -> None:
        """The classes of the words beside it, what it is the object of, and the verb it is the subject of."""
        classes = {distance: class_of(word) for distance, word in words.items()}
        features[f"c-11={classes[-1]} {classes[1]}"] = 0.8
        features[f"c12={classes[1]} {classes[2]}"] = 0.8
        features[f"c-2-1={classes[-2]} {classes[-1]}"] = 0.8
        left = next((at for at in (-1, -2, -3) if classes[at] not in OPENERS), -4)
        features[f"left of its phrase={words[left]}"] = 1.0
        verb = next((at for at in (1, 2, 3) if classes[at] not in AUXILIARIES and words[at] not in _BEFORE_VERBS), 4)
        if verb > 1:
            features[f"verb={words[verb]}"] = 1.0
            for found in self.hits_from(hit.token + verb, hit.token + verb + 1):
                features[f"V@{found.family}"] = 1.0

    def _add_title(self, features: Features, hit: TermHit, case: str, behind: str, shape: str) -> None:
        """A capitalised word before another one inside a sentence is the way names are written, outside contracts."""
        if case == "x" or shape not in ("Xx", "XX"):
            return
        contract = "contract" if self._capitals > 0.7 else "prose"
        inside = "inside" if hit.token != self.layout.sentence_span(hit.token)[0] else "first"
        features[f"title|{inside}|{contract}"] = 1.2
        if self._titles[behind] > 1:
            features[f"title again|{contract}"] = 1.2

    def _add_families(self, features: Features, hit: TermHit, case: str) -> None:
        first, after = self.layout.block_span(hit.block)
        for found in self.hits_from(max(first, hit.token - REACH), hit.token):
            if found.family == "ui-act" and self.layout.words[found.end - 1].endswith("ed"):
                continue  # "registered customers" are people; "register the customer" is a record
            if found.end == hit.token:
                features[f"L1@{found.family}"] = 1.2
            elif found.end < hit.token:
                features[f"L@{found.family}"] = 0.7
        for found in self.hits_from(hit.token + 1, min(after, hit.token + 1 + REACH)):
            if found.start == hit.token + 1:
                features[f"R1@{found.family}"] = 1.2
                features[f"R1@{found.family}|{case}"] = 0.6
                features[f"R1@{found.family}|plural={hit.plural}"] = 0.6
            else:
                features[f"R@{found.family}"] = 0.7

    def _add_markup(self, features: Features, hit: TermHit, case: str) -> None:
        block = self.layout.document.blocks[hit.block]
        text = block.text
        for mark in block.marks:
            if mark.start <= hit.start and mark.end >= hit.end:
                features[f"in={mark.kind}"] = 1.0
                whole = mark.start == hit.start and mark.end == hit.end
                features[
                    f"whole={mark.kind}" if whole else f"in={mark.kind}|{min(4, text.count(' ', mark.start, mark.end))}"
                ] = 0.8
        if any(mark.kind is MarkKind.CODE for mark in block.marks):
            features["code beside"] = 0.7
        before = text[: hit.start]
        if (before.count('"') + before.count("“") + before.count("”")) % 2:
            features["in quotes"] = 1.0
            features[f"in quotes|{case}"] = 0.5
        if text[max(0, hit.start - 1) : hit.start] in _QUOTES and hit.start:
            features["quote before"] = 1.0
        if text[hit.end : hit.end + 1] in _QUOTES and hit.end < len(text):
            features["quote behind"] = 1.0
        if ">" in text[max(0, hit.start - 4) : hit.start] + text[hit.end : hit.end + 4]:
            features["menu path"] = 1.5
        features[f"kind={block.kind}"] = 1.0
        features[f"kind={block.kind}|{case}"] = 0.7
        if block.quoted:
            features["quoted"] = 1.0
        first, after = self.layout.block_span(hit.block)
        features[f"length={min(6, (after - first + 1).bit_length() - 1)}"] = 0.5
        if after - first <= 4:
            features[f"short|{case}"] = 0.7
        last = text.rstrip()[-1:]
        features[f"last={'.' if last in '.!?' else ':' if last == ':' else 'other'}"] = 0.4


def _shape(raw: str) -> str:
    if raw in (MASK, MASK_PLURAL):
        return "m"
    if not raw[0].isalnum():
        return raw[0]
    if raw[0].isdigit():
        return "0"
    if raw.isupper() and len(raw) > 1:
        return "XX"
    return "Xx" if raw[0].isupper() else "x"
