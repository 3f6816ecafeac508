"""Where an agreement defines a watched term, in every shape in which agreements do."""

import re
from dataclasses import dataclass

from termlint.analysis.definition_shapes import (
    BARE_MEANS,
    CLOSE,
    DEFINING,
    EMPHASISED,
    MARKED_MEANS,
    OPEN,
    THEN_MEANS,
    in_brackets,
    is_bracketed_mark,
    shape_at,
)
from termlint.analysis.layout import Mentioning, term_of
from termlint.analysis.sorted_marks import SortedMarks
from termlint.analysis.source_lines import line_end
from termlint.model.agreement import Definition, DefinitionShape
from termlint.model.document import BlockKind, Document
from termlint.model.term import Term


@dataclass(frozen=True, slots=True)
class Found:
    definition: Definition
    strong: bool
    """Contract language that nothing else uses; otherwise the document has to be an agreement by other signs."""


def find_definitions(document: Document, terms: tuple[Term, ...], mentioning: Mentioning) -> list[Found]:
    """Every definition in document order, whatever the document is. The word is always capitalised."""
    found: list[Found] = []
    for number, all_matches in mentioning:
        matches = [match for match in all_matches if match[1][0].isupper()]
        if not matches:
            continue
        marks = SortedMarks.of(document.blocks[number])
        for match in matches:
            shape = shape_at(document, number, marks, match.start(), match.end())
            if shape is None:
                continue
            term = term_of(match, terms)[0].singular
            kind, strong = shape
            party = _party(document, number, match.start(), match.end(), kind)
            found.append(Found(Definition(term, match[0], number, match.start(), match.end(), kind, party), strong))
    return found


def defined_phrases(document: Document) -> frozenset[str]:
    """Every capitalised phrase that the agreement puts in quotes or bold to define it, in lower case: ``client data``."""
    found = set()
    for block in document.blocks:
        for match in _QUOTED_PHRASE.finditer(block.text):
            if THEN_MEANS.match(block.text, match.end()) or in_brackets(block.text, match.start(), match.end()):
                found.add(_flat(match[1]))
        for mark in block.marks:
            if mark.kind in EMPHASISED and mark.end - mark.start <= 80:
                text = block.text[mark.start : mark.end].strip("\"“”‘’' ")
                if text[:1].isupper() and (MARKED_MEANS.match(block.text, mark.end) or is_bracketed_mark(block.text, mark)):
                    found.add(_flat(text))
        is_name = block.kind is BlockKind.CELL and len(block.text) <= 80 and block.text[:1].isupper()
        if is_name and DEFINING.search(" ".join(block.headings)):
            found.add(_flat(block.text.strip("\"“”‘’' ")))
    return frozenset(found)


_QUOTED_PHRASE = re.compile(rf"{OPEN}(?:the\s{{1,20}})?([A-Z][^\"“”‘«»()]{{0,80}}?){CLOSE}(?!\w)", re.IGNORECASE)


def _flat(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).removeprefix("the ")


_NAME_START = re.compile(
    r"(?<=[a-z)]\.)\s+(?=[A-Z])|\b(?i:between|and)\s*:|\bbetween\b|;|\n|\)[,;]?\s|"
    r"(?<!\bMr )(?<!\bMrs )(?<!\bMs )\band\b"
    r"(?=\s+(?:(?!Wales\b)[A-Z(\ufffc]|the\b|you\b|any|who|an?\b|(?:its|our|their|his|her)\b))|"
    r"\b(?:acts?|acting|agent)\s+for\b|\b(?:with|to)\b(?=\s+(?:[A-Z\ufffc]|the\b|you\b))"
)
_NAME_END = re.compile(
    r",|\b(?:here(?:in)?after|collectively|together|jointly|whose|located|having|a\s+company|incorporated|registered|organi[sz]ed)\b"
)
_TOLD_END = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bLtd)(?<!\bInc)\.(?:\s|$)|[;\n\t]|,\s")
_VERB = re.compile(r"^\W*(?:is|are|includes?)\b")


def _party(document: Document, number: int, start: int, end: int, shape: DefinitionShape) -> str:
    """Whom a definition names, as far as that can be told without grammar."""
    block = document.blocks[number]
    text = block.text
    if shape in (DefinitionShape.BRACKETS, DefinitionShape.CALLED):
        opened = text.rfind("(", max(0, start - 300), start) if shape is DefinitionShape.BRACKETS else start
        opened = opened if opened >= 0 else start
        lead = text[max(0, opened - 300) : opened].rstrip(" ,\"“‘'«„")
        name = _NAME_END.split(_NAME_START.split(lead)[-1].strip())[0]
        return " ".join(name.strip(" ,*_").split())[:80]
    told = _VERB.sub("", text[end : line_end(document, block, end, reach=200)].lstrip("\"”’'» *_:\t,"))
    if not told.strip() and number + 1 < len(document.blocks):
        told = document.blocks[number + 1].text[:200]
    told = BARE_MEANS.sub("", " " + told, count=1) if shape is DefinitionShape.MEANS else told
    return " ".join(_TOLD_END.split(told.strip(" :–—-"))[0].split())[:80]
