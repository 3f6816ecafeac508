"""``explain`` on an agreement, for a person: its parties, their uses, the evidence pooled, the verdict."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from termlint.model.agreement import AgreementReading, Definition, PartyReading, Use, UseKind
from termlint.model.finding import Verdict
from termlint.model.report import FileReport
from termlint.reporting.colour import PLAIN, Palette
from termlint.reporting.places import lines_of
from termlint.reporting.printable import printable

_MOST_PLACES = 12
_KINDS = {
    UseKind.COMPOUND: "in longer defined terms or titles",
    UseKind.NAME: "in phrases that nothing defines",
    UseKind.QUOTED: "in quotations",
    UseKind.STRAY: "in lower case",
    UseKind.SLIP: "under the other word",
}


def explained_agreements(reports: Iterable[FileReport], *, palette: Palette = PLAIN) -> str:
    """One paragraph for each file that is an agreement."""
    told = ["\n".join(_told(report, report.agreement, palette)) + "\n" for report in reports if report.agreement is not None]
    return "\n".join(told)


def _told(report: FileReport, reading: AgreementReading, palette: Palette) -> Iterator[str]:
    signs = "declared by the house style" if reading.agreement.declared else ", ".join(reading.agreement.signs)
    yield f"{palette.strong(printable(report.path))}: an agreement ({signs or 'by its definition alone'})"
    places = {(verdict.mention.block, verdict.mention.start): verdict for verdict in report.verdicts}
    for party in reading.parties:
        yield from _party(report, party, places, palette)
    elsewhere = [use for use in reading.agreement.loose if use.kind is UseKind.ELSEWHERE]
    for term in dict.fromkeys(use.term for use in elsewhere):
        uses = [use for use in elsewhere if use.term == term]
        told = f"{palette.strong(chr(34) + printable(uses[0].text) + chr(34))} is written as a term and defined nowhere here"
        yield f"  {told}: {len(uses)} {'use' if len(uses) == 1 else 'uses'}, at {_where(report, uses, places)}; left alone"


def _party(
    report: FileReport, reading: PartyReading, places: dict[tuple[int, int], Verdict], palette: Palette
) -> Iterator[str]:
    party = reading.party
    for definition in party.definitions:
        where = _where(report, [definition], places)
        named = f": {printable(definition.party)}" if definition.party else ""
        yield f"  {palette.strong(chr(34) + printable(definition.text) + chr(34))} is defined at {where}{named}"
    uses = party.of_kind(UseKind.TERM)
    yield f"    uses: {len(uses)}{f', at {_where(report, uses, places)}' if uses else ''}"
    for kind, told in _KINDS.items():
        if some := party.of_kind(kind):
            phrases = Counter(use.phrase for use in some if use.phrase)
            listed = f" ({', '.join(printable(phrase) for phrase in list(phrases)[:4])})" if phrases else ""
            yield f"    {told}: {len(some)}{listed}, at {_where(report, some, places)}"
    counts = ", ".join(f"{count} {relationship}" for relationship, count in reading.counts if count)
    yield f"    all together: {reading.relationship} (confidence {reading.confidence:.2f}; {counts or 'nothing read'})"
    for piece in reading.evidence:
        if piece.text and piece.start is not None:
            line = f", {_line(report, piece.start)}" if _has_lines(report) else ""
            speaks = piece.relationship.value if piece.relationship else "sense"
            yield f'      {piece.weight:+.2f} {speaks}: "{printable(piece.text)}" ({printable(piece.why)}{line})'
    yield f"    verdict: {printable(reading.verdict)}"


def _where(report: FileReport, uses: Sequence[Definition | Use], places: dict[tuple[int, int], Verdict]) -> str:
    found = [verdict for use in uses if (verdict := places.get((use.block, use.start)))]
    if _has_lines(report):
        told = [_line(report, verdict.mention.source_start) for verdict in found]
    else:
        told = [printable(verdict.location.label) for verdict in found if verdict.location]
    distinct = list(dict.fromkeys(told))
    more = f" and {len(distinct) - _MOST_PLACES} more" if len(distinct) > _MOST_PLACES else ""
    listed = ", ".join(distinct[:_MOST_PLACES]) + more
    return listed.replace(", line ", ", ").replace("line ", "lines ", 1) if len(distinct) > 1 and _has_lines(report) else listed


def _line(report: FileReport, offset: int) -> str:
    assert report.source is not None
    return f"line {lines_of(report.source.text).place(offset)[0]}"


def _has_lines(report: FileReport) -> bool:
    return report.source is not None and report.source.has_places
