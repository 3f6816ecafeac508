"""Writing suppressions for what is found, one comment a line, so that nothing but comments comes into the file."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from termlint.config import EffectiveStyle
from termlint.judging import SUPPRESSION_CODES
from termlint.linting.comment_forms import CommentForm, form_for
from termlint.linting.line_ranges import LineRanges, Spans, shifted, touches, within
from termlint.linting.lint import Reading, lint_source, read_and_judge
from termlint.linting.splicing import apply_edits
from termlint.linting.verifying import reads_as_planned
from termlint.model.document import Block, BlockKind
from termlint.model.errors import UnreadableError
from termlint.model.finding import Edit, Exemption, Finding, VerdictKind
from termlint.model.report import FileReport
from termlint.model.source import Lines, SourceText

_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)*")
_TRAILING = re.compile(r"[ \t\\]*\Z")
_KEY = re.compile(r" *(?:[-?:] +)*")
_BLOCK_SCALAR = re.compile(r"[|>][+\-\d]{0,3}[ \t]*\Z")
_LINE_END = re.compile(r"\r\n|\n|\r|\Z")
_PLAIN = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING))


def suppress_source(
    source: SourceText,
    style: EffectiveStyle,
    *,
    reason: str,
    format: str | None = None,
    weights: Path | None = None,
    lines: LineRanges | None = None,
    only: Finding | None = None,
) -> FileReport:
    """The report of the text with a suppression for every finding (on ``lines``): what remains, and in ``notes`` why.

    ``only``: for this one, and so for what its rule finds beside it where the comment reaches.

    A comment that would change how the text reads, or that would not be obeyed where it stands, is not written.
    """
    spans = lines.spans(source.text) if lines is not None and source.has_places else None
    report = within(lint_source(source, style, format=format, weights=weights), spans)
    if report.source is None or all(finding.code in SUPPRESSION_CODES for finding in report.findings):
        return report
    if not source.fixable:
        return replace(report, notes=(f"not suppressed: {source.unfixable}",))
    reading = read_and_judge(source, style, format=format, weights=weights)
    wanted = _wanted(source, reading, reason, spans, only)
    if not wanted:
        return replace(report, notes=(_WITHOUT_COMMENTS,))

    def holds(edits: Sequence[Edit], silent: frozenset[int]) -> bool:
        text = apply_edits(source.text, edits)
        try:
            source.encode(text)
            after = read_and_judge(replace(source, text=text), style, format=format, weights=weights)
        except (UnicodeEncodeError, UnreadableError):
            return False
        alike = reads_as_planned(reading.document, (), after.document, comments=True)
        return alike and _silenced(reading, after) == silent

    chosen, refused = _Placing(holds).place(wanted)
    notes = (f"not suppressed: line {', '.join(map(str, refused))}: no place for a comment; {_ADVICE}",) if refused else ()
    if not chosen:
        return replace(report, notes=notes)
    edits = [edit for edit, _ in chosen]
    current = replace(source, text=apply_edits(source.text, edits))
    remaining = within(lint_source(current, style, format=format, weights=weights), shifted(spans, edits))
    suppressed = sum(len(silent) for _, silent in chosen)
    return replace(remaining, original=source, source=current, suppressed=suppressed, notes=notes)


_ADVICE = "name it under exceptions in the house style, with files and phrase, or keep a baseline"
_WITHOUT_COMMENTS = f"not suppressed: its format has no comments; {_ADVICE}"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One comment to write, and the places where it might stand, the most usual first."""

    line: int
    places: tuple[Edit, ...]
    silent: frozenset[int]
    """The verdicts that it is for."""


def _wanted(source: SourceText, reading: Reading, reason: str, spans: Spans | None, only: Finding | None) -> list[_Wanted]:
    lines = Lines.of(source.text)
    verdicts: dict[tuple[int, CommentForm], list[int]] = defaultdict(list)
    for number, verdict in enumerate(reading.verdicts):
        finding = verdict.finding
        if verdict.kind is not VerdictKind.FLAG or finding is None or finding.start is None:
            continue
        if only is not None and finding.code != only.code:
            continue
        block = reading.document.blocks[verdict.mention.block]
        form = form_for(reading.document, block)
        if form is None or not source.has_places or not form.can_hold(reason) or not touches(finding.start, finding.end, spans):
            continue
        line = lines.place(finding.start)[0]
        anchor = _anchor(source.text, lines, block, reading.document.format) if form.whole else line
        verdicts[anchor, form].append(number)
    found = []
    for (anchor, form), numbers in sorted(verdicts.items(), key=lambda one: one[0][0]):
        findings = [reading.verdicts[number].finding for number in numbers]
        if only is not None and only not in findings:
            continue
        codes = sorted({finding.code for finding in findings if finding is not None})
        first = reading.verdicts[numbers[0]].mention
        line, block = lines.place(first.source_start)[0], reading.document.blocks[first.block]
        places = _places(source.text, lines, anchor, line, block, form, codes, reason)
        found.append(_Wanted(line, places, frozenset(numbers)))
    return found


def _anchor(text: str, lines: Lines, block: Block, format: str) -> int:
    """The line where the block begins for whoever writes a comment before it: that of its key, or of its entry."""
    line = lines.place(block.segments[0].source_start)[0]
    if format == "gettext":
        while line > 1 and _line(text, lines, line - 1).strip():
            line -= 1
    if format in ("yaml", "markdown", "mdx"):
        above, indent = line - 1, _indent(_line(text, lines, line))
        while above > 1 and (not (written := _line(text, lines, above)).strip() or _indent(written) >= indent):
            above -= 1
        key = _KEY.match(_line(text, lines, above)) if above else None
        if key and len(key[0]) < indent and _BLOCK_SCALAR.search(_line(text, lines, above)):
            return above
    return line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _places(
    text: str,
    lines: Lines,
    anchor: int,
    line: int,
    block: Block,
    form: CommentForm,
    codes: list[str],
    reason: str,
) -> tuple[Edit, ...]:
    written = _line(text, lines, anchor)
    line_end = _line_end(text)
    quoted = _QUOTED.match(written)
    indent = quoted[0] if quoted and not form.whole else written[: len(written) - len(written.lstrip())]
    alone = indent + form.written("disable-next-line", codes, reason) + line_end * (2 if form.apart else 1)
    above = _line(text, lines, anchor - 1) if anchor > 1 else ""
    if form.apart and above.strip():
        alone = line_end + alone
    before = Edit(lines.starts[anchor - 1], lines.starts[anchor - 1], alone)
    if not form.inline:
        return (before,)
    comment = form.written("disable-line", codes, reason)
    here = _line(text, lines, line)
    trailing = _TRAILING.search(here)
    end = lines.starts[line - 1] + (trailing.start() if trailing else len(here))
    behind = Edit(end, end, f" {comment}")
    places = [before, behind] if block.kind in _PLAIN and not above.strip() and not indent else [behind, before]
    if here.rstrip().endswith("|"):  # a row of a table
        places.insert(0, Edit(end - 1, end - 1, f"{comment} "))
    return tuple(places)


class _Placing:
    """Finds places for comments by halves, so that one that does not fit costs little."""

    def __init__(self, holds: Callable[[Sequence[Edit], frozenset[int]], bool]) -> None:
        self._holds = holds
        self._chosen: list[tuple[Edit, frozenset[int]]] = []
        self._refused: list[int] = []

    def place(self, wanted: Sequence[_Wanted]) -> tuple[list[tuple[Edit, frozenset[int]]], list[int]]:
        """Each edit with the verdicts that it is for, and the lines for which there is none."""
        self._settle(wanted)
        return self._chosen, self._refused

    def _settle(self, wanted: Sequence[_Wanted]) -> None:
        if not wanted or self._take([(one.places[0], one.silent) for one in wanted]):
            return
        if len(wanted) > 1:
            self._settle(wanted[: len(wanted) // 2])
            self._settle(wanted[len(wanted) // 2 :])
        elif not any(self._take([(place, wanted[0].silent)]) for place in wanted[0].places[1:]):
            self._refused.append(wanted[0].line)

    def _take(self, more: list[tuple[Edit, frozenset[int]]]) -> bool:
        together = [*self._chosen, *more]
        if not self._holds([edit for edit, _ in together], frozenset[int]().union(*(silent for _, silent in together))):
            return False
        self._chosen = together
        return True


def _silenced(before: Reading, after: Reading) -> frozenset[int] | None:
    """The verdicts that are suppressed now; None where anything else is judged otherwise, or a suppression is wrong itself."""
    if len(before.verdicts) != len(after.verdicts) or len(after.beside) > len(before.beside):
        return None
    pairs = enumerate(zip(before.verdicts, after.verdicts, strict=True))
    changed = {number: new for number, (old, new) in pairs if (old.kind, old.exemption) != (new.kind, new.exemption)}
    return frozenset(changed) if all(new.exemption is Exemption.SUPPRESSION for new in changed.values()) else None


def _line(text: str, lines: Lines, number: int) -> str:
    start = lines.starts[number - 1]
    end = _LINE_END.search(text, start)
    return text[start : end.start() if end else len(text)]


def _line_end(text: str) -> str:
    end = _LINE_END.search(text)
    return (end[0] if end else "") or "\n"
