"""One file: load, prefilter, read, analyse, judge."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from termlint.analysis import ReadingInputs, read_agreement, read_mentions
from termlint.config import EffectiveStyle
from termlint.judging import judge, judge_agreement, judge_suppressions, may_be_reported, silence
from termlint.linting.cache.reports import ReportCache
from termlint.linting.prefilter import ESCAPING_EXTENSIONS, EXTENSIONS, may_mention
from termlint.linting.target import Target
from termlint.model.agreement import AgreementReading
from termlint.model.document import Document
from termlint.model.errors import TermlintError, UnreadableError
from termlint.model.finding import Finding, Verdict, VerdictKind
from termlint.model.report import FileReport
from termlint.model.source import SourceText
from termlint.reading import format_of, load, read


@dataclass(frozen=True, slots=True)
class LoadingLimits:
    limit: int = 10_000_000
    """Bytes; a larger file is skipped."""
    encoding: str | None = None
    """Of files that are not UTF-8 and have no byte order mark; None: such a file is skipped."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file read and judged."""

    document: Document
    verdicts: tuple[Verdict, ...]
    agreement: AgreementReading | None = None
    beside: tuple[Finding, ...] = ()
    """Findings of no mention: of the suppressions themselves."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        found = [
            verdict.finding for verdict in self.verdicts if verdict.kind is VerdictKind.FLAG and verdict.finding is not None
        ]
        return tuple(sorted((*found, *self.beside), key=lambda one: (one.start or 0, one.code)))


def load_target(target: Target, limits: LoadingLimits) -> tuple[SourceText, str | None]:
    """The decoded file and its format, None where its name tells it. Raises ``UnreadableError``."""
    if target.unreadable is not None:
        raise UnreadableError(target.unreadable)
    format = _format_of(target)
    return load(Path(target.file), display=target.path, limit=limits.limit, encoding=limits.encoding), format


def lint_source(
    source: SourceText,
    style: EffectiveStyle,
    *,
    format: str | None = None,
    weights: Path | None = None,
    explained: bool = False,
    kept: ReportCache | None = None,
) -> FileReport:
    """The report of a decoded file. ``weights``: a file of weights other than the shipped ones.

    ``explained``: with the evidence of every mention, not only of those that are reported. ``kept``: where reports of earlier
    runs are; the same report with and without.
    """
    if not needs_reading(source, style):
        return FileReport(source.path)
    if kept is None:
        return _report(source, style, format, weights, explained)
    key = kept.key(source, style, format=format, weights=weights, explained=explained)
    report = kept.find(key, source)
    if report is None:
        report = _report(source, style, format, weights, explained)
        kept.keep(key, report)
    return report


def known_report(
    source: SourceText,
    style: EffectiveStyle,
    kept: ReportCache,
    *,
    format: str | None = None,
    weights: Path | None = None,
    explained: bool = False,
) -> FileReport | None:
    """The report of an earlier run of the same text; None where there is none."""
    return kept.find(kept.key(source, style, format=format, weights=weights, explained=explained), source)


def _report(source: SourceText, style: EffectiveStyle, format: str | None, weights: Path | None, explained: bool) -> FileReport:
    try:
        reading = read_and_judge(source, style, format=format, weights=weights, explained=explained)
    except (TermlintError, ImportError):  # a house style or an installation that does not hold: no file can be read
        raise
    except UnreadableError as error:
        return FileReport(source.path, skipped=str(error))
    except Exception as error:  # noqa: BLE001 (a reader's fault must cost one file, never the run)
        return FileReport(source.path, skipped=f"termlint failed on it ({type(error).__name__}: {_first_line(error)})")
    return FileReport(source.path, source, reading.verdicts, reading.findings, agreement=reading.agreement)


def read_and_judge(
    source: SourceText,
    style: EffectiveStyle,
    *,
    format: str | None = None,
    weights: Path | None = None,
    explained: bool = False,
) -> Reading:
    """Raises ``UnreadableError`` where the file's own declaration is wrong. A file's declaration beats the house style's."""
    document = read(source, format=format, fields=style.fields)
    agreement = read_agreement(document, style.watched, setting=style.agreements.value)
    wanted = None if explained else partial(may_be_reported, style=style, whole=bool(agreement.parties))
    inputs = ReadingInputs(style.watched, style.cues, document.declared or style.declared, weights, wanted)
    mentions = read_mentions(document, inputs, agreement)
    told = judge_agreement(document, agreement, mentions, style) if agreement.parties or agreement.loose else None
    verdicts = judge(document, mentions, style, told)
    if source.has_places:  # the text of an image or a note may be read after what follows it in the file
        verdicts = tuple(sorted(verdicts, key=lambda verdict: verdict.mention.source_start))
    verdicts, beside = silence(*judge_suppressions(document, verdicts, style), style.known)
    return Reading(document, verdicts, told, beside)


def needs_reading(source: SourceText, style: EffectiveStyle) -> bool:
    """False where the bytes alone tell that no word of the house style is mentioned."""
    path = source.path.lower()
    escaping = path.endswith(ESCAPING_EXTENSIONS)
    if not escaping and not path.endswith(EXTENSIONS):
        return True
    forms = tuple(form for term in style.watched for form in (term.singular, term.plural))
    return may_mention(source.text.encode("utf-8", "surrogatepass"), forms, escapes=escaping)


def _format_of(target: Target) -> str | None:
    """None lets the reader go by the name. A file named without any extension (``README``) is plain text."""
    if format_of(target.path) is not None:
        return None
    name = target.path.rpartition("/")[2]
    if "." not in name:
        return "text"
    raise UnreadableError(f"unknown format ({name[name.rindex('.') :]})")


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
