"""Which fixes can be made together, and the text they make."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

from termlint.model.finding import Edit, Finding


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with every edit made. The edits must not overlap."""
    pieces = []
    last = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        pieces += [text[last : edit.start], edit.replacement]
        last = edit.end
    return "".join(pieces) + text[last:]


def composed(first: Sequence[Edit], text: str, later: Sequence[Edit]) -> list[Edit]:
    """One set of edits that does what ``first`` does, which made ``text``, and then ``later``, which counts in ``text``."""
    edits = sorted(first, key=lambda one: (one.start, one.end))
    for change in sorted(later, key=lambda one: one.start, reverse=True):
        edits = _with(edits, text, change)
        text = apply_edits(text, [change])
    return edits


def _with(edits: Sequence[Edit], text: str, change: Edit) -> list[Edit]:
    before: list[Edit] = []
    after: list[Edit] = []
    start, end = change.start, change.end  # of all that becomes one edit, in ``text``
    shift_before = shift_after = 0
    for edit in edits:
        at = edit.start + shift_after
        until = at + len(edit.replacement)
        grown = until - at - (edit.end - edit.start)
        if until < change.start:
            before.append(edit)
            shift_before += grown
        elif at > change.end:
            after.append(edit)
            continue
        else:
            start, end = min(start, at), max(end, until)
        shift_after += grown
    new = text[start : change.start] + change.replacement + text[change.end : end]
    return [*before, Edit(start - shift_before, end - shift_after, new), *after]


def part_overlapping(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Findings whose fixes can be made together, and those that touch what an earlier one changes. All must have a fix."""
    made: list[Finding] = []
    refused: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for finding in findings:
        ranges = sorted((edit.start, edit.end) for edit in edits_of([finding]))
        if any(_touches(one, taken) for one in ranges) or any(left[1] > right[0] for left, right in pairwise(ranges)):
            refused.append(finding)
        else:
            made.append(finding)
            for one in ranges:
                insort(taken, one)
    return made, refused


def edits_of(findings: Iterable[Finding]) -> list[Edit]:
    return [edit for finding in findings if finding.fix is not None for edit in finding.fix.edits]


def _touches(one: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Whether ``one`` shares a character or a border with any of ``taken``, which are sorted and apart."""
    at = bisect_left(taken, one)
    return any(start <= one[1] and one[0] <= end for start, end in taken[max(at - 1, 0) : at + 1])
