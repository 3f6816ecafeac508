"""What is reported at one mention."""

from collections.abc import Sequence

from termlint.config import EffectiveStyle
from termlint.model.document import Document
from termlint.model.finding import Finding, Fix, Related
from termlint.model.mention import Mention
from termlint.rulebook import catalogue


def finding_at(
    document: Document,
    mention: Mention,
    code: str,
    style: EffectiveStyle,
    *,
    told: str,
    suggestion: str | None = None,
    fix: Fix | None = None,
    related: Sequence[Related] = (),
) -> Finding:
    """A finding with the mention's place and reading, still without its fingerprint."""
    return Finding(
        code=code,
        name=next(rule.name for rule in catalogue() if rule.code == code),
        severity=style.severity(code),
        start=mention.source_start,
        end=mention.source_end,
        text=mention.text,
        message=told,
        relationship=mention.relationship,
        confidence=mention.confidence,
        scope=mention.scope,
        evidence=mention.evidence,
        fix=fix,
        suggestion=suggestion,
        location=document.blocks[mention.block].location,
        related=tuple(related),
    )
