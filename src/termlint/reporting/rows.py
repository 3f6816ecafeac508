"""Model values as the plain values that JSON is made of. The names and their order are a contract with other programs."""

from collections.abc import Iterable

from termlint.model.document import Location
from termlint.model.finding import Finding, Fix, Verdict, VerdictKind
from termlint.model.mention import Evidence, Scope
from termlint.model.report import FileReport
from termlint.reporting.places import lines_of

Row = dict[str, object]


def mention_row(report: FileReport, verdict: Verdict) -> Row:
    """One line of ``explain --format jsonl``."""
    mention = verdict.mention
    line, column = _line_and_column(report, mention.source_start)
    flagged = verdict.finding if verdict.kind is VerdictKind.FLAG else None
    return {
        "path": report.path,
        "offset": mention.source_start if line else None,
        "end": mention.source_end if line else None,
        "line": line,
        "column": column,
        "text": mention.text,
        "term": mention.term,
        "sense": mention.sense.value,
        "relationship": mention.relationship.value if mention.relationship else None,
        "confidence": _rounded(mention.confidence),
        "scope": scope_told(mention.scope),
        "provider": mention.provider.value,
        "defined_term": mention.defined_term,
        "verdict": verdict.kind.value,
        "exempt": verdict.exemption.value if verdict.exemption else None,
        "rule": flagged.code if flagged else None,
        "suggestion": flagged.suggestion if flagged else None,
        "location": _location_row(verdict.location),
        "evidence": _evidence_rows(report, mention.evidence),
    }


def finding_row(report: FileReport, finding: Finding) -> Row:
    """One of the ``findings`` of ``check --format json``."""
    line, column = _line_and_column(report, finding.start)
    end_line, end_column = _line_and_column(report, finding.end)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "path": report.path,
        "offset": finding.start if line else None,
        "end": finding.end if line else None,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": finding.text,
        "message": finding.message,
        "relationship": finding.relationship.value if finding.relationship else None,
        "confidence": _rounded(finding.confidence),
        "scope": scope_told(finding.scope),
        "evidence": _evidence_rows(report, finding.evidence),
        "location": _location_row(finding.location),
        "related": [_related_row(report, one.start, one.end, one.message) for one in finding.related],
        "fix": _fix_row(report, finding.fix),
        "fingerprint": finding.fingerprint,
    }


def scope_told(scope: Scope) -> str:
    """A clause counts as its sentence wherever a scope is told."""
    return Scope.SENTENCE.value if scope is Scope.CLAUSE else scope.value


def _related_row(report: FileReport, start: int, end: int, message: str) -> Row:
    line, column = _line_and_column(report, start)
    places = (start, end) if line else (None, None)
    return {"path": report.path, "offset": places[0], "end": places[1], "line": line, "column": column, "message": message}


def _fix_row(report: FileReport, fix: Fix | None) -> Row | None:
    if fix is None:
        return None
    placed = _has_places(report)
    edits = [
        {
            "offset": edit.start if placed else None,
            "end": edit.end if placed else None,
            "replacement": edit.replacement if placed else edit.seen,
        }
        for edit in fix.edits
    ]
    return {"applicability": fix.applicability.value, "edits": edits}


def _evidence_rows(report: FileReport, evidence: Iterable[Evidence]) -> list[Row]:
    placed = _has_places(report)
    return [
        {
            "text": piece.text,
            "offset": piece.start if placed else None,
            "end": piece.end if placed else None,
            "relationship": piece.relationship.value if piece.relationship else None,
            "scope": scope_told(piece.scope),
            "weight": _rounded(piece.weight),
            "counted": piece.counted,
            "why": piece.why,
        }
        for piece in evidence
    ]


def _line_and_column(report: FileReport, offset: int | None) -> tuple[int | None, int | None]:
    if offset is None or report.source is None or not report.source.has_places:
        return None, None
    return lines_of(report.source.text).place(offset)


def _has_places(report: FileReport) -> bool:
    return report.source is not None and report.source.has_places


def _location_row(location: Location | None) -> Row | None:
    return None if location is None else {"label": location.label, **dict(location.details)}


def _rounded(figure: float) -> float:
    return round(figure, 4)
