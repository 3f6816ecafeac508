"""The one door to the analysis."""

import re

from termlint.analysis.inputs import ReadingInputs
from termlint.model.document import Document, source_range
from termlint.model.mention import Mention, Provider, Relationship, Scope, Sense


def read_mentions(document: Document, inputs: ReadingInputs) -> tuple[Mention, ...]:
    """Every mention of a watched term in document order, with its sense, relationship and evidence."""
    forms = {}
    for term in inputs.terms:
        forms[term.singular] = forms[term.plural] = term
    pattern = re.compile(r"(?i)\b(" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + r")(['’]s|(?<=s)['’])?(?!\w)")
    found = []
    for number, block in enumerate(document.blocks):
        for match in pattern.finditer(block.text):
            start, end = source_range(block, match.start(), match.end())
            found.append(
                Mention(
                    block=number, start=match.start(), end=match.end(), source_start=start, source_end=end, text=match.group(),
                    term=forms[match.group(1).lower()].singular, sense=Sense.PARTY,
                    relationship=inputs.declared or document.declared or Relationship.UNCLEAR, confidence=0.5, scope=Scope.NONE,
                    provider=Provider.NONE, declared=bool(inputs.declared or document.declared),
                )
            )
    return tuple(found)
