"""One file while a person decides on its findings, one after the other. Nothing is written before ``write``."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from termlint.judging import SUPPRESSION_CODES
from termlint.linting.examining import Wishes
from termlint.linting.fixing import fix_one
from termlint.linting.line_ranges import Spans, shifted, within
from termlint.linting.lint import lint_source, load_target
from termlint.linting.permitting import NewException, new_exception
from termlint.linting.styles import HouseStyles
from termlint.linting.suppressing import suppress_source
from termlint.linting.target import Target
from termlint.linting.writing import replace_bytes
from termlint.model.errors import TermlintError, UnreadableError
from termlint.model.finding import Applicability, Edit, Finding
from termlint.model.report import FileReport
from termlint.model.source import SourceText


class Deciding:
    """``report`` is what stands in the file with the decisions made so far."""

    def __init__(self, target: Target, styles: HouseStyles, wishes: Wishes) -> None:
        """Raises ``UnreadableError``."""
        self._target, self._styles, self._wishes = target, styles, wishes
        self._file = Path(target.file)
        self._before, self._format = load_target(target, wishes.limits)
        self._source = self._before
        in_lines = target.lines is not None and self._before.has_places
        self._spans: Spans | None = target.lines.spans(self._before.text) if in_lines and target.lines is not None else None
        self._passed = (-1, "")
        self.fixed = self.suppressed = 0
        self.report = self._read()

    @property
    def finding(self) -> Finding | None:
        """The one to decide on; None at the end of the file."""
        return next((finding for finding in self.report.findings if _place(finding) > self._passed), None)

    def can_fix(self, finding: Finding) -> bool:
        fix = finding.fix
        return fix is not None and bool(fix.edits) and fix.applicability is not Applicability.DISPLAY_ONLY

    def can_permit(self, finding: Finding) -> bool:
        """What is said of suppressions themselves, nobody suppresses."""
        return finding.code not in SUPPRESSION_CODES

    def skip(self) -> None:
        if self.finding is not None:
            self._passed = _place(self.finding)

    def fix(self, finding: Finding) -> None:
        """Raises ``UnreadableError`` with the reason where nothing was changed."""
        if not self._source.fixable:
            raise UnreadableError(f"not fixed: {self._source.unfixable}")
        fixed = fix_one(self._source, self._style, finding, format=self._format, weights=self._wishes.weights)
        if fixed is None or finding.fix is None:
            raise UnreadableError("not fixed: it would change more than the word")
        self.fixed += 1
        self._change(fixed, finding.fix.edits)

    def suppress(self, finding: Finding, reason: str) -> int:
        """How many findings are silent now. Raises ``UnreadableError`` with the reason where none is."""
        report = suppress_source(
            self._source, self._style, reason=reason, format=self._format, weights=self._wishes.weights, only=finding
        )
        if report.original is None or report.source is None:
            raise UnreadableError(" ".join(report.notes) or "not suppressed")
        self.suppressed += report.suppressed
        self._change(report.source, (_insertion(self._source.text, report.source.text),))
        return report.suppressed

    def permitted(self, finding: Finding, *, phrase: str, reason: str, everywhere: bool) -> NewException:
        """What to write into the house style. Raises ``TermlintError`` where that cannot be or would not silence it."""
        new = new_exception(self._styles, self._file, phrase=phrase, reason=reason, everywhere=everywhere)
        style = self._styles.of(self._file, above=new.style)
        after = lint_source(self._source, style, format=self._format, weights=self._wishes.weights)
        if any((one.code, one.start, one.key) == (finding.code, finding.start, finding.key) for one in after.findings):
            raise TermlintError(f'"{phrase}" would not silence this: the phrase has to stand here, with the word in it')
        return new

    def read_again(self) -> None:
        """The house style has changed."""
        self.report = self._read()

    def write(self) -> None:
        """Raises ``UnreadableError`` with the reason where the file stays as it was."""
        if self._source is self._before:
            return
        before, after = self._before.encode(self._before.text), self._source.encode(self._source.text)
        replace_bytes(self._target.file, before=before, after=after)

    def _read(self) -> FileReport:
        self._style = self._styles.of(self._file)
        report = lint_source(self._source, self._style, format=self._format, weights=self._wishes.weights)
        report = within(report, self._spans)
        return replace(report, fixed=self.fixed, suppressed=self.suppressed)

    def _change(self, source: SourceText, edits: Sequence[Edit]) -> None:
        self._spans = shifted(self._spans, edits)
        start, code = self._passed
        grown = sum(len(edit.replacement) - (edit.end - edit.start) for edit in edits if edit.end <= start)
        self._passed, self._source = (start + grown, code), source
        self.report = self._read()


def _place(finding: Finding) -> tuple[int, str]:
    return finding.start or 0, finding.code


def _insertion(before: str, after: str) -> Edit:
    at = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    return Edit(at, at, after[at : at + len(after) - len(before)])
