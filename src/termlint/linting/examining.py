"""One file, from its name to its report. Nothing is written here, so that it may be stopped at any time."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from termlint.config import EffectiveStyle
from termlint.linting.cache.reports import ReportCache
from termlint.linting.line_ranges import Spans, within
from termlint.linting.lint import LoadingLimits, known_report, lint_source, load_target, needs_reading
from termlint.linting.prefilter import ESCAPING_EXTENSIONS, EXTENSIONS
from termlint.linting.styles import HouseStyles
from termlint.linting.target import Target
from termlint.model.errors import TermlintError, UnreadableError
from termlint.model.finding import Applicability
from termlint.model.report import FileReport
from termlint.model.revision import Revision
from termlint.model.source import SourceText


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to do with each file."""

    limits: LoadingLimits = field(default_factory=LoadingLimits)
    fixes: frozenset[Applicability] = frozenset()
    """Which fixes to make; none: only look."""
    write: bool = True
    """False: make them in memory only, for a diff."""
    weights: Path | None = None
    """Weights other than the shipped ones."""
    reason: str | None = None
    """Suppress what is found, for this reason, and fix nothing."""
    explained: bool = False
    """Tell the evidence of every mention, not only of those that are reported."""
    revision: Revision | None = None
    """Write fixes as tracked changes where the format has them."""
    kept: ReportCache | None = None
    """Where reports of earlier runs are."""


@dataclass(frozen=True, slots=True)
class Examiner:
    styles: HouseStyles
    wishes: Wishes

    def __call__(self, target: Target) -> FileReport:
        """With fixes made in memory where they are wished for: ``original`` and ``source`` tell them."""
        style, wishes = self.styles.of(Path(target.file)), self.wishes
        try:
            source, format = load_target(target, wishes.limits)
        except UnreadableError as error:
            return FileReport(target.path, skipped=str(error))
        note: tuple[str, ...] = ()
        if wishes.fixes or wishes.reason is not None:
            try:
                return self._edited(target, source, style, format)
            except (TermlintError, ImportError):
                raise
            except UnreadableError as error:
                note = (str(error),)
            except Exception as error:  # noqa: BLE001 (what goes wrong between two fixes must cost one file, never the run)
                note = (f"not fixed: termlint failed on it ({type(error).__name__})",)
        report = lint_source(source, style, format=format, weights=wishes.weights, explained=wishes.explained, kept=wishes.kept)
        return replace(within(report, _spans(target, source)), notes=note)

    def _edited(self, target: Target, source: SourceText, style: EffectiveStyle, format: str | None) -> FileReport:
        wishes = self.wishes
        if wishes.reason is not None:
            from termlint.linting.suppressing import suppress_source

            return suppress_source(
                source, style, reason=wishes.reason, format=format, weights=wishes.weights, lines=target.lines
            )
        from termlint.linting.fixing import fix_source

        return fix_source(
            source,
            style,
            wanted=wishes.fixes,
            format=format,
            weights=wishes.weights,
            lines=target.lines,
            revision=wishes.revision,
            kept=wishes.kept,
        )

    def glance(self, target: Target) -> FileReport | None:
        """The report of a file that cannot be read, that holds nothing, or that is known; None: it has to be examined."""
        wishes = self.wishes
        if target.unreadable is None and wishes.kept is None and not _may_hold_nothing(target):
            return None
        style = self.styles.of(Path(target.file))
        try:
            source, format = load_target(target, wishes.limits)
        except UnreadableError as error:
            return FileReport(target.path, skipped=str(error))
        if not needs_reading(source, style):
            return FileReport(target.path)
        if wishes.kept is None or wishes.fixes or wishes.reason is not None:
            return None
        report = known_report(source, style, wishes.kept, format=format, weights=wishes.weights, explained=wishes.explained)
        return within(report, _spans(target, source)) if report is not None else None


def _may_hold_nothing(target: Target) -> bool:
    return target.path.lower().endswith((*EXTENSIONS, *ESCAPING_EXTENSIONS))


def _spans(target: Target, source: SourceText) -> Spans | None:
    return target.lines.spans(source.text) if target.lines is not None and source.has_places else None
