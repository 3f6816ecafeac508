"""``explain`` for a person: each mention, what it was read as, and every piece of evidence."""

from collections.abc import Iterable, Iterator

from termlint.model.finding import Exemption, Verdict, VerdictKind
from termlint.model.mention import Evidence, Mention, Sense
from termlint.model.report import FileReport
from termlint.reporting.colour import PLAIN, Palette
from termlint.reporting.excerpt import excerpt
from termlint.reporting.places import lines_of
from termlint.reporting.printable import printable
from termlint.reporting.rows import scope_told

_EXEMPT = {
    Exemption.EXCEPTION: "an exception of the house style",
    Exemption.SUPPRESSION: "suppressed in the file",
    Exemption.BASELINE: "in the baseline",
    Exemption.DEFINED_TERM: "a defined term, judged at its definition",
}


def explained_text(explained: Iterable[tuple[FileReport, Verdict]], *, palette: Palette = PLAIN) -> str:
    return "\n".join("\n".join(_told(report, verdict, palette)) + "\n" for report, verdict in explained)


def _told(report: FileReport, verdict: Verdict, palette: Palette) -> Iterator[str]:
    mention = verdict.mention
    if report.source is not None and not report.source.has_places:
        place = f" ({printable(verdict.location.label)})" if verdict.location else ""
        yield f"{palette.strong(printable(report.path) + place)}: {_reading(mention)}"
    elif report.source is not None:
        lines = lines_of(report.source.text)
        line, column = lines.place(mention.source_start)
        shown, marks = excerpt(report.source.text, lines, mention.source_start, mention.source_end)
        yield f"{palette.strong(f'{printable(report.path)}:{line}:{column}')}: {_reading(mention)}"
        yield f"  {shown}"
        yield f"  {marks.replace('^', '') + palette.mark(marks.lstrip())}"
    yield f"  verdict: {_verdict(verdict)}"
    if not mention.evidence:
        yield "  evidence: none"
    for piece in mention.evidence:
        yield "  " + (evidence_told(piece) if piece.counted else palette.faint(evidence_told(piece)))


def _reading(mention: Mention) -> str:
    word = f'"{printable(mention.text)}"'
    if mention.sense is not Sense.PARTY:
        return f"{word} is no party ({mention.sense.value}, confidence {mention.confidence:.2f})"
    relationship = mention.relationship.value if mention.relationship else "unclear"
    source = "declared" if mention.declared else f"confidence {mention.confidence:.2f}, from the {scope_told(mention.scope)}"
    if not mention.declared and scope_told(mention.scope) == "none":
        source = f"confidence {mention.confidence:.2f}"
    return f"{word} is {relationship} ({source}; provider: {mention.provider.value})"


def _verdict(verdict: Verdict) -> str:
    if verdict.kind is VerdictKind.FLAG and verdict.finding is not None:
        told = f"{verdict.finding.code} {verdict.finding.name}"
        return f'{told}, write "{printable(verdict.finding.suggestion)}"' if verdict.finding.suggestion else told
    if verdict.kind is VerdictKind.EXEMPT and verdict.exemption is not None:
        return f"exempt: {_EXEMPT[verdict.exemption]}"
    return "fine as it stands"


def evidence_told(piece: Evidence) -> str:
    """``+2.10 ongoing, sentence: "advise" (why)``."""
    speaks_for = piece.relationship.value if piece.relationship else "sense"
    counted = "" if piece.counted else "not counted: "
    weighed = f"{piece.weight:+.2f} {speaks_for}, {scope_told(piece.scope)}"
    return f'{weighed}: "{printable(piece.text)}" ({counted}{printable(piece.why)})'
