"""What the suppressions of a document permit."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termlint.config import EffectiveStyle
from termlint.judging.fingerprint import Fingerprints
from termlint.judging.suppression_findings import UNKNOWN, UNUSED, needless, unknown
from termlint.model.document import Document
from termlint.model.finding import Exemption, Finding, Verdict, VerdictKind
from termlint.model.suppression import Suppression, SuppressionKind, WrittenCode
from termlint.rulebook import catalogue

SUPPRESSION_CODES = (UNUSED, UNKNOWN)
"""Of findings that stand at a suppression and not at a word."""


def judge_suppressions(
    document: Document, verdicts: Sequence[Verdict], style: EffectiveStyle
) -> tuple[tuple[Verdict, ...], tuple[Finding, ...]]:
    """The verdicts with what is suppressed exempt, and what is wrong with the suppressions themselves."""
    if not document.suppressions:
        return tuple(verdicts), ()
    permits, enabling = _permits(document.suppressions)
    covered = _Covered(permits)
    judged = tuple(
        replace(verdict, kind=VerdictKind.EXEMPT, exemption=Exemption.SUPPRESSION) if covered.holds(verdict) else verdict
        for verdict in verdicts
    )
    found = [*unknown(document, style), *_unused(document, verdicts, permits, enabling, style)]
    fingerprints = Fingerprints(document.path)
    named = [
        fingerprints.put(finding, " ".join(finding.text.casefold().split()))
        for finding in sorted(found, key=lambda finding: (finding.start or 0, finding.code))
    ]
    return judged, tuple(finding for finding in named if not covered.permits(finding.code, finding.start))


def rule_meant(written: str) -> str | None:
    """The code of the rule that a code or a name stands for, in any case."""
    return next((rule.code for rule in catalogue() if written.upper() == rule.code or written.lower() == rule.name), None)


@dataclass(frozen=True, slots=True)
class _Permit:
    """One rule that one suppression is silent about."""

    suppression: int
    written: WrittenCode | None
    """None: it names no rule, so it means all of them."""
    code: str
    start: int
    end: int


def _permits(suppressions: Sequence[Suppression]) -> tuple[list[_Permit], set[int]]:
    """Also the indices of the ``enable`` comments that end something."""
    ends: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(suppressions):
        if one.kind is SuppressionKind.ENABLE:
            for _, code in _meant(one):
                ends[code].append((one.start, number))
    permits, enabling = [], set()
    for number, one in enumerate(suppressions):
        if one.kind in (None, SuppressionKind.ENABLE):
            continue
        for written, code in _meant(one):
            start, end = one.reach
            if one.kind is SuppressionKind.DISABLE:
                following = bisect_left(ends[code], (one.end, 0))
                if following < len(ends[code]):
                    end = min(end, ends[code][following][0])
                    enabling.add(ends[code][following][1])
            permits.append(_Permit(number, written, code, start, end))
    return permits, enabling


def _meant(one: Suppression) -> Iterator[tuple[WrittenCode | None, str]]:
    if not one.codes:
        yield from ((None, rule.code) for rule in catalogue() if rule.code not in SUPPRESSION_CODES)
    for written in one.codes:
        if (code := rule_meant(written.text)) is not None:
            yield written, code


class _Covered:
    """Where each rule is silent: ranges without overlaps, in order."""

    def __init__(self, permits: Iterable[_Permit]) -> None:
        self._ranges: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for permit in sorted(permits, key=lambda permit: (permit.start, permit.end)):
            ranges = self._ranges[permit.code]
            if ranges and permit.start <= ranges[-1][1]:
                ranges[-1] = ranges[-1][0], max(ranges[-1][1], permit.end)
            else:
                ranges.append((permit.start, permit.end))

    def permits(self, code: str, place: int | None) -> bool:
        ranges = self._ranges.get(code, [])
        number = bisect_right(ranges, place, key=lambda one: one[0]) - 1 if place is not None else -1
        return number >= 0 and place is not None and place < ranges[number][1]

    def holds(self, verdict: Verdict) -> bool:
        finding = verdict.finding
        return verdict.kind is VerdictKind.FLAG and finding is not None and self.permits(finding.code, finding.start)


def _unused(
    document: Document, verdicts: Iterable[Verdict], permits: Sequence[_Permit], enabling: set[int], style: EffectiveStyle
) -> Iterator[Finding]:
    """A rule that is off, and a run that looks at less than all, cannot tell what is needless."""
    if not style.is_on(UNUSED) or style.narrowed:
        return
    needed: dict[str, list[int]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.kind is VerdictKind.FLAG and verdict.finding is not None and verdict.finding.start is not None:
            needed[verdict.finding.code].append(verdict.finding.start)
    used = _used(permits, {code: sorted(places) for code, places in needed.items()})
    for number, one in enumerate(document.suppressions):
        if one.kind is None:
            continue
        if one.kind is SuppressionKind.ENABLE:
            if number not in enabling and (not one.codes or any(rule_meant(code.text) for code in one.codes)):
                yield needless(document, one, one.codes, style)
        elif not one.codes:
            if (number, None) not in used:
                yield needless(document, one, (), style)
        else:
            idle = [code for code in one.codes if _is_judged(code, style) and (number, code) not in used]
            if idle:
                yield needless(document, one, idle, style)


def _is_judged(written: WrittenCode, style: EffectiveStyle) -> bool:
    code = rule_meant(written.text)
    return code is not None and code not in SUPPRESSION_CODES and style.is_on(code)


def _used(permits: Iterable[_Permit], needed: Mapping[str, list[int]]) -> set[tuple[int, WrittenCode | None]]:
    used: set[tuple[int, WrittenCode | None]] = set()
    for permit in permits:
        places = needed.get(permit.code, [])
        first = bisect_left(places, permit.start)
        if first < len(places) and places[first] < permit.end:
            used.add((permit.suppression, permit.written))
    return used
