"""Where an agreement writes a watched term, and what each place is: a use, part of a name, a quotation, a slip."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from termlint.analysis.definitions import defined_phrases
from termlint.analysis.layout import Mentioning, term_of
from termlint.analysis.sorted_marks import SortedMarks
from termlint.model.agreement import Use, UseKind
from termlint.model.document import Block, BlockKind, Document, MarkKind
from termlint.model.term import Term

_MASKED = (MarkKind.CODE, MarkKind.PLACEHOLDER, MarkKind.URL, MarkKind.IMAGE)
_QUOTATION = re.compile('"[^"]{1,600}"|“[^“”]{1,600}”|«[^«»]{1,600}»')
_CAPITALISED_NEXT = re.compile(r"(?:[ \u00a0\t\n]{1,3}|-)([A-Z][\w’'-]*)")
_CAPITALISED_BEFORE = re.compile(r"([A-Z][\w’'-]*)([ \u00a0]{1,3}|-)$")
_SENTENCE_START = re.compile(
    r"(?:^\W*|[.!?:;…][\"”’)*]*\s+\W{0,3}|^\W{0,3}(?:\d{1,2}(?:\.\d{1,2})*|\(?\w{1,3}\))[.)]?\s+\W{0,3})$"
)
_DETERMINERS = frozenset(
    "the a an each any such said no every this that if where when unless until should upon by to of for from with and or "
    "between both all neither either as in on at our your its their his her provided whereas while since because once "
    "subject without before after during not nor only also dear re".split()
)
_MODALS = frozenset("shall will may must has have is are was were can agrees acknowledges warrants represents".split())
_ACTS = re.compile(
    r" (?:shall|will|may|must|agrees|acknowledges|warrants|represents|undertakes|accepts|pays|grants|indemnifies) "
)
"""Behind a bare singular: "Customer shall pay" begins with a term, as no other noun goes without an article."""
_FILL_IN = re.compile(r"\b(?:insert|enter|name\s+of|full\s+name|add|to\s+be|tbc|tbd)\b|[_●•…]|\.{3}", re.IGNORECASE)
_BEFORE_STRAY = re.compile(r"\b(?:the|said)\s{1,3}$", re.IGNORECASE)
_LONGEST = 120
"""Characters that a name may go on for."""
_WORD_CHARACTER = re.compile(r"\w")
_LOWER_CASE_BEFORE = re.compile(r"(?<![\w’'-])[a-z][\w’'-]{0,40},?[ \u00a0]\Z")
_LONG_BEFORE = 50
"""More characters than this looks at."""
_ALL_CAPS_WORDS = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Place:
    """One watched word of the document. ``kind`` is None for a lower-case word that names no party."""

    use: Use
    plural: bool
    positional: bool
    """It would be capitalised there anyway: a heading, the first word of a sentence, a line in capitals."""


def is_named(document: Document, terms: tuple[Term, ...], mentioning: Mentioning) -> bool:
    """Whether a term in the singular is capitalised where only a name is: without one, nothing undefined names a party."""
    for number, matches in mentioning:
        block = document.blocks[number]
        for match in matches:
            if match[1][0].isupper() and not term_of(match, terms)[1]:
                start, end = match.span()
                if not _is_positional(block, SortedMarks.of(block), start, end) or _ACTS.match(block.text, end):
                    return True
    return False


def find_places(
    document: Document, terms: tuple[Term, ...], mentioning: Mentioning, defined: set[tuple[int, int]]
) -> Iterator[Place]:
    """Every watched word but those of the definitions, those in placeholders, and lower-case ones without "the"."""
    phrases = defined_phrases(document)
    titles = _titles(document)
    alone = _TermsAlone(document)
    for number, matches in mentioning:
        block = document.blocks[number]
        marks = SortedMarks.of(block)
        for match in matches:
            start, end = match.span()
            if (number, start) in defined or _is_masked(marks, start, end) or is_placeholder(block.text, start, end):
                continue
            term, plural = term_of(match, terms)
            if not match[1][0].isupper():
                if _BEFORE_STRAY.search(block.text[max(0, start - 8) : start]) and block.text[end : end + 1] != "-":
                    yield Place(Use(term.singular, match[0], number, start, end, UseKind.STRAY), plural, False)
                continue
            kind, phrase = _kind(block, start, end, phrases, titles, alone)
            positional = _is_positional(block, marks, start, end) and (plural or not _ACTS.match(block.text, end))
            yield Place(Use(term.singular, match[0], number, start, end, kind, phrase), plural, positional)


def is_placeholder(text: str, start: int, end: int) -> bool:
    """Whether the word stands in something to be filled in: ``[CLIENT NAME]``, ``«Client»``."""
    for opener, closer in (("[", "]"), ("«", "»"), ("<<", ">>"), ("{", "}")):
        opened = text.rfind(opener, max(0, start - 60), start)
        closed = text.find(closer, end, end + 60)
        if opened < 0 or closed < 0 or closer in text[opened:start] or opener in text[end:closed]:
            continue
        inside = text[opened + len(opener) : closed]
        words = re.findall(r"[^\W\d_][\w’']*", inside)
        if len(words) > 6 or (any(word.lower() in _MODALS for word in words) and not _FILL_IN.search(inside)):
            continue
        return True
    return bool(re.match(r"[\w.]*_", text[end : end + 3])) or text[max(0, start - 1) : start] == "_"


def _is_masked(marks: SortedMarks, start: int, end: int) -> bool:
    return any(mark.kind in _MASKED for mark in marks.around(start, end))


class _TermsAlone:
    """Which capitalised phrases an agreement also writes without a party's name before them: ``Confidential Information``."""

    def __init__(self, document: Document) -> None:
        self.text = "\n".join(block.text for block in document.blocks)
        self.known: dict[str, bool] = {}

    def __contains__(self, phrase: str) -> bool:
        if phrase not in self.known:
            self.known[phrase] = any(self._is_alone(at, at + len(phrase)) for at in self._places(phrase))
        return self.known[phrase]

    def _places(self, phrase: str) -> Iterator[int]:
        at = self.text.find(phrase)
        while at >= 0:
            yield at
            at = self.text.find(phrase, at + 1)

    def _is_alone(self, start: int, end: int) -> bool:
        goes_on = _WORD_CHARACTER.match(self.text, end)
        return goes_on is None and _LOWER_CASE_BEFORE.search(self.text[max(0, start - _LONG_BEFORE) : start]) is not None


def _kind(block: Block, start: int, end: int, phrases: frozenset[str], titles: str, alone: _TermsAlone) -> tuple[UseKind, str]:
    text = block.text
    phrase = _phrase(text, start, end)
    flat = _flat(phrase)
    compound = next((each for each in _prefixes(flat) if each in phrases and " " in each), None)
    if block.quoted:
        return UseKind.QUOTED, ""
    if compound is not None:
        return UseKind.COMPOUND, phrase
    around = _quotation(text, start, end)
    inside = _flat(around.strip('"“”«» .,'))
    if len(around.split()) > len(phrase.split()) + 1 and inside not in phrases and inside not in titles:
        return UseKind.QUOTED, around
    if phrase == text[start:end] or _is_shouted(text, start, end) or block.kind is BlockKind.HEADING:
        return UseKind.TERM, ""
    if flat in titles:
        return UseKind.COMPOUND, phrase
    words = phrase.split()
    own = len(text[start:end].split())
    rest = " ".join(words[own:])
    is_defined = any(each in phrases for each in (*_prefixes(rest.lower()), rest.lower().removesuffix("s")))
    if phrase.startswith(text[start:end]) and "-" not in phrase and rest and (is_defined or rest in alone):
        return UseKind.TERM, ""
    return UseKind.NAME, phrase


def _phrase(text: str, start: int, end: int) -> str:
    """The word with the capitalised words around it that may make it a name."""
    first, last = start, end
    if text[end - 2 : end] not in ("'s", "’s") and text[end - 1 : end] not in "'’":
        while last - end <= _LONGEST and (following := _CAPITALISED_NEXT.match(text, last)):
            if following[1].lower() in _MODALS or (following[1].isupper() and len(following[1]) < 2):
                break
            last = following.end()
    before = _CAPITALISED_BEFORE.search(text[max(0, start - 40) : start])
    if before and before[1].lower() not in _DETERMINERS and not before[1].endswith(("'s", "’s", "s'", "s’")):
        at = start - (len(before[0]))
        if before[2] == "-" or not _SENTENCE_START.search(text[max(0, at - 20) : at]):
            first = at
    return text[first:last]


def _is_positional(block: Block, marks: SortedMarks, start: int, end: int) -> bool:
    if block.kind in (BlockKind.HEADING, BlockKind.CELL, BlockKind.FIELD):
        return True
    text = block.text
    return (
        _is_shouted(text, start, end)
        or bool(_SENTENCE_START.search(text[max(0, start - 20) : start]))
        or _runs_in(block, marks, start, end)
    )


def _runs_in(block: Block, marks: SortedMarks, start: int, end: int) -> bool:
    """Within the bold words with which a clause begins, or a whole line that is a heading in all but name."""
    if len(block.text) <= 60 and not re.search(r"[.;,]\s*$|\b(?:shall|will|may|must)\b", block.text):
        return True
    return any(mark.kind is MarkKind.STRONG and mark.end - mark.start <= 80 for mark in marks.around(start, end))


def _is_shouted(text: str, start: int, end: int) -> bool:
    word = text[start:end].rstrip("'’s")
    around = text[max(0, start - 30) : start] + " " + text[end : end + 30]
    return word.isupper() and len(_ALL_CAPS_WORDS.findall(around)) >= 2


def _titles(document: Document) -> str:
    """Headings, the title, and the lines and first bold words that are headings in all but name, in lower case, one a line."""
    found = {_flat(document.title)}
    for block in document.blocks:
        if block.kind is BlockKind.HEADING or (len(block.text) <= 60 and not block.text.rstrip().endswith((".", ";", ","))):
            found.add(_flat(block.text))
        for mark in block.marks:
            if mark.kind is MarkKind.STRONG and mark.end - mark.start <= 80:
                found.add(_flat(block.text[mark.start : mark.end]))
        opening = re.match(r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+)?([A-Z][\w’' &-]{2,60})\.(?:\s|$)", block.text)
        if opening and all(word[0].isupper() or len(word) <= 4 for word in opening[1].split()):
            found.add(_flat(opening[1]))
    return "\n".join(sorted(found))


def _quotation(text: str, start: int, end: int) -> str:
    """The quotation that holds the word, with its marks; empty where none does."""
    spans = _quotations(text)
    number = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return text[slice(*spans[number])] if number >= 0 and end <= spans[number][1] else ""


@lru_cache(maxsize=8)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _QUOTATION.finditer(text))


def _prefixes(flat: str) -> list[str]:
    """``client data rights``, ``client data``: the longest first."""
    words = flat.split()
    return [" ".join(words[:count]) for count in range(len(words), 0, -1)]


def _flat(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).removeprefix("the ")
