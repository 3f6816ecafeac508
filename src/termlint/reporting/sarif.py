"""SARIF 2.1.0, as GitHub code scanning and editors read it."""

import re
from pathlib import PurePosixPath
from urllib.parse import quote

from termlint.model.finding import Applicability, Edit, Finding
from termlint.model.mention import Evidence
from termlint.model.report import FileReport
from termlint.reporting.json_report import dumped
from termlint.reporting.messages import message_of
from termlint.reporting.printable import printable
from termlint.reporting.regions import Unit, region
from termlint.reporting.rule_links import PROJECT
from termlint.reporting.run import Run
from termlint.reporting.sarif_rules import LEVELS, rule_rows
from termlint.version import __version__

Row = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RELATED = 100
"""How many related locations GitHub keeps."""
_EVIDENCE = 3
"""How many of them tell what speaks for the reading; ``--format json`` has all."""
_WHOLE_FILE = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
_DRIVE = re.compile("[A-Za-z]:/")


def sarif_report(run: Run) -> str:
    """Without ``primaryLocationLineHash``: GitHub's upload action reckons it from the checked-out files.

    What a baseline or a suppression keeps silent is not among the results: GitHub would open an alert for each.
    """
    rules = rule_rows({finding.code for _, finding in run.findings()})
    indices = {str(rule["id"]): index for index, rule in enumerate(rules)}
    driver = {
        "name": "termlint",
        "informationUri": PROJECT,
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
    }
    skips = [_skip(report, run) for report in run.reports if report.skipped is not None]
    whole = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "termlint/"},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": skips}],
        "results": [_result(report, finding, run, indices) for report, finding in run.findings()],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [whole]})


def _result(report: FileReport, finding: Finding, run: Run, indices: dict[str, int]) -> Row:
    related = _related(report, finding, run)
    message = _plain(message_of(finding))
    for number, one in enumerate(finding.related[:_RELATED], start=1):
        message += f" ([{_link_text(one.message)}]({number}))"
    result: Row = {
        "ruleId": finding.code,
        "ruleIndex": indices[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [
            _location(report, finding.start, finding.end, run, label=finding.location.label if finding.location else None)
        ],
        "partialFingerprints": {"termlint/v1": finding.fingerprint},
    }
    if run.has_baseline(report.path):
        result["baselineState"] = "new"
    if related:
        result["relatedLocations"] = related
    fix = _fix(report, finding, run)
    if fix is not None:
        result["fixes"] = [fix]
    result["properties"] = {
        "confidence": round(finding.confidence, 4),
        "relationship": finding.relationship.value if finding.relationship else None,
    }
    return result


def _related(report: FileReport, finding: Finding, run: Run) -> list[Row]:
    """The other places of the finding, then what speaks most for its reading."""
    places = [(one.start, one.end, one.message) for one in finding.related[:_RELATED]]
    if report.source is not None and report.source.has_places:
        places += [
            (piece.start, piece.end, f'"{piece.text}" speaks for {piece.relationship.value}')
            for piece in _strongest(finding)
            if piece.start is not None and piece.end is not None and piece.relationship is not None
        ]
    return [
        {"id": number, **_location(report, start, end, run), "message": {"text": _plain(printable(message))}}
        for number, (start, end, message) in enumerate(places[:_RELATED], start=1)
    ]


def _strongest(finding: Finding) -> list[Evidence]:
    speaking = [
        piece
        for piece in finding.evidence
        if piece.counted and piece.start is not None and piece.relationship is finding.relationship and piece.relationship
    ]
    return sorted(speaking, key=lambda piece: -piece.weight)[:_EVIDENCE]


def _location(report: FileReport, start: int | None, end: int | None, run: Run, *, label: str | None = None) -> Row:
    """A file without lines is shown at its first one; what a person calls the place is its logical location."""
    place = region(report.source, start, end, unit=Unit.UTF_16)
    lines = _WHOLE_FILE
    if place is not None:
        lines = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    location: Row = {"physicalLocation": {"artifactLocation": {"uri": _uri(report, run)}, "region": lines}}
    if label:
        location["logicalLocations"] = [{"fullyQualifiedName": printable(label)}]
    return location


def _fix(report: FileReport, finding: Finding, run: Run) -> Row | None:
    fix = finding.fix
    if fix is None or not fix.edits or fix.applicability is Applicability.DISPLAY_ONLY:
        return None
    replacements = [_replacement(report, edit) for edit in sorted(fix.edits, key=lambda edit: (edit.start, edit.end))]
    if report.source is None or not report.source.fixable or None in replacements:
        return None
    return {
        "description": {"text": _plain(printable(f'write "{finding.suggestion}" ({fix.applicability.value})'))},
        "artifactChanges": [{"artifactLocation": {"uri": _uri(report, run)}, "replacements": replacements}],
    }


def _replacement(report: FileReport, edit: Edit) -> Row | None:
    place = region(report.source, edit.start, edit.end, unit=Unit.UTF_16)
    if place is None:
        return None
    deleted = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"deletedRegion": deleted, "insertedContent": {"text": edit.replacement}}


def _skip(report: FileReport, run: Run) -> Row:
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(report, run)}}}
    return {"level": "warning", "message": {"text": _plain(printable(f"skipped: {report.skipped}"))}, "locations": [place]}


def _uri(report: FileReport, run: Run) -> str:
    """Percent-encoded bytes of the name, so that every name a disk can hold has a URI of its own."""
    path = run.repository_path(report.path)
    uri = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    if _DRIVE.match(path):
        return "file:///" + uri.replace("%3A", ":", 1)
    return f"file://{uri}" if PurePosixPath(path).is_absolute() else uri


def _plain(text: str) -> str:
    """``[word](1)`` in a document is no link of ours."""
    return re.sub(r"\[(?=[^\[\]]*\]\()", r"\\[", text)


def _link_text(text: str) -> str:
    return re.sub(r"([\[\]\\])", r"\\\1", printable(text))
