"""Where an agreement defines a watched term, in every shape in which agreements do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from termlint.analysis.layout import term_pattern
from termlint.analysis.sorted_marks import SortedMarks
from termlint.model.agreement import Definition, DefinitionShape
from termlint.model.document import Block, BlockKind, Document, Mark, MarkKind
from termlint.model.term import Term

OPEN, CLOSE = "[\"“‘'«„\u2039]", "[\"”’'»“\u203a]"
_MEANS = (
    r"\s{0,20}(?:,\s{0,20})?(?:(?:shall|will)\s{1,20})?"
    r"(?:means?|refers?\s{1,20}to|(?:ha(?:s|ve)|have|bears?)\s{1,20}the\s{1,20}meanings?|is\s{1,20}defined|denotes?)\b"
)
_ALTERNATES = rf"(?:\s{{0,20}}(?:,|/|or|and|,\s{{0,20}}or)\s{{0,20}}{OPEN}[^\"“”‘«»]{{1,60}}{CLOSE}){{0,4}}"
_THEN_MEANS = re.compile(_ALTERNATES + _MEANS, re.IGNORECASE)
_BARE_MEANS = re.compile(_MEANS, re.IGNORECASE)
_MARKED_MEANS = re.compile(rf"{CLOSE}?{_MEANS}", re.IGNORECASE)
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
_NUMBER = r"(?:\W{0,3}(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-z]{1,3})[.)]?\s{1,20})?"
_LINE_START = re.compile(rf"^{_NUMBER}\W{{0,3}}(?:the\s{{1,20}})?$", re.IGNORECASE)
_LABEL = re.compile(r"(?:\s{1,20}(?:name|party))?[\"”’*_]{0,3}\s{0,20}:\s{0,20}(?=[A-Z0-9\[\ufffc«<“\"])")
_DEFINING = re.compile(r"\b(?:definitions?|interpretation|defined\s+terms|meanings?)\b", re.IGNORECASE)
_WORDS = 12
_REACH = 4000
_EMPHASISED = (MarkKind.STRONG, MarkKind.EMPHASIS)


@dataclass(frozen=True, slots=True)
class Found:
    definition: Definition
    strong: bool
    """Contract language that nothing else uses; otherwise the document has to be an agreement by other signs."""


def find_definitions(document: Document, terms: Sequence[Term]) -> list[Found]:
    """Every definition in document order, whatever the document is. The word is always capitalised."""
    pattern, forms = term_pattern(tuple(terms))
    found: list[Found] = []
    for number, block in enumerate(document.blocks):
        marks = SortedMarks.of(block)
        for match in pattern.finditer(block.text):
            word = match[1]
            if not word[0].isupper():
                continue
            shape = _shape(document, number, marks, match.start(), match.end())
            if shape is None:
                continue
            term = forms[" ".join(word.lower().split())][0].singular
            kind, strong = shape
            party = _party(document, number, block.text, match.start(), match.end(), kind)
            found.append(Found(Definition(term, match[0], number, match.start(), match.end(), kind, party), strong))
    return found


def defined_phrases(document: Document) -> frozenset[str]:
    """Every capitalised phrase that the agreement puts in quotes or bold to define it, in lower case: ``client data``."""
    found = set()
    for block in document.blocks:
        for match in _QUOTED_PHRASE.finditer(block.text):
            if _THEN_MEANS.match(block.text, match.end()) or _in_brackets(block.text, match.start(), match.end()):
                found.add(_flat(match[1]))
        for mark in block.marks:
            if mark.kind in _EMPHASISED and mark.end - mark.start <= 80:
                text = block.text[mark.start : mark.end].strip("\"“”‘’' ")
                if text[:1].isupper() and (_MARKED_MEANS.match(block.text, mark.end) or _is_bracketed_mark(block.text, mark)):
                    found.add(_flat(text))
        is_name = block.kind is BlockKind.CELL and len(block.text) <= 80 and block.text[:1].isupper()
        if is_name and _DEFINING.search(" ".join(block.headings)):
            found.add(_flat(block.text.strip("\"“”‘’' ")))
    return frozenset(found)


_QUOTED_PHRASE = re.compile(rf"{OPEN}(?:the\s{{1,20}})?([A-Z][^\"“”‘«»()]{{0,80}}?){CLOSE}(?!\w)", re.IGNORECASE)


def _flat(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).removeprefix("the ")


def _shape(document: Document, number: int, marks: SortedMarks, start: int, end: int) -> tuple[DefinitionShape, bool] | None:
    block = document.blocks[number]
    text = block.text
    quoted = _quotes(text, start, end)
    near = (each for each in marks.around(start, end) if each.kind in _EMPHASISED)
    mark = next((each for each in near if _is_just(text, each, start, end)), None)
    before, after = (quoted[0], quoted[1]) if quoted else (start, end)
    if quoted:
        if _in_brackets(text, before, after):
            return DefinitionShape.BRACKETS, True
        if _THEN_MEANS.match(text, after):
            return DefinitionShape.MEANS, True
    lead = text[max(0, before - 200) : before]
    called = _CALLED.search(lead)
    if called and (quoted or mark or _HEREINAFTER.match(called[0])):
        return DefinitionShape.CALLED, True
    if mark:
        if _MARKED_MEANS.match(text, mark.end):
            return DefinitionShape.MEANS, True
        if _is_bracketed_mark(text, mark):
            return DefinitionShape.BRACKETS, True
    if (quoted or mark) and _CALLED_WEAKLY.search(lead):
        return DefinitionShape.CALLED, False
    return _line_shape(document, number, block, before, after)


def _line_shape(document: Document, number: int, block: Block, start: int, end: int) -> tuple[DefinitionShape, bool] | None:
    """Of shapes that only an agreement gives a meaning: without quotes, by their place in a line or a table."""
    text = block.text
    bracket = _BARE_BRACKET.search(text[max(0, start - 120) : start])
    if bracket and re.match(r"\s{0,5}\)", text[end:]):
        bare = len(bracket[0].strip()) == 1
        return (DefinitionShape.LABEL if bare else DefinitionShape.BRACKETS), False
    if not _LINE_START.match(text[: min(start, 60)]) or start > 60:
        return None
    if _BARE_MEANS.match(text, end):
        return DefinitionShape.MEANS, False
    if _LABEL.match(text, end):
        return DefinitionShape.LABEL, False
    alone = not text[end:].strip(' \t*_:"”’')
    if alone and number + 1 < len(document.blocks):
        after = document.blocks[number + 1]
        told = len(after.text.split()) > 1 and after.kind is not BlockKind.HEADING
        if block.kind is BlockKind.CELL and after.kind is BlockKind.CELL and told:
            defining = _DEFINING.search(" ".join(block.headings)) or _BARE_MEANS.match(" " + after.text)
            return (DefinitionShape.MEANS if defining else DefinitionShape.LABEL), False
        if told and block.kind is not BlockKind.HEADING and _DEFINING.search(" ".join(block.headings)):
            return DefinitionShape.MEANS, False
    return None


def _quotes(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Around the word and an article, where both stand alone in quotation marks."""
    lead = re.search(rf"{OPEN}\s{{0,3}}(?:the\s{{1,20}})?$", text[max(0, start - 40) : start], re.IGNORECASE)
    if not lead or not re.match(rf"\s{{0,3}},?{CLOSE}(?!\w)", text[end : end + 8]):
        return None
    return start - len(lead[0]), end + re.match(rf"\s{{0,3}},?{CLOSE}", text[end : end + 8]).end()  # type: ignore[union-attr]


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a quoted term in a bracket that defines. A few words, however long they are."""
    opened = text.rfind("(", max(0, start - _REACH), start)
    if opened < 0 or ")" in text[opened:start] or len(text[opened:start].split()) > _WORDS:
        return False
    closed = text.find(")", end, end + _REACH)
    if closed < 0 or len(text[end:closed].split()) > _WORDS:
        return False
    return bool(_ENDS_IN_BRACKET.match(text, end)) and not _ASIDE.match(text, opened)


def _is_just(text: str, mark: Mark, start: int, end: int) -> bool:
    if not (mark.start <= start and end <= mark.end):
        return False
    before, after = text[mark.start : start], text[end : mark.end]
    return before.strip("\"“‘'« ").lower() in ("", "the") and not after.strip("\"”’'»: ")


def _is_bracketed_mark(text: str, mark: Mark) -> bool:
    opened = text.rfind("(", max(0, mark.start - _REACH), mark.start)
    if opened < 0 or ")" in text[opened : mark.start] or len(text[opened : mark.start].split()) > _WORDS:
        return False
    return bool(re.match(r"[\"”’' ]{0,3}(?:\)|,|(?:and|or)\b)", text[mark.end : mark.end + 8])) and not _ASIDE.match(
        text, opened
    )


_NAME_START = re.compile(
    r"(?<=[a-z)]\.)\s+(?=[A-Z])|\bbetween\b|;|\n|\)\s|\band\b(?=\s+(?:[A-Z(\ufffc]|the\b|you\b|any|who|an?\b))|"
    r"\b(?:acts?|acting|agent)\s+for\b|\bwith\b"
)
_NAME_END = re.compile(r",|\b(?:here(?:in)?after|collectively|together|whose|located|having|a\s+company)\b")


def _party(document: Document, number: int, text: str, start: int, end: int, shape: DefinitionShape) -> str:
    if shape in (DefinitionShape.BRACKETS, DefinitionShape.CALLED):
        opened = text.rfind("(", max(0, start - 300), start) if shape is DefinitionShape.BRACKETS else start
        opened = opened if opened >= 0 else start
        lead = text[max(0, opened - 300) : opened]
        name = _NAME_END.split(_NAME_START.split(lead)[-1].strip())[0]
        return " ".join(name.strip(" ,*_").split())[:80]
    told = text[end : end + 200].lstrip("\"”’'» *_:\t,")
    if not told.strip() and number + 1 < len(document.blocks):
        told = document.blocks[number + 1].text[:200]
    told = _BARE_MEANS.sub("", " " + told, count=1) if shape is DefinitionShape.MEANS else told
    return " ".join(re.split(r"[.;\n]|,\s", told.strip(" :"))[0].split())[:80]
