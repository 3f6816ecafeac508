"""Where the command starts. Answers what it can before any library is imported: from bytes alone, or from what is known.

A hook is handed file names, mostly of files without a watched word, and often of files that it was handed before. Reading them
takes a few milliseconds, importing a command line and an analysis takes hundreds. Whatever is not plainly known goes the long
way, which decides everything again.
"""

# Without pathlib: importing it would cost what this module saves.
# ruff: noqa: PTH112, PTH113, PTH118

import os
import sys

from termlint.linting.cache.answers import Answer, Answers
from termlint.linting.shown import shown
from termlint.reporting.summary import closing_line, fixes_line


def main() -> int:
    """The exit code of ``termlint`` with the arguments of this process."""
    try:
        return _main()
    except KeyboardInterrupt:
        return 130


def _main() -> int:
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from termlint.version import __version__

        return _tell(f"termlint {__version__}\n".encode())
    if arguments[:1] == ["check"]:
        fixing = arguments[1:2] == ["--fix"]
        names = arguments[2:] if fixing else arguments[1:]  # as the hooks are called
        if _is_plain(names):
            answers = _answers(names, fixing=fixing)
            if answers is not None and (not any(answer.told for answer in answers) or _is_colourless()):
                return _told(answers, fixing=fixing)
            _collect_garbage_seldom()
            return _check(names, fixing=fixing)
        _collect_garbage_seldom()
    from termlint.cli.run import run

    return run()


def _is_plain(names: list[str]) -> bool:
    """Whether these are names and nothing else, so that no command line has to be imported to understand them."""
    if os.name == "nt" and any(mark in name for name in names for mark in "*?[~$%"):
        return False  # there, patterns and variables are for the command to expand
    return not any(name.startswith("-") for name in names)


def _answers(names: list[str], *, fixing: bool) -> list[Answer] | None:
    """What is known of each file, in the order of a report; None where there is anything to find out."""
    answers = Answers()
    folders = [name for name in names or ["."] if os.path.isdir(name)]
    if not all(map(answers.has_any, folders)):
        return None
    files = _files_in(names or ["."]) if folders else _files(names)
    if not files:
        return None
    known = []
    for path, file in files:
        answer = answers.of(path, file, fixing=fixing)
        if answer is None:
            return None
        known.append(answer)
    if any(answer.told for answer in known) and os.environ.get("PRE_COMMIT_FROM_REF") and os.environ.get("PRE_COMMIT_TO_REF"):
        return None  # only what changed between the two is to be told
    return known


def _files(names: list[str]) -> list[tuple[str, str]] | None:
    """Each file as a report calls it, and as it is opened; None where not all are plain files, each named once."""
    seen = set()
    folders: dict[str, str] = {}
    for name in names:
        folder, base = os.path.split(name)
        if folder not in folders:
            folders[folder] = os.path.realpath(folder)
        seen.add(os.path.normcase(os.path.join(folders[folder], base)))
        if not os.path.isfile(name):
            return None
    return sorted((shown(name), name) for name in names) if len(seen) == len(names) else None


def _files_in(names: list[str]) -> list[tuple[str, str]] | None:
    """The same of files and folders; the file names alone take longer to find than to answer for."""
    from termlint.linting.walking import find_targets
    from termlint.model.errors import TermlintError
    from termlint.reading import format_of

    try:
        targets = find_targets(names, known=lambda name: format_of(name) is not None)
    except TermlintError:
        return None
    return None if any(target.unreadable for target in targets) else [(target.path, target.file) for target in targets]


def _is_colourless() -> bool:
    """Whether a report to standard output has no colours: as ``cli.streams.palette`` decides it."""
    if os.environ.get("NO_COLOR"):
        return True
    if os.environ.get("FORCE_COLOR") or sys.stdout is None:
        return False
    return not sys.stdout.isatty() or os.environ.get("TERM") == "dumb"


def _told(answers: list[Answer], *, fixing: bool) -> int:
    """The exit code of the report that ``reporting.text`` would write, once it is told."""
    closing = closing_line(
        findings=sum(answer.findings for answer in answers),
        files_with_findings=sum(answer.findings > 0 for answer in answers),
        files=len(answers),
        skipped=0,
    )
    fixes = fixes_line(
        safe=sum(answer.safe for answer in answers), unsafe=sum(answer.unsafe for answer in answers), fixing=fixing
    )
    lines = closing + "\n" + (fixes + "\n" if fixes is not None else "")
    return _tell(b"".join([answer.told for answer in answers]) + lines.encode()) or int(any(one.failing for one in answers))


def _check(names: list[str], *, fixing: bool) -> int:
    from termlint.cli.boundary import bounded
    from termlint.cli.checking import Check, run_check

    return bounded(lambda: run_check(Check(names or ["."], fixing=fixing)))


def _collect_garbage_seldom() -> None:
    """Most of what a run makes is imported and stays; looking through it for garbage would take a tenth of a short run."""
    import gc

    gc.set_threshold(100_000, 20, 100)


def _tell(report: bytes) -> int:
    try:
        sys.stdout.buffer.write(report)
        sys.stdout.flush()
    except (BrokenPipeError, AttributeError):  # nobody listens, or there is no standard output at all
        sys.stdout = None
    except OSError as error:
        sys.stdout = None
        sys.stderr.write(f"termlint: cannot write standard output: {(error.strerror or str(error)).lower()}\n")
        return 2
    return 0
