"""What tells that a document is an agreement: its title, parties, recitals, clauses, definitions and signatures."""

import re

from termlint.analysis.definition_shapes import DEFINING_LINE
from termlint.model.document import BlockKind, Document

_KINDS = (
    r"agreement|contract|terms\s+(?:and|&)\s+conditions|terms\s+of\s+\w+|engagement\s+letter|letter\s+of\s+engagement|"
    r"statement\s+of\s+work|work\s+order|lease|deed|addendum|conditions\s+of\s+(?:sale|business|hire|carriage)|"
    r"terms\W*$|standard\s+terms|terms\s+of\s+engagement|mandate|tenancy|purchase\s+order|order\s+form|policy\s+wording"
)
_TITLE = re.compile(rf"\b(?:{_KINDS})\b", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:this|the\s+present)\s+(?:\w+\s+){0,2}?(?:agreement|contract|lease|deed|engagement|statement\s+of\s+work|schedule)\b"
    r"|\bthese\s+(?:\w+\s+){0,2}?(?:terms|conditions)\b|\bthis\s+letter\s+(?:sets?|confirms?)\b",
    re.IGNORECASE,
)
_OWN_WORDS = ("agreement", "contract", "lease", "deed", "engagement", "statement", "schedule", "terms", "conditions", "letter")
_RECITALS = re.compile(r"^\W*(?:whereas|recitals?|background|preamble)\b|\bnow,?\s+therefore\b", re.IGNORECASE)
_PARTIES = re.compile(
    r"\b[Bb]etween:?\s+\W{0,3}(?:\(?[1iaA]\)\s+)?(?:(?:the|us|you|our)\b\s*)?\W{0,3}(?:[A-Z\ufffc_]|\().{2,300}?\b(?:and|AND)\b"
    r"|\bBETWEEN\b|^\W*(?:The\s+|THE\s+)?(?:Parties|PARTIES)\W*$",
    re.DOTALL,
)
_PARTIES_HINTS = ("etween", "BETWEEN", "arties", "PARTIES")
_PARTY_LABEL = re.compile(
    r"(?:^|[\n.]\s*|\s)\W{0,4}(?:the\s+)?(?-i:(?=[A-Z]))(?:agency|agent|adviser|advisor|architect|broker|buyer|carrier|caterer|client|coach|company|"
    r"consultant|contractor|customer|designer|developer|employer|firm|freelancer|landlord|lender|lessee|lessor|licensee|licensor|"
    r"owner|photographer|provider|purchaser|seller|service\s+provider|supplier|tenant|therapist|trainer|tutor|vendor)"
    r"(?:\s+name)?\W{0,4}:\W{0,4}(?:the\b|(?-i:[A-Z\ufffc]))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^\s{0,8}(?:(?:clause|section|article)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|\([a-z]{1,4}\))[.)]?\s+\S", re.IGNORECASE
)
_BINDING = re.compile(r"\b(?:shall|hereby|hereunder|herein|hereof|undertakes?\s+to)\b", re.IGNORECASE)
_DEFINES = re.compile(
    "(?:[\"“‘«]|\\*\\*)(?:the\\s+)?[A-Z][\\w'’-]*(?:\\s+[\\w'’-]+){0,4}[\"”’»]"
    r"\s{0,3},?\s{0,3}(?:shall\s+|will\s+)?(?:means?\b|ha(?:s|ve)\s+the\s+meaning)"
    '|\\((?:[\\w,]+\\s+){0,6}["“‘][A-Z][\\w\'’ -]{1,40}["”’]\\s{0,2}(?:\\)|,|and\\b|or\\b)'
)
_DEFINING_MARKS = ('"', "“", "‘", "«", "**")
_DEFINITIONS = re.compile(r"\W*(?:[\d.]+\W*)?(?:definitions?|interpretation|defined\s+terms)\b.{0,30}$", re.IGNORECASE)
_MEANING = re.compile(r"\W*(?:shall\s+)?means?\s+\w")
_SIGNED = re.compile(
    r"\bin\s+witness\s+whereof\b|^\W*(?:signed|executed)\b.{0,60}\b(?:by|for|on\s+behalf)\b|^\W*signatures?\b|"
    r"\bsigned\s+(?:for\s+and\s+)?on\s+behalf\s+of\b|^\W*(?:by|signature|name|title|date)\s{0,3}:\s{0,3}_{3,}",
    re.IGNORECASE,
)
_WINDOW = 3000
_ODD_LETTERS = re.compile("[\u017f\u212a\u0130\u0131]")
"""Equal to plain ones where case is ignored, though not in lower case."""


def signs_of(document: Document) -> tuple[str, ...]:
    """In the order in which a reader meets them; one or none is no agreement by itself."""
    texts = [block.text[:_WINDOW] for block in document.blocks]
    heads = [document.title, *(text for text in texts[:6] if len(text) <= 120)]
    numbered = sum(1 for text in texts if _NUMBERED.match(text))
    words = _Words(texts)
    binding = words.among("shall", "hereby", "hereunder", "herein", "hereof", "undertake")
    if binding:
        numbered += sum(
            1 for block in document.blocks if block.kind is BlockKind.ITEM and _BINDING.search(block.text[:_WINDOW])
        )
    found = {
        "title": any(_TITLE.search(head) for head in heads),
        "parties": any(_PARTIES.search(text) for text in texts[:15] if any(map(text.__contains__, _PARTIES_HINTS)))
        or sum(len(_PARTY_LABEL.findall(text[:400])) for text in texts[:15] if ":" in text) > 1,
        "recitals": any(map(_RECITALS.search, words.among("whereas", "recital", "background", "preamble", "therefore"))),
        "definitions": any(_DEFINES.search(text) for text in texts if any(mark in text for mark in _DEFINING_MARKS))
        or any(block.kind is BlockKind.HEADING and _DEFINITIONS.match(block.text) for block in document.blocks)
        or any(DEFINING_LINE.fullmatch(text) for text in texts if len(text) <= 60)
        or sum(1 for text in texts if _MEANING.match(text)) > 1,
        "numbered clauses": numbered >= 3,
        "binding words": sum(map(len, map(_BINDING.findall, binding))) >= 3,
        "its own name": any(map(_OWN.search, words.among(*_OWN_WORDS))),
        "signatures": any(map(_SIGNED.search, words.among("witness", "signed", "executed", "signature", "___"))),
    }
    return tuple(sign for sign, holds in found.items() if holds)


class _Words:
    """Which texts hold a word at all: most documents are no agreement, and hold hardly any of those above."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._lower = [text.lower() for text in texts]
        self._all_lower = "\n".join(self._lower)
        self._is_odd = _ODD_LETTERS.search("".join(texts)) is not None

    def among(self, *parts: str) -> list[str]:
        """The texts that hold one of the parts, in any case."""
        if self._is_odd:
            return self._texts
        found = [part for part in parts if part in self._all_lower]
        if not found:
            return []
        return [text for text, lower in zip(self._texts, self._lower, strict=True) if any(map(lower.__contains__, found))]
