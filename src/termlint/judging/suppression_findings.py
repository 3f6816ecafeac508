"""What is said of a suppression that is wrong itself, and the edits that put it right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches

from termlint.config import EffectiveStyle
from termlint.judging.wording import one_line
from termlint.model.document import Document
from termlint.model.finding import Applicability, Edit, Finding, Fix
from termlint.model.mention import Scope
from termlint.model.suppression import Suppression, SuppressionKind, WrittenCode
from termlint.rulebook import catalogue

UNUSED, UNKNOWN = "TL901", "TL902"
_CLOSE = 0.75
"""Of a code's five characters, four have to be right."""
_LOOKALIKES = str.maketrans("loi", "101")


def needless(document: Document, one: Suppression, idle: Sequence[WrittenCode], style: EffectiveStyle) -> Finding:
    """``idle``: the codes that nothing needs, of all that it names; none, where it names none."""
    written = ", ".join(code.text for code in idle)
    if one.kind is SuppressionKind.ENABLE:
        told = f'"termlint-{one.word}": nothing that it names is disabled before it; remove it'
    elif len(idle) == len(one.codes):
        told = f'"termlint-{one.word}": nothing that it reaches needs it; remove it'
    else:
        told = f'"{written}": nothing that this suppression reaches needs it; remove it from the comment'
    if len(idle) == len(one.codes):
        return _finding(document, UNUSED, one.start, one.end, told, style, _removal(document, one))
    return _finding(document, UNUSED, idle[0].start, idle[0].end, told, style, _without(one, idle))


def unknown(document: Document, style: EffectiveStyle) -> Iterator[Finding]:
    """Words and codes that mean nothing here."""
    if not style.is_on(UNKNOWN):
        return
    names = [each for rule in catalogue() for each in (rule.code, rule.name)]
    for one in document.suppressions:
        if one.kind is None:
            start = document.text.index(f"termlint-{one.word}", one.start)
            yield _misspelt(
                document, one, (start, f"termlint-{one.word}"), [f"termlint-{kind}" for kind in SuppressionKind], style
            )
        for code in one.codes:
            if code.text.upper() not in names and code.text.lower() not in names:
                yield _misspelt(document, one, (code.start, code.text), names, style)


def _misspelt(
    document: Document, one: Suppression, found: tuple[int, str], known: Sequence[str], style: EffectiveStyle
) -> Finding:
    start, text = found
    end = start + len(text)
    meant = _closest(text, known)
    what = "no such comment" if one.kind is None else "no such rule"
    if meant is not None:
        told = f'"{one_line(text)}": {what}; did you mean "{meant}"?'
        fix = Fix(Applicability.UNSAFE, (Edit(start, end, meant),))
        return replace(_finding(document, UNKNOWN, start, end, told, style, fix), suggestion=meant)
    gone = [code for code in one.codes if code.start == start]
    fix = _without(one, gone) if gone and len(one.codes) > 1 else _removal(document, one)
    told = f'"{one_line(text)}": {what}, so it suppresses nothing; remove it'
    return _finding(document, UNKNOWN, start, end, told, style, fix)


def _closest(text: str, known: Sequence[str]) -> str | None:
    """A letter in a figure's place is read as that figure."""
    by_lower = {each.lower(): each for each in known}
    alike = text[:2].lower() + text[2:].lower().translate(_LOOKALIKES)
    if alike in by_lower:
        return by_lower[alike]
    close = get_close_matches(text.lower(), by_lower, n=3, cutoff=_CLOSE)
    return by_lower[min(close, key=lambda each: (-SequenceMatcher(None, each, text.lower()).ratio(), each))] if close else None


def _removal(document: Document, one: Suppression) -> Fix:
    """Without the comment, and without its lines where nothing else stands on them."""
    text, start, end = document.text, one.start, one.end
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    begins = start == 0 or text[start - 1] in "\r\n"
    after = end
    while after < len(text) and text[after] in " \t":
        after += 1
    ends = after == len(text) or text[after] in "\r\n"
    if begins and ends:
        below = _after_line_end(text, after)
        if text.startswith("#", one.start) or document.format not in _PARTED:
            return Fix(Applicability.SAFE, (Edit(start, below, ""),))
        blank_above = start == 0 or text[:start].endswith(("\n\n", "\r\n\r\n", "\r\r"))
        blank_below = _after_line_end(text, below) > below
        if not blank_above and not blank_below and below < len(text):
            below = after
        elif document.format == "rst" and blank_above and blank_below:
            below = _after_line_end(text, below)
        return Fix(Applicability.SAFE, (Edit(start, below, ""),))
    if ends:
        return Fix(Applicability.SAFE, (Edit(start, one.end, ""),))
    return Fix(Applicability.SAFE, (Edit(one.start, after if start < one.start or begins else one.end, ""),))


_PARTED = ("markdown", "mdx", "rst")
"""Formats in which a comment between two lines ends a paragraph; a blank line does so, too."""


def _after_line_end(text: str, at: int) -> int:
    """Behind the line end that stands at ``at``; there itself where none does."""
    return at + (2 if text.startswith("\r\n", at) else int(text[at : at + 1] in ("\n", "\r")))


def _without(one: Suppression, gone: Sequence[WrittenCode]) -> Fix:
    """The comment's list with the other codes; at least one must be left."""
    kept = ", ".join(code.text for code in one.codes if code not in gone)
    return Fix(Applicability.SAFE, (Edit(one.codes[0].start, one.codes[-1].end, kept),))


def _finding(document: Document, code: str, start: int, end: int, told: str, style: EffectiveStyle, fix: Fix) -> Finding:
    return Finding(
        code=code,
        name=next(rule.name for rule in catalogue() if rule.code == code),
        severity=style.severity(code),
        start=start,
        end=end,
        text=document.text[start:end],
        message=told,
        relationship=None,
        confidence=1.0,
        scope=Scope.NONE,
        evidence=(),
        fix=fix,
    )
