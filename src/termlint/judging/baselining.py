"""Findings that were there before: a baseline keeps them silent."""

from collections.abc import Sequence, Set
from dataclasses import replace

from termlint.model.finding import Exemption, Finding, Verdict, VerdictKind


def silence(
    verdicts: Sequence[Verdict], findings: Sequence[Finding], known: Set[str]
) -> tuple[tuple[Verdict, ...], tuple[Finding, ...]]:
    """``findings``: those of no mention. ``known``: keys of the baseline's findings in this file."""
    if not known:
        return tuple(verdicts), tuple(findings)
    silenced = tuple(
        replace(verdict, kind=VerdictKind.EXEMPT, exemption=Exemption.BASELINE)
        if verdict.kind is VerdictKind.FLAG and verdict.finding is not None and verdict.finding.key in known
        else verdict
        for verdict in verdicts
    )
    return silenced, tuple(finding for finding in findings if finding.key not in known)
