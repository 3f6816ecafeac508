"""The watched terms a contract defines: ("the Client"), "Client" means …"""

import re
from collections.abc import Sequence

from termlint.analysis.layout import term_pattern
from termlint.model.document import Document, MarkKind
from termlint.model.term import Term

_OPEN, _CLOSE = "[\"“‘'«„]", "[\"”’'»“]"
_WITHIN = r"\s*(?:[^()\s]{1,200}\s+){0,12}?[^()\s]{0,200}?"
"""A few words within brackets. Counted in words, so that it does not matter how long a watched word in them is."""
_MEANS = r"\s*(?:,\s*)?(?:shall\s+|will\s+)?(?:means?|refers?\s+to|ha(?:s|ve)\s+the\s+meaning)\b"


def defined_terms(document: Document, terms: Sequence[Term]) -> frozenset[str]:
    """The defined watched terms, as lower-case singulars.

    A definition writes the term capitalised and quoted or bold, in brackets or before "means".
    """
    pattern, forms = term_pattern(tuple(terms))
    word = pattern.pattern
    shapes = (
        re.compile(rf"\({_WITHIN}{_OPEN}(?:the\s+)?{word}{_CLOSE}{_WITHIN}\)", re.IGNORECASE),
        re.compile(rf"{_OPEN}(?:the\s+)?{word}{_CLOSE}{_MEANS}", re.IGNORECASE),
        re.compile(rf"\bhereinafter\s+(?:referred\s+to\s+as\s+|called\s+)?(?:the\s+)?{_OPEN}?{word}", re.IGNORECASE),
    )
    found = set()
    for block in document.blocks:
        text = block.text
        for mark in block.marks:
            if mark.kind in (MarkKind.STRONG, MarkKind.EMPHASIS):
                match = pattern.fullmatch(text, mark.start, mark.end)
                bracketed = (
                    "(" in text[max(0, mark.start - 5) : mark.start]
                    and text[mark.end : mark.end + 2].lstrip("\"”’' ")[:1] == ")"
                )
                if match and match[1][0].isupper() and (bracketed or re.match(_MEANS, text[mark.end :])):
                    found.add(forms[" ".join(match[1].lower().split())][0].singular)
        if any(sign in text.lower() for sign in ("(", "mean", "refer", "hereinafter")):
            for shape in shapes:
                for match in shape.finditer(text):
                    if match[1][0].isupper():
                        found.add(forms[" ".join(match[1].lower().split())][0].singular)
    return frozenset(found)
