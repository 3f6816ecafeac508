"""What the linting found in one file, as plain values for whoever reports it."""

from dataclasses import dataclass

from termlint.model.agreement import AgreementReading
from termlint.model.finding import Finding, Verdict
from termlint.model.source import SourceText


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file. Offsets in ``verdicts`` and ``findings`` count in ``source.text``."""

    path: str
    source: SourceText | None = None
    """None where the file was skipped, and where it holds nothing to tell."""
    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    """In the order of their places."""
    skipped: str | None = None
    """Why the file could not be read; it then has no verdicts."""
    original: SourceText | None = None
    """The file before its fixes, where it has any."""
    fixed: int = 0
    """Fixes applied to ``source``."""
    suppressed: int = 0
    """Findings for which ``source`` got a suppression."""
    agreement: AgreementReading | None = None
    """Where the file is an agreement that defines a watched term, or that uses one as a term defined elsewhere."""
    notes: tuple[str, ...] = ()
    """What a person should know of this file: a fix that could not be made, a file that could not be written."""
