"""Where the command starts. Decides "nothing to do" from bytes alone, before any library is imported.

A hook is handed file names, mostly of files without a watched word. Reading them takes a few milliseconds, importing a
command line and an analysis takes hundreds. Whatever is not plainly nothing goes the long way, which decides everything again.
"""

# Without pathlib: importing it would cost what this module saves.
# ruff: noqa: PTH100, PTH113, PTH114, PTH118, PTH120, PTH123, PTH202

import os
import sys

from termlint.linting.prefilter import EXTENSIONS, may_mention
from termlint.reporting.summary import closing_line

_LIMIT = 10_000_000


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

        return _tell(f"termlint {__version__}")
    if arguments[:1] == ["check"]:
        fixing = arguments[1:2] == ["--fix"]
        names = arguments[2:] if fixing else arguments[1:]  # as the hooks are called
        if _nothing_to_do(names):
            return _tell(closing_line(findings=0, files_with_findings=0, files=len(names), skipped=0))
        _collect_garbage_seldom()
        if _is_plain(names):
            return _check(names, fixing)
    from termlint.cli.run import run

    return run()


def _collect_garbage_seldom() -> None:
    """Most of what a run makes is imported and stays; looking through it for garbage would take a tenth of a short run."""
    import gc

    gc.set_threshold(100_000, 20, 100)


def _is_plain(names: list[str]) -> bool:
    """Whether these are names and nothing else, so that no command line has to be imported to understand them."""
    if os.name == "nt" and any(mark in name for name in names for mark in "*?[~$%"):
        return False  # there, patterns and variables are for the command to expand
    return not any(name.startswith("-") for name in names)


def _check(names: list[str], fixing: bool) -> int:
    from termlint.cli.boundary import bounded
    from termlint.cli.checking import Check, run_check

    return bounded(lambda: run_check(Check(names or ["."], fixing=fixing)))


def _nothing_to_do(names: list[str]) -> bool:
    """Whether all are plain files of a known format, each once, without a watched word, under the default house style."""
    folders: set[str] = set()
    seen: set[str] = set()
    for name in names:
        if name.startswith("-") or not name.lower().endswith(EXTENSIONS):
            return False
        path = os.path.normcase(os.path.abspath(name))
        if path in seen or not os.path.isfile(path) or os.path.islink(path) or os.path.getsize(path) > _LIMIT:
            return False
        seen.add(path)
        if _house_style_above(os.path.dirname(path), folders):
            return False
        try:
            with open(path, "rb", buffering=0) as file:
                raw = file.read()
        except OSError:
            return False
        if may_mention(raw):
            return False
    return bool(names)


def _house_style_above(folder: str, cleared: set[str]) -> bool:
    """Whether a house style or a baseline may hold in ``folder``; folders known to be without either are in ``cleared``."""
    while folder not in cleared:
        cleared.add(folder)
        project = os.path.join(folder, "pyproject.toml")
        ours = any(os.path.lexists(os.path.join(folder, name)) for name in (".termlint.yaml", ".termlint-baseline.json"))
        if ours or (os.path.lexists(project) and _speaks_of_us(project)):
            return True
        if os.path.lexists(os.path.join(folder, ".git")):
            return False
        folder = os.path.dirname(folder)
    return False


def _speaks_of_us(project: str) -> bool:
    try:
        with open(project, "rb") as file:
            return b"termlint" in file.read()
    except OSError:
        return True


def _tell(line: str) -> int:
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except (BrokenPipeError, AttributeError):  # nobody listens, or there is no standard output at all
        sys.stdout = None
    except OSError as error:
        sys.stdout = None
        sys.stderr.write(f"termlint: cannot write standard output: {(error.strerror or str(error)).lower()}\n")
        return 2
    return 0
