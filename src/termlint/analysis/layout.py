"""A document as flat arrays of masked words: what every later step of the reading works on.

Every watched term is replaced by one neutral stand-in of the same number before anything else sees the words, so that no
later step can tell which word was written.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, chain, compress, count, repeat
from operator import sub

from termlint.model.document import Document
from termlint.model.term import Term

MASK = "§"
"""Stands for a watched term in the singular."""
MASK_PLURAL = "§s"
"""Stands for a watched term in the plural."""

_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)*|\w+|[^\w\s])")
"""Every character but blanks is of a word."""
_ASCII_WORD = re.compile(r"([A-Za-z0-9]++(?:'[A-Za-z0-9]++)*+|_[A-Za-z0-9_]*+|[^A-Za-z0-9_\s])")
"""Finds the same in ASCII, which most blocks are, in half the time."""
_MOST_KEPT = 20_000
"""Words of which the form to compare is kept."""
_PLAIN_LETTERS = {"\u017f": "s", "\u212a": "k", "\u0130": "i", "\u0131": "i", "i\u0307": "i"}
_ODD_LETTERS = re.compile("|".join(_PLAIN_LETTERS))
"""Equal to plain ones where case is ignored; the last is what ``lower`` makes of one."""
_SENTENCE_END = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_CLAUSE_MARKS = frozenset(",;:()–—")
_CLAUSE_WORDS = frozenset(
    ("but", "while", "whereas", "because", "although", "though", "unlike", "whilst", "so", "when", "if", "unless")
)
_PARTING = _SENTENCE_END | _CLAUSE_MARKS | _CLAUSE_WORDS
_ABBREVIATIONS = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "no",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "approx",
        "dept",
        "fig",
    )
)


@dataclass(frozen=True, slots=True)
class TermHit:
    """One watched term in a block's text; ``token`` is the index of its stand-in."""

    token: int
    block: int
    start: int
    end: int
    term: Term
    plural: bool
    possessive: bool


@dataclass(slots=True)
class Layout:
    """The masked words of a document. Parallel lists, one entry a token."""

    document: Document
    terms: tuple[Term, ...] = ()
    words: list[str] = field(default_factory=list)
    """Lower case, straight apostrophes, no possessive ending."""
    raw: list[str] = field(default_factory=list)
    """As written, except the stand-ins."""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    """Offsets in the token's block."""
    blocks: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    block_starts: list[int] = field(default_factory=list)
    """First token of each block, and one past the last token at the end."""
    sentence_starts: list[int] = field(default_factory=list)
    clause_starts: list[int] = field(default_factory=list)
    hits: list[TermHit] = field(default_factory=list)

    def block_span(self, block: int) -> tuple[int, int]:
        return self.block_starts[block], self.block_starts[block + 1]

    def sentence_span(self, token: int) -> tuple[int, int]:
        number = self.sentences[token]
        return self.sentence_starts[number], self.sentence_starts[number + 1]

    def clause_span(self, token: int) -> tuple[int, int]:
        number = self.clauses[token]
        return self.clause_starts[number], self.clause_starts[number + 1]


def lay_out(document: Document, terms: Sequence[Term]) -> Layout:
    """Tokenise every block of ``document`` with the watched terms masked."""
    layout = Layout(document, tuple(terms))
    find = term_finder(layout.terms)
    for number, block in enumerate(document.blocks):
        layout.block_starts.append(len(layout.raw))
        _add_block(layout, number, block.text, find(block.text))
    layout.block_starts.append(len(layout.raw))
    layout.blocks = _numbers(layout.block_starts)
    layout.words = list(map(_NORMAL.__getitem__, layout.raw))
    for hit in layout.hits:
        layout.words[hit.token] = layout.raw[hit.token]
    _split(layout)
    return layout


def is_mentioned(document: Document, terms: Sequence[Term]) -> bool:
    """Whether ``lay_out`` would find any."""
    find = term_finder(tuple(terms))
    return any(True for block in document.blocks for _ in find(block.text))


Mentioning = Sequence[tuple[int, Sequence[re.Match[str]]]]
"""The numbers of the blocks in which watched terms stand, each with all of them, in order."""


def blocks_with_terms(document: Document, terms: Sequence[Term]) -> Mentioning:
    """Where watched terms stand, searched once for all who ask."""
    find = term_finder(tuple(terms))
    return [(number, found) for number, block in enumerate(document.blocks) if (found := list(find(block.text)))]


def words_of(texts: Iterable[str], terms: tuple[Term, ...]) -> list[str]:
    """The words of some texts with every watched term left out, "." between two texts."""
    pattern, _ = term_pattern(terms)
    words: list[str] = []
    for text in texts:
        words += map(_NORMAL.__getitem__, _WORD.findall(pattern.sub(" ", text)))
        words.append(".")
    return words


def normal(raw: str) -> str:
    """A word as it is compared: lower case, straight apostrophe, no possessive ending."""
    word = raw.lower().replace("’", "'")
    if word == MASK:
        return "¶"  # a paragraph sign of the document must not look like a watched term
    return word[:-2] if word.endswith("'s") else word


@lru_cache(maxsize=64)
def term_pattern(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], dict[str, tuple[Term, bool]]]:
    """A pattern for every inflection of the terms, and the term and number behind each lower-case form."""
    forms: dict[str, tuple[Term, bool]] = {}
    for term in terms:
        forms.setdefault(term.plural.lower(), (term, True))
        forms[term.singular.lower()] = (term, False)
    bodies = sorted((r"\s+".join(map(re.escape, form.split())) for form in forms), key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(" + "|".join(bodies) + r")(['’]s(?!\w)|(?<=s)['’](?!\w))?(?!\w)", re.IGNORECASE)
    return pattern, forms


def find_terms(text: str, terms: tuple[Term, ...]) -> Iterator[re.Match[str]]:
    """Every watched term in a text, in order."""
    return term_finder(terms)(text)


@lru_cache(maxsize=64)
def term_finder(terms: tuple[Term, ...]) -> Callable[[str], Iterator[re.Match[str]]]:
    """``find_terms`` for many texts."""
    pattern, _ = term_pattern(terms)
    hints = _hints(terms)

    def find(text: str) -> Iterator[re.Match[str]]:
        if hints and (text.isascii() or not _ODD_LETTERS.search(text)):
            lower = text.lower()
            for hint in hints:
                if hint in lower:
                    break
            else:  # a tenth of what the pattern takes, and most texts have none
                return iter(())
        return pattern.finditer(text)

    return find


def term_of(match: re.Match[str], terms: tuple[Term, ...]) -> tuple[Term, bool]:
    """The term that was found, and whether it is in the plural."""
    form = " ".join(match[1].lower().split())
    forms = term_pattern(terms)[1]
    return forms.get(form) or forms[_ODD_LETTERS.sub(lambda odd: _PLAIN_LETTERS[odd[0]], form)]


def _hints(terms: tuple[Term, ...]) -> tuple[str, ...]:
    """One of them stands in the lower case of every text with a watched term; empty where that cannot be told."""
    longest = {max(form.split(), key=len, default="") for form in term_pattern(terms)[1]}
    if not all(word and word.isascii() for word in longest):
        return ()
    return tuple(word for word in sorted(longest) if not any(other in word for other in longest - {word}))


class _Normal(dict[str, str]):
    """What ``normal`` makes of each word: looking it up takes a fraction of working it out."""

    def __missing__(self, raw: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        word = self[raw] = normal(raw)
        return word


_NORMAL = _Normal()


def _add_block(layout: Layout, number: int, text: str, found: Iterable[re.Match[str]]) -> None:
    at = 0
    for match in found:
        start, end = match.span()
        if at < start:
            _add_words(layout, text[at:start], at)
        term, plural = term_of(match, layout.terms)
        if term.singular == term.plural:
            plural = False
        layout.hits.append(TermHit(len(layout.raw), number, start, end, term, plural, bool(match.group(2))))
        layout.raw.append(MASK_PLURAL if plural else MASK)
        layout.starts.append(start)
        layout.ends.append(end)
        at = end
    _add_words(layout, text[at:], at)


def _add_words(layout: Layout, text: str, start: int) -> None:
    parts = (_ASCII_WORD if text.isascii() else _WORD).split(text)  # a gap, a word, a gap, a word …: all of it stays in C
    at = list(accumulate(map(len, parts), initial=start))
    layout.raw += parts[1::2]
    layout.starts += at[1:-1:2]
    layout.ends += at[2::2]


def _split(layout: Layout) -> None:
    """Number the sentences and clauses. Both end with their block."""
    words, borders = layout.words, set(layout.block_starts)
    sentences, clauses = borders.copy(), set()
    for token in compress(count(), map(_PARTING.__contains__, words)):
        word = words[token]
        if word in _CLAUSE_WORDS:
            clauses.add(token)
        elif token + 1 in borders:  # nothing is left of the block
            continue
        elif word in _CLAUSE_MARKS:
            clauses.add(token + 1)
        elif following := _next_sentence(layout, token):
            sentences.add(following)
    layout.sentence_starts = sorted(sentences)
    layout.clause_starts = sorted(clauses | sentences)
    layout.sentences = _numbers(layout.sentence_starts)
    layout.clauses = _numbers(layout.clause_starts)


def _next_sentence(layout: Layout, token: int) -> int | None:
    """The first token of the sentence that begins behind a full stop or the like, which does not end its block; or None."""
    words, block = layout.words, layout.blocks[token]
    following, after = token + 1, layout.block_starts[block + 1]
    if layout.starts[following] == layout.ends[token] and words[following] not in _CLOSERS:
        return None
    if words[token] == "." and token > layout.block_starts[block] and _is_abbreviated(words[token - 1]):
        return None
    while following < after and words[following] in _CLOSERS:
        following += 1
    return following if following < after and _begins_sentence(words[following], layout.raw[following]) else None


def _is_abbreviated(word: str) -> bool:
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")


def _begins_sentence(word: str, raw: str) -> bool:
    return raw[0].isupper() or word in (MASK, MASK_PLURAL) or not word[0].isalnum() or word[0].isdigit()


def _numbers(starts: Sequence[int]) -> list[int]:
    """The number of its stretch for each token. ``starts`` ends with how many tokens there are."""
    return list(chain.from_iterable(map(repeat, count(), map(sub, starts[1:], starts))))
