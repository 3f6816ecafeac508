"""A finding before a person who decides on it: where it stands, why, and what a fix would do."""

from collections.abc import Iterator

from termlint.model.finding import Applicability, Finding, Fix
from termlint.model.report import FileReport
from termlint.reporting.colour import PLAIN, Palette
from termlint.reporting.explained import evidence_told
from termlint.reporting.places import lines_of
from termlint.reporting.printable import printable
from termlint.reporting.text import told

_EVIDENCE = 4
_PLACES = 8


def asked_text(report: FileReport, finding: Finding, palette: Palette = PLAIN) -> str:
    counted = [piece for piece in finding.evidence if piece.counted and piece.text]
    strongest = sorted(counted, key=lambda piece: -piece.weight)[:_EVIDENCE]
    lines = [evidence_told(piece) for piece in strongest]
    if len(counted) > len(strongest):
        lines.append(f"and {len(counted) - len(strongest)} more: termlint explain tells them")
    lines += _fix_told(report, finding)
    return told(report, finding, palette) + "".join(f"  {line}\n" for line in lines)


def _fix_told(report: FileReport, finding: Finding) -> Iterator[str]:
    fix = finding.fix
    if fix is None or not fix.edits or fix.applicability is Applicability.DISPLAY_ONLY:
        yield "fix: none that would be right by itself; skip it and write it yourself"
        return
    changes = _changes(report, finding, fix)
    if fix.applicability is Applicability.SAFE:
        yield f"fix, safe: {changes}"
    elif len(fix.edits) > 1 and finding.code.startswith("TL3"):
        yield f"fix, all or nothing, in {len(fix.edits)} places{_lines(report, fix)}: {changes}"
        yield "it renames a party throughout the agreement (--unsafe-fixes would make it): read the whole of it again"
    else:
        yield f"fix, unsafe: {changes}; the evidence stands further off, or the word is in a heading or a compound: look twice"


def _changes(report: FileReport, finding: Finding, fix: Fix) -> str:
    if report.source is None or not report.source.has_places:
        return f'"{printable(finding.text)}" -> "{printable(finding.suggestion or "")}"'
    text = report.source.text
    changes = [(text[edit.start : edit.end], edit.seen) for edit in sorted(fix.edits, key=lambda edit: edit.start)]
    shown = dict.fromkeys(f'"{printable(old)}" -> "{printable(new)}"' for old, new in changes)
    return ", ".join(list(shown)[:_PLACES])


def _lines(report: FileReport, fix: Fix) -> str:
    if report.source is None or not report.source.has_places:
        return ""
    lines = lines_of(report.source.text)
    numbers = sorted({lines.place(edit.start)[0] for edit in fix.edits})
    more = f" and {len(numbers) - _PLACES} more lines" if len(numbers) > _PLACES else ""
    return f" (line {', '.join(map(str, numbers[:_PLACES]))}{more})"
