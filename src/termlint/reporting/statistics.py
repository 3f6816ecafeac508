"""``--statistics``: what stands in a corpus, and what adopting termlint there would mean."""

from collections import Counter
from collections.abc import Iterable, Iterator
from posixpath import dirname

from termlint.model.finding import Applicability, Finding, VerdictKind
from termlint.model.mention import Mention, Relationship, Sense
from termlint.reporting.json_report import dumped
from termlint.reporting.printable import display_width, printable
from termlint.reporting.run import Run
from termlint.reporting.summary import counted
from termlint.reporting.text import summary_line

_ROWS = 10
"""Of a table, unless somebody asks for more."""
_SURER = (0.95, 0.99)
"""Values of ``--min-confidence`` to foretell."""


def statistics_text(run: Run, *, rows: int | None = None) -> str:
    """``rows``: of each table; the rest is summed up."""
    parts = [_table(run, title, counts, rows or _ROWS) for title, counts in _tables(run).items() if counts]
    return "".join(part + "\n" for part in parts) + "".join(line + "\n" for line in _adopting(run))


def statistics_json(run: Run) -> str:
    """Every row of every table, most findings first."""
    told = {f"by_{title}": dict(_ranked(counts)) for title, counts in _tables(run).items()}
    fixes = _fixes(run)
    mentions = [verdict.mention for report in run.reports for verdict in report.verdicts]
    return dumped(
        {
            "version": 1,
            "files": sum(report.skipped is None for report in run.reports),
            "skipped": sum(report.skipped is not None for report in run.reports),
            "files_with_findings": sum(bool(report.findings) for report in run.reports),
            "findings": run.found,
            "fixes": {kind.value: fixes[kind] for kind in Applicability},
            "mentions": {"all": len(mentions), **_readings(mentions)},
            **told,
        }
    )


def _tables(run: Run) -> dict[str, Counter[str]]:
    found = [(report, finding) for report in run.reports for finding in report.findings]
    return {
        "rule": Counter(f"{finding.code} {finding.name}" for _, finding in found),
        "folder": Counter(dirname(report.path) or "." for report, _ in found),
        "word": Counter(" ".join(finding.text.casefold().split()) for _, finding in found),
        "relationship": Counter(finding.relationship.value if finding.relationship else "none" for _, finding in found),
    }


def _table(run: Run, title: str, counts: Counter[str], rows: int) -> str:
    ranked = _ranked(counts)
    shown = [(printable(name), number) for name, number in ranked[:rows]]
    rest = sum(number for _, number in ranked[rows:])
    if rest:
        shown.append((f"({len(ranked) - rows:,} more)", rest))
    wide = max(display_width(name) for name, _ in shown)
    tall = max(len(f"{number:,}") for _, number in shown)
    lines = [
        f"  {name}{' ' * (wide - display_width(name))}  {number:>{tall},}  {_share(number, run.found):>5}"
        for name, number in shown
    ]
    return "\n".join([run.palette.strong(f"By {title}"), *lines]) + "\n"


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def _adopting(run: Run) -> Iterator[str]:
    """What a team wants to know before it switches a linter on."""
    yield run.palette.strong("What adopting it would mean")
    yield f"  {summary_line(run)}"
    mentions = [verdict.mention for report in run.reports for verdict in report.verdicts]
    if mentions:
        told = ", ".join(f"{number:,} {reading}" for reading, number in _readings(mentions).items() if number)
        yield f"  {counted(len(mentions), 'watched word')} read: {told}"
    if not run.found:
        return
    fixes = _fixes(run)
    by_hand = run.found - fixes[Applicability.SAFE] - fixes[Applicability.UNSAFE]
    for number, what in (
        (fixes[Applicability.SAFE], "fixed by termlint check --fix"),
        (fixes[Applicability.UNSAFE], "fixed by --unsafe-fixes, each worth a look"),
        (by_hand, "for a person to write"),
    ):
        if number:
            yield f"  {number:,} ({_share(number, run.found)}) {what}"
    yield from _concentration(run)
    for least in _SURER:
        left = _left_at(run, least)
        if left < run.found:
            yield f"  with --min-confidence {least}: {counted(left, 'finding')}"


def _concentration(run: Run) -> Iterator[str]:
    """How few files hold half of the findings."""
    sizes = sorted((len(report.findings) for report in run.reports if report.findings), reverse=True)
    found, held, files = sum(sizes), 0, 0
    while held * 2 < found:
        held += sizes[files]
        files += 1
    if len(sizes) > 1:
        yield f"  half of the findings or more stand in {counted(files, 'file')} (of {len(sizes):,} with any)"


def _left_at(run: Run, least: float) -> int:
    """Findings that a higher confidence would leave. A rule that goes by no reading keeps its findings."""
    kept = 0
    for report in run.reports:
        flagged = [(verdict.mention, verdict.finding) for verdict in report.verdicts if verdict.kind is VerdictKind.FLAG]
        doubtful = sum(finding is not None and _is_doubtful(mention, finding, least) for mention, finding in flagged)
        kept += len(report.findings) - doubtful
    return kept


def _is_doubtful(mention: Mention, finding: Finding, least: float) -> bool:
    return finding.code in ("TL101", "TL102") and not mention.declared and finding.confidence < least


def _fixes(run: Run) -> Counter[Applicability]:
    return Counter(finding.fix.applicability for report in run.reports for finding in report.findings if finding.fix)


def _readings(mentions: Iterable[Mention]) -> dict[str, int]:
    counts = Counter(
        "no party" if mention.sense is not Sense.PARTY or mention.relationship is None else mention.relationship.value
        for mention in mentions
    )
    return {reading: counts[reading] for reading in (*(one.value for one in Relationship), "no party")}


def _share(number: int, whole: int) -> str:
    """Never 0 % of something, nor 100 % of less than all."""
    if not whole:
        return "0 %"
    share = round(100 * number / whole)
    return f"{min(max(share, 1 if number else 0), 99 if number < whole else 100)} %"
