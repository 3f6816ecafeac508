"""Which texts may be a term or a phrase."""

import unicodedata

from termlint.model.term import Term

LONGEST = 100

_MARKS = " '\u2019-.,/&()+%"
_IRREGULAR = {
    "person": "people",
    "salesperson": "salespeople",
    "businessperson": "businesspeople",
    "child": "children",
    "man": "men",
    "woman": "women",
}


def term_problem(text: str) -> str | None:
    """Terms are written into documents: whatever could be taken for markup there is refused here."""
    problem = phrase_problem(text)
    if problem:
        return problem
    if len(text) > LONGEST:
        return f"has {len(text)} characters; a term has at most {LONGEST}"
    if "  " in text:
        return "has two blanks in a row"
    strange = next((mark for mark in text if not _is_wordlike(mark) and mark not in _MARKS), None)
    if strange:
        return f'holds "{strange}"; a term is made of letters, digits, single blanks and {" ".join(_MARKS.strip())}'
    if not _is_wordlike(text[0]):
        return f'begins with "{text[0]}"; a term begins with a letter or a digit'
    first = text.split(" ")[0]
    if first[-1] in ".)" and first[:-1].isdigit():
        return f'begins like a list item ("{first}")'
    if not any(mark.isalpha() for mark in text):
        return "holds no letter"
    return None


def phrase_problem(text: str) -> str | None:
    if not text:
        return "is empty"
    if len(text.splitlines()) > 1 or text.splitlines() != [text]:
        return "holds a line break"
    hidden = next((mark for mark in text if unicodedata.category(mark) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}), None)
    if hidden:
        return f"holds the invisible character U+{ord(hidden):04X}"
    if not text.strip():
        return "is blank"
    if text != text.strip():
        return "begins or ends with a blank"
    if not any(_is_wordlike(mark) for mark in text):
        return "holds no letter and no digit"
    return None


def reason_problem(text: str) -> str | None:
    return None if text.strip() else "is empty"


def spelled(singular: str, plural: str | None) -> Term:
    """The term as it is written, with its plural: given, irregular or regular."""
    if plural is None:
        *before, last = singular.split(" ")
        irregular = _IRREGULAR.get(last.lower())
        if irregular:
            plural = " ".join([*before, last[0] + irregular[1:]])
    return Term.of(singular, plural)


def watched(spelling: Term) -> Term:
    """The term as it is looked for."""
    return Term(spelling.singular.lower(), spelling.plural.lower())


def _is_wordlike(mark: str) -> bool:
    return unicodedata.category(mark)[0] in "LMN"
