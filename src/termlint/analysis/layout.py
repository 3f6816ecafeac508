"""A document as flat arrays of masked words: what every later step of the reading works on.

Every watched term is replaced by one neutral stand-in of the same number before anything else sees the words, so that no
later step can tell which word was written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise

from termlint.model.document import Block, Document
from termlint.model.term import Term

MASK = "§"
"""Stands for a watched term in the singular."""
MASK_PLURAL = "§s"
"""Stands for a watched term in the plural."""

_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)*|\w+|[^\w\s])")
"""Every character but blanks is of a word."""
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
    for number, block in enumerate(document.blocks):
        layout.block_starts.append(len(layout.words))
        _add_block(layout, number, block)
    for starts in (layout.block_starts, layout.sentence_starts, layout.clause_starts):
        starts.append(len(layout.words))
    return layout


def is_mentioned(document: Document, terms: Sequence[Term]) -> bool:
    """Whether ``lay_out`` would find any."""
    return any(True for block in document.blocks for _ in find_terms(block.text, tuple(terms)))


def words_of(texts: Iterable[str], terms: tuple[Term, ...]) -> list[str]:
    """The words of some texts with every watched term left out, "." between two texts."""
    pattern, _ = term_pattern(terms)
    words: list[str] = []
    for text in texts:
        words += map(normal, _WORD.findall(pattern.sub(" ", text)))
        words.append(".")
    return words


@lru_cache(maxsize=20_000)
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
    hints = _hints(terms)
    if hints and (text.isascii() or not _ODD_LETTERS.search(text)):
        lower = text.lower()
        if not any(hint in lower for hint in hints):  # a tenth of what the pattern takes, and most texts have none
            return iter(())
    return term_pattern(terms)[0].finditer(text)


def term_of(match: re.Match[str], terms: tuple[Term, ...]) -> tuple[Term, bool]:
    """The term that was found, and whether it is in the plural."""
    form = " ".join(match[1].lower().split())
    forms = term_pattern(terms)[1]
    return forms.get(form) or forms[_ODD_LETTERS.sub(lambda odd: _PLAIN_LETTERS[odd[0]], form)]


@lru_cache(maxsize=64)
def _hints(terms: tuple[Term, ...]) -> tuple[str, ...]:
    """One of them stands in the lower case of every text with a watched term; empty where that cannot be told."""
    longest = {max(form.split(), key=len, default="") for form in term_pattern(terms)[1]}
    if not all(word and word.isascii() for word in longest):
        return ()
    return tuple(word for word in sorted(longest) if not any(other in word for other in longest - {word}))


def _add_block(layout: Layout, number: int, block: Block) -> None:
    first = len(layout.words)
    at = 0
    text = block.text
    for match in find_terms(text, layout.terms):
        _add_words(layout, text, at, match.start())
        term, plural = term_of(match, layout.terms)
        if term.singular == term.plural:
            plural = False
        layout.hits.append(TermHit(len(layout.words), number, match.start(), match.end(), term, plural, bool(match.group(2))))
        mask = MASK_PLURAL if plural else MASK
        layout.words.append(mask)
        layout.raw.append(mask)
        layout.starts.append(match.start())
        layout.ends.append(match.end())
        at = match.end()
    _add_words(layout, text, at, len(text))
    count = len(layout.words) - first
    layout.blocks.extend([number] * count)
    _split(layout, first, text)


def _add_words(layout: Layout, text: str, start: int, end: int) -> None:
    parts = _WORD.split(text[start:end])  # a gap, a word, a gap, a word …: all of it stays in C
    raw = parts[1::2]
    at = list(accumulate(map(len, parts), initial=start))
    layout.raw += raw
    layout.words += map(normal, raw)
    layout.starts += at[1:-1:2]
    layout.ends += at[2::2]


def _split(layout: Layout, first: int, text: str) -> None:
    """Number the sentences and clauses of the block whose tokens begin at ``first``."""
    words, after = layout.words, len(layout.words)
    if first == after:
        return
    sentences, clauses = {first}, {first}
    for token in [token for token, word in enumerate(words[first:], first) if word in _PARTING]:
        word = words[token]
        if word in _CLAUSE_WORDS:
            clauses.add(token)
        elif word in _CLAUSE_MARKS:
            clauses.add(token + 1)
        elif _ends_sentence(layout, first, token, text):
            following = token + 1
            while following < after and words[following] in _CLOSERS:
                following += 1
            if following < after and _begins_sentence(words[following], layout.raw[following]):
                sentences.add(following)
    clauses.discard(after)
    _number(layout.sentences, layout.sentence_starts, sorted(sentences), after)
    _number(layout.clauses, layout.clause_starts, sorted(clauses | sentences), after)


def _ends_sentence(layout: Layout, first: int, token: int, text: str) -> bool:
    end = layout.ends[token]
    if end < len(text) and not text[end].isspace() and text[end] not in _CLOSERS:
        return False
    before = layout.words[token - 1] if token > first else ""
    abbreviated = before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and before != "i")
    return layout.words[token] != "." or not abbreviated


def _begins_sentence(word: str, raw: str) -> bool:
    return raw[0].isupper() or word in (MASK, MASK_PLURAL) or not word[0].isalnum() or word[0].isdigit()


def _number(numbers: list[int], all_starts: list[int], starts: list[int], after: int) -> None:
    """Append ``starts``, and to ``numbers`` the number of its stretch for each token up to ``after``."""
    for number, (start, end) in enumerate(pairwise([*starts, after]), len(all_starts)):
        numbers += [number] * (end - start)
    all_starts += starts
