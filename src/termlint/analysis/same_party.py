"""Whether two words of an agreement name one party or two."""

import re
from collections.abc import Sequence

from termlint.analysis.layout import term_of, term_pattern
from termlint.model.agreement import Definition, DefinitionShape
from termlint.model.document import Document
from termlint.model.term import Term

_ELSEWHERE = re.compile(
    r"\b(?:terms?|words?|expressions?)\b[^.;]{0,80}\bnot\s+(?:otherwise\s+|expressly\s+)?defined\b"
    r"|\b(?:capitali[sz]ed|defined)\s+terms?\b[^.;]{0,120}\b(?:meanings?|as\s+(?:defined|set\s+out))\b[^.;]{0,60}\b(?:agreement|contract|terms)\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"[ \u00a0-](?:support|services?|care|satisfaction|relations|relationships?|experience|success|base|journey|loyalty|"
    r"feedback|retention|acquisition|segments?|helpline|hotline|help\s+desk|facing|focus(?:ed)?|centric|charter|insights?|lifecycle)\b"
)
_BLANK = re.compile(
    r"(?:full |legal |company )?(?:name|address|insert|details)\b|"
    r"(?:n/?a|tbc|tbd|see|as|the above|schedule|annex|appendix|exhibit)\b"
)
_SINCE = "that|if|when|where|whether|unless|which|who|because|since|while|whereas|until|and|or|but|nor"
"""Words with which another clause begins."""


def are_two(document: Document, defined: str, undefined: str) -> bool:
    """Whether the text shows the undefined word to be somebody else: the party's own customers, or its opposite."""
    word, other = _form(defined), _form(undefined)
    joined = r"\s*(?:,|/|,?\s+(?:and|or|and/or|nor))\s+(?:(?:the|its|any|each|a)\s+)?"
    within = rf"(?:['’]s?)?(?:\s+(?!(?:{_SINCE})\b)[\w’'-]+){{1,8}}?\s+"
    apart = re.compile(
        rf"\b{word}{joined}{other}\b|\b{other}{joined}{word}\b"
        rf"|\b{word}['’]s?\s+{other}\b|\b{other}\s+of\s+(?:(?:the|each|any)\s+)?{word}\b"
        rf"|\b(?:[Ii]ts|[Tt]heir|[Aa]n?|[Ee]ach|[Aa]ny|[Ee]very|[Ss]uch|[Aa]ll|[Nn]o|[Oo]ther|[Aa]nother|[Ee]nd|[Pp]rospective)\s+{other}\b(?!\s+[A-Z])"
        rf"|\b{other}\s+(?:who|whom|whose|to\s+whom)\b"
        rf"|\b{word}{within}{other}\b(?!\s+[A-Z])|\b{other}{within}{word}\b(?!\s+[A-Z])"
    )
    return any(apart.search(block.text) for block in document.blocks)


def refers_elsewhere(text: str) -> bool:
    """``Terms not defined here have the meaning given in the Master Agreement``: an undefined word may be one of those."""
    return bool(_ELSEWHERE.search(text))


def is_trade(text: str, end: int) -> bool:
    """Whether a word ends there that goes on as what a provider does: ``Customer support``."""
    return bool(_TRADE.match(text, end))


def are_different(one: str, other: str) -> bool:
    """Whether two definitions name two parties, as far as they name any."""
    names = (_name(one), _name(other))
    return all(names) and not _is_one_name(*names) and not any("agreement" in name or "above" in name for name in names)


def name_one(document: Document, one: Definition, other: Definition, terms: Sequence[Term]) -> bool:
    """Whether two definitions name one party: in one bracket, by one name, or the one as the other."""
    if one.block == other.block and one.start < other.start:
        between = document.blocks[one.block].text[one.end : other.start]
        if len(between) <= 40 and re.fullmatch(
            r"[\"”’'»“‘«*_\s,/]*(?:and|or)?[\"”’'»“‘«*_\s,/]*(?:the|a)?[\"“‘'«*_\s]*", between
        ):
            return True
    if _is_one_name(_name(one.party), _name(other.party)):
        return True
    terms = tuple(terms)
    pattern, _ = term_pattern(terms)
    for first, second in ((one, other), (other, one)):
        if first.shape is DefinitionShape.MEANS:
            told = re.sub(r"^(?:the|same\s+as|the\s+same\s+as)\s+", "", first.party, flags=re.IGNORECASE)
            match = pattern.match(told)
            if match and match[1][0].isupper() and term_of(match, terms)[0].singular == second.term:
                rest = told[match.end() :].strip()
                if not rest or re.match(r"(?:named|identified|as\s+defined|above|specified|set\s+out|under)\b", rest):
                    return True
    return False


def _is_one_name(one: str, other: str) -> bool:
    """The same, or the one with words of its sentence before it."""
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and (short == long or (" " in short and long.endswith(f" {short}")))


def _form(term: str) -> str:
    """The capitalised term in any number."""
    return rf"{re.escape(term[:1].upper())}(?i:{re.escape(term[1:])}s?)"


def _name(party: str) -> str:
    """What tells a named party from others; empty for one that is only described, or left to be filled in."""
    flat = " ".join(re.sub(r"[^\w /]", "", party.lower()).split())
    name = re.sub(r"^(?:the|you|a|an)\b\s*", "", flat).strip() if party[:1].isupper() else ""
    return "" if _BLANK.match(name) else name
