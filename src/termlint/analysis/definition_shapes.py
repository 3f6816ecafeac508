"""The shapes in which agreements define a term, one watched word at a time."""

import re

from termlint.analysis.sorted_marks import SortedMarks
from termlint.analysis.source_lines import line_start
from termlint.model.agreement import DefinitionShape
from termlint.model.document import BlockKind, Document, Mark, MarkKind

OPEN, CLOSE = "[\"“”‘'’«»„\u201a\u2039\u203a]", "[\"”“’‘'»«\u203a\u2039]"
EMPHASISED = (MarkKind.STRONG, MarkKind.EMPHASIS)
_MEANS = (
    r"\s{0,20}(?:,\s{0,20})?(?:(?:shall|will)\s{1,20})?"
    r"(?:means?(?!\s{1,20}(?:to|well|by|what)\b)|refers?\s{1,20}to|(?:ha(?:s|ve)|have|bears?)\s{1,20}the\s{1,20}meanings?|is\s{1,20}defined|denotes?)\b"
)
_ALTERNATES = rf"(?:\s{{0,20}}(?:,|/|or|and|,\s{{0,20}}or)\s{{0,20}}{OPEN}[^\"“”‘«»]{{1,60}}{CLOSE}){{0,4}}"
THEN_MEANS = re.compile(_ALTERNATES + _MEANS, re.IGNORECASE)
BARE_MEANS = re.compile(_MEANS, re.IGNORECASE)
MARKED_MEANS = re.compile(rf"{CLOSE}?{_MEANS}", re.IGNORECASE)
DEFINING = re.compile(r"\b(?:definitions?|interpretation|defined\s+terms|meanings?)\b", re.IGNORECASE)
DEFINING_LINE = re.compile(
    r"\W*(?:[\d.]{1,8}\s+)?(?:definitions?|interpretation|defined\s+terms)(?:\s+and\s+\w+)?\W*", re.IGNORECASE
)
_ENDS_IN_BRACKET = re.compile(
    rf"\s{{0,20}}(?:[),;/]|{OPEN}|\((?:and|or)\b|(?:and|or|as|in|for|hereinafter|hereafter|herein|which|collectively|together|"
    r"throughout|below)\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\(\s*(?:see|e\.g|i\.e|such\s+as|like|click|select|press|choose|cf|(?:as\s+)?for\s+(?:example|instance)|named|labell?ed)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:here(?:in)?after|collectively|together|jointly|individually)\b,?\s{1,20}"
    r"(?:(?:be\s{1,20})?(?:(?:jointly|collectively|individually)\s{1,20})?(?:referred\s{1,20}to|called|known|named|defined|described)"
    r"(?:\s{1,20}as)?\s{1,20})?(?:(?:the|a|an|as|each\s{1,20}an?)\s{1,20})?$",
    re.IGNORECASE,
)
_CALLED_WEAKLY = re.compile(
    r"\b(?:referred\s{1,20}to(?:\s{1,20}(?:herein|below|hereafter|in\s{1,20}(?:this|these)\s{1,20}\w+))?\s{1,20}as|known\s{1,20}as|"
    r"called|defined\s{1,20}as|call\s{1,20}(?:you|it|them|him|her))\s{1,20}(?:(?:the|a|an)\s{1,20})?$",
    re.IGNORECASE,
)
_HEREINAFTER = re.compile(r"\bhere(?:in)?after\b", re.IGNORECASE)
_BARE_BRACKET = re.compile(
    r"\(\s{0,5}(?:(?:hereinafter|hereafter|the|each|an?|together|collectively|referred\s{1,20}to\s{1,20}as|as),?\s{1,20}){0,5}$",
    re.IGNORECASE,
)
_BESIDE_A_NAME = re.compile(r"(?:[A-Z\ufffc\]][^;:!?]{0,180}?),\s{1,3}(?:as\s{1,3}(?:the\s{1,3})?)?$")
"""``Acme Ltd, "the Client"``, ``Acme Ltd, as "Client"``: an apposition, which nothing but its place tells."""
_OF_THE_WORD = re.compile(
    r"\b(?:words?|terms?|name|expression|phrase|label|field|button|tab|write|say)\s*,\s{1,3}$", re.IGNORECASE
)
_APPOSITION_ENDS = re.compile(r"\s{0,3}(?:[,;.)]|and\b|of\s+the\s+(?:one|other|first|second)\s+part\b|$)")
_IS = re.compile(r"\s{1,3}(?:is|are|includes?|shall\s{1,3}include)\s{1,3}(?:the|an?|any|each|every|all|you|[A-Z\[\ufffc])")
_IS_THE = re.compile(r"\b(?:is|are|being|acts?\s{1,3}as)\s{1,3}(?:the\s{1,3})?$")
_IS_THE_ENDS = re.compile(r"\s{0,3}(?:[,;.)]|(?:and|of|in|for|under)\b|$)")
_IS_ALONE = re.compile(r"\s{1,3}(?:is|are)\s{0,3}:?\s{0,3}$")
_OPENS = re.compile(
    r"(?:^|[.;:]\s{1,3}|\n)\W{0,3}(?:\(?[\dA-Za-z]{1,3}(?:\.\d{1,2}){0,3}[.)]?\s{1,20})?(?:(?:the|an?|each)\s{1,3})?$",
    re.IGNORECASE,
)
_WE_MEAN = re.compile(r",?\s{1,3}we\s{1,3}mean\b")
_NUMBER = r"(?:\W{0,3}(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-z]{1,3})[.)]?\s{1,20})?"
_LINE_START = re.compile(rf"^{_NUMBER}\W{{0,3}}(?:the\s{{1,20}})?$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:\s{1,20}(?i:name|party))?[\"”’*_]{0,3}\s{0,20}:[*_]{0,2}\s{0,20}(?=[A-Z0-9\[\ufffc«<“\"]|(?:the|any)\b)"
)
_TOLD = re.compile(r"[\"”’*_]{0,3}(?:\s{0,3}:[*_]{0,2}\s{1,20}|\s{1,3}[\u2013\u2014-]\s{1,3})(?=\S)")
_COLUMN = re.compile(r"[\"”’]?(?: {2,}|\t)\s{0,40}(?=\S)")
_PERSON = re.compile(r"(?=[A-Z\[«\ufffc])(?!.*\b(?:is|was|are|were|shall|will|has|have)\b)[^:_\n]{3,150}$")
"""Whoever may be named under a label: a name with an address, and no sentence."""
_WORDS = 12
_REACH = 4000
_LINE = 60
"""Characters before a word at the beginning of a line: its number, "the", quotation marks."""


def shape_at(document: Document, number: int, marks: SortedMarks, start: int, end: int) -> tuple[DefinitionShape, bool] | None:
    """The shape of the definition whose word stands there, None where it is none; True for one that nothing else looks like."""
    block = document.blocks[number]
    text = block.text
    quoted = _quotes(text, start, end)
    near = (each for each in marks.around(start, end) if each.kind in EMPHASISED)
    mark = next((each for each in near if _is_just(text, each, start, end)), None)
    before, after = quoted or (start, end)
    if quoted:
        if in_brackets(text, before, after):
            return DefinitionShape.BRACKETS, True
        if THEN_MEANS.match(text, after):
            return DefinitionShape.MEANS, True
    lead = text[max(0, before - 200) : before]
    called = _CALLED.search(lead)
    if called and (quoted or mark or _HEREINAFTER.match(called[0])):
        return DefinitionShape.CALLED, True
    if mark:
        if MARKED_MEANS.match(text, mark.end):
            return DefinitionShape.MEANS, True
        if is_bracketed_mark(text, mark):
            return DefinitionShape.BRACKETS, True
    if (quoted or mark) and (shape := _marked_shape(text, lead, after, mark if not quoted else None)):
        return shape, False
    shape = _line_shape(document, number, before, after, is_marked=bool(quoted or mark))
    return None if shape is None else (shape, False)


def in_brackets(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a quoted term in a bracket that defines. A few words, however long they are."""
    opened = text.rfind("(", max(0, start - _REACH), start)
    if opened < 0 or ")" in text[opened:start] or len(text[opened:start].split()) > _WORDS:
        return False
    closed = text.find(")", end, end + _REACH)
    if closed < 0 or len(text[end:closed].split()) > _WORDS:
        return False
    return bool(_ENDS_IN_BRACKET.match(text, end)) and not _ASIDE.match(text, opened)


def is_bracketed_mark(text: str, mark: Mark) -> bool:
    opened = text.rfind("(", max(0, mark.start - _REACH), mark.start)
    if opened < 0 or ")" in text[opened : mark.start] or len(text[opened : mark.start].split()) > _WORDS:
        return False
    return bool(re.match(r"[\"”’' ]{0,3}(?:\)|,|(?:and|or)\b)", text[mark.end : mark.end + 8])) and not _ASIDE.match(
        text, opened
    )


def is_under_definitions(document: Document, number: int) -> bool:
    """Whether a heading above, or a line that is one in all but name, says that definitions follow."""
    if DEFINING.search(" ".join(document.blocks[number].headings)):
        return True
    for block in reversed(document.blocks[max(0, number - 60) : number]):
        if block.kind is BlockKind.HEADING:
            return False
        if len(block.text) <= _LINE and DEFINING_LINE.fullmatch(block.text):
            return True
    return False


def _marked_shape(text: str, lead: str, end: int, mark: Mark | None) -> DefinitionShape | None:
    """Of a quoted or emphasised word whose surroundings define it in an agreement, and elsewhere may not."""
    if _CALLED_WEAKLY.search(lead):
        return DefinitionShape.CALLED
    after = mark.end if mark else end
    by_name = _BESIDE_A_NAME.search(lead)
    if by_name and (mark is None or by_name[0].rstrip().endswith(("as", "as the"))) and not _OF_THE_WORD.search(lead):
        return DefinitionShape.CALLED if _APPOSITION_ENDS.match(text, after) else None
    if mark is None and _OPENS.search(lead) and _IS.match(text, end):
        return DefinitionShape.MEANS
    if _IS_THE.search(lead) and _IS_THE_ENDS.match(text, after):
        return DefinitionShape.CALLED
    if re.search(r"\b[Bb]y\s{1,3}(?:the\s{1,3})?$", lead) and _WE_MEAN.match(text, after):
        return DefinitionShape.MEANS
    return None


def _line_shape(document: Document, number: int, start: int, end: int, *, is_marked: bool) -> DefinitionShape | None:
    """Of shapes that only an agreement gives a meaning: without quotes, by their place in a line or a table."""
    block = document.blocks[number]
    text = block.text
    bracket = _BARE_BRACKET.search(text[max(0, start - 120) : start])
    if bracket and re.match(r"\s{0,5}\)", text[end:]):
        return DefinitionShape.LABEL if len(bracket[0].strip()) == 1 else DefinitionShape.BRACKETS
    if _OPENS.search(text[max(0, start - 40) : start]) and BARE_MEANS.match(text, end):
        return DefinitionShape.MEANS
    begins = line_start(document, block, start, reach=_LINE)
    if begins is None or not _LINE_START.match(text[begins:start]):
        return None
    if BARE_MEANS.match(text, end):  # behind a line end that the text does not show
        return DefinitionShape.MEANS
    if (_TOLD.match(text, end) or _COLUMN.match(text, end)) and is_under_definitions(document, number):
        return DefinitionShape.MEANS
    column = _COLUMN.match(text, end)
    if _LABEL.match(text, end) or (is_marked and _TOLD.match(text, end)) or (column and _told_in_line(text, column.end())):
        return DefinitionShape.LABEL
    if number + 1 >= len(document.blocks) or text[:begins].strip():
        return None
    return _told_beside(document, number, text[end:])


def _told_beside(document: Document, number: int, rest: str) -> DefinitionShape | None:
    """Of a word alone in its cell or line: what it means stands in the next one."""
    block, after = document.blocks[number], document.blocks[number + 1]
    is_cell = block.kind is BlockKind.CELL
    alone = not rest.strip(' \t*_:"”’')
    if (after.kind is BlockKind.CELL) is not is_cell or after.kind is BlockKind.HEADING or not (alone or is_cell):
        return None
    if not alone:
        return DefinitionShape.LABEL if _IS_ALONE.fullmatch(rest) else None
    if BARE_MEANS.match(" " + after.text):
        return DefinitionShape.MEANS
    told = len(after.text.split()) > 1
    if told and is_under_definitions(document, number):
        return DefinitionShape.MEANS
    if is_cell:
        return DefinitionShape.LABEL if told else None
    return DefinitionShape.LABEL if told and _PERSON.match(after.text) else None


def _told_in_line(text: str, start: int) -> bool:
    """Whether somebody may be named there: more than the head of another column."""
    return bool(re.match(r"(?:[^\s\t]+ ){1,30}?[^\s\t]+", text[start : start + 200]))


def _quotes(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Around the word and an article, where both stand alone in quotation marks."""
    lead = re.search(rf"{OPEN}\s{{0,3}}(?:the\s{{1,20}})?$", text[max(0, start - 40) : start], re.IGNORECASE)
    closing = re.match(rf"\s{{0,3}},?{CLOSE}(?!\w)", text[end : end + 8])
    return (start - len(lead[0]), end + closing.end()) if lead and closing else None


def _is_just(text: str, mark: Mark, start: int, end: int) -> bool:
    if not (mark.start <= start and end <= mark.end):
        return False
    before, after = text[mark.start : start], text[end : mark.end]
    return before.strip("\"“‘'«»„ ").lower() in ("", "the") and not after.strip("\"”’'»«“: ")
