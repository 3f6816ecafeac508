"""``termlint check --interactive``: a person decides on each finding."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer

from termlint.cli.streams import tell
from termlint.model.errors import TermlintError, UnreadableError
from termlint.reporting.printable import printable
from termlint.reporting.summary import counted

if TYPE_CHECKING:
    from termlint.linting.checking import Wishes
    from termlint.linting.deciding import Deciding
    from termlint.linting.permitting import NewException
    from termlint.linting.styles import HouseStyles
    from termlint.linting.target import Target
    from termlint.model.finding import Finding
    from termlint.model.report import FileReport
    from termlint.reporting.colour import Palette

Ask = Callable[[str], str]
"""Shows a question and gives the line that was typed. Raises ``EOFError`` where there is no more to come."""

_HELP = """\
  a  apply the fix that is shown
  s  skip: leave it for now (also: Enter)
  u  suppress it: a comment beside it, with your reason
  e  add an exception to the house style: a phrase that is never reported
  f  skip the rest of this file
  q  stop here; what you decided is written
  ?  this list
A file is written once, when you are through with it. Ctrl-C stops and leaves the file you are in as it was.
"""


class _LeavingError(Exception):
    """The person wants no more questions."""


def require_alone(others: bool) -> None:
    if others:
        raise typer.BadParameter(
            "it asks about each finding of files: fixes, suppressions and other reports are not asked for beside it",
            param_hint="--interactive",
        )


def require_terminal() -> None:
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty()):
        raise TermlintError(
            "--interactive asks questions and needs a terminal for input and output; without one use --fix or --diff"
        )


def decide(
    targets: "Sequence[Target]", reports: "Sequence[FileReport]", styles: "HouseStyles", wishes: "Wishes", palette: "Palette"
) -> "list[FileReport]":
    """The reports after the decisions. ``reports`` are those of ``targets`` before them."""
    _prepare_input()
    asking = _Asking(styles, wishes, palette, _type)
    decided = list(reports)
    for number, (target, report) in enumerate(zip(targets, reports, strict=True)):
        if not report.findings:
            continue
        try:
            decided[number] = asking.go_through(target, report)
        except (KeyboardInterrupt, EOFError):
            _say("\n")
            tell(f"stopped; {target.path} is as it was")
            raise KeyboardInterrupt from None
        if asking.left:
            break
    return decided


class _Asking:
    def __init__(self, styles: "HouseStyles", wishes: "Wishes", palette: "Palette", ask: Ask) -> None:
        self._styles, self._wishes, self._palette, self._ask = styles, wishes, palette, ask
        self.left = False

    def go_through(self, target: "Target", report: "FileReport") -> "FileReport":
        """What remains in one file, which is written before this is told."""
        from termlint.linting.deciding import Deciding

        try:
            deciding = Deciding(target, self._styles, self._wishes)
        except UnreadableError as error:
            tell(f"{target.path}: skipped: {error}")
            return report
        try:
            while (finding := deciding.finding) is not None:
                self._decide_on(deciding, finding)
        except _LeavingError:
            pass
        try:
            deciding.write()
        except UnreadableError as error:
            tell(f"{target.path}: not written: {error}; what you decided in it is lost")
            return report
        if deciding.fixed or deciding.suppressed:
            tell(f"{target.path}: {counted(deciding.fixed, 'finding')} fixed, {deciding.suppressed} suppressed")
        return deciding.report

    def _decide_on(self, deciding: "Deciding", finding: "Finding") -> None:
        from termlint.reporting.asked import asked_text

        _say("\n" + asked_text(deciding.report, finding, self._palette))
        choices = {"a": self._fix} if deciding.can_fix(finding) else {}
        if deciding.can_permit(finding):
            choices |= {"u": self._suppress, "e": self._permit}
        keys = "/".join(key for key in "asuefq?" if key in choices or key in "sfq?")
        while True:
            answer = self._ask(f"  {keys} > ").strip().lower()
            if answer in ("", "s"):
                deciding.skip()
                return
            if answer in ("f", "q"):
                self.left = answer == "q"
                raise _LeavingError
            if answer not in choices:
                _say(_HELP)
                continue
            try:
                if choices[answer](deciding, finding):
                    return
            except (TermlintError, UnreadableError) as error:
                _say(f"  {printable(str(error))}\n")

    def _fix(self, deciding: "Deciding", finding: "Finding") -> bool:
        deciding.fix(finding)
        return True

    def _suppress(self, deciding: "Deciding", finding: "Finding") -> bool:
        from termlint.linting.comment_forms import ends_a_comment

        reason = self._line("  reason (Enter: not after all) > ")
        if ends_a_comment(reason):
            raise UnreadableError("that would end a comment; leave out such signs")
        if not reason:
            return False
        silent = deciding.suppress(finding, reason)
        if silent > 1:
            _say(f"  the comment reaches {silent} findings of {finding.code}\n")
        return True

    def _permit(self, deciding: "Deciding", finding: "Finding") -> bool:
        from termlint.linting.permitting import default_phrase

        proposed, source = finding.text, deciding.report.source
        if source is not None and source.has_places and finding.start is not None and finding.end is not None:
            proposed = default_phrase(source.text, finding.start, finding.end)
        phrase = self._line(f'  phrase that is never reported (Enter: "{printable(proposed)}") > ') or proposed
        reason = self._line("  reason (Enter: not after all) > ")
        if not reason:
            return False
        everywhere = self._line("  in this file only, or everywhere? f/e (Enter: f) > ").lower() == "e"
        new = deciding.permitted(finding, phrase=phrase, reason=reason, everywhere=everywhere)
        _say(_told_of(new))
        if everywhere and phrase.casefold() == finding.text.casefold():
            _say("  this is the word alone: it will be reported nowhere any more\n")
        if self._line("  write it? y/n (Enter: y) > ").lower() not in ("", "y", "yes"):
            return False
        new.write()
        self._styles.read_again()
        deciding.read_again()
        return True

    def _line(self, question: str) -> str:
        return " ".join(self._ask(question).split())


def _told_of(new: "NewException") -> str:
    what = "a new house style" if new.before is None else "the house style"
    lines = "".join(f"    {printable(line)}\n" for line in new.added.splitlines() if line.strip())
    return f"  into {what}, {printable(str(new.file))}:\n{lines}"


def _type(question: str) -> str:
    sys.stdout.flush()
    return input(question)


def _say(text: str) -> None:
    sys.stdout.write(text)


def _prepare_input() -> None:
    """Odd bytes from a keyboard become visible characters, which can be written into any file."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
