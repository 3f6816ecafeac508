"""Where a run's time and memory go: the real check of files or folders, told by phase.

    python bench/phases.py PATHS

One process, no cache. A phase's time is its own: what it calls of another phase is told there. Memory is by how much the most
ever held grew meanwhile, which tells who needed it first.
"""

import contextlib
import gc
import importlib
import io
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

os.environ["TERMLINT_NO_CACHE"] = "1"

WATCHED = {
    "walking": ["cli.checking:targets_of"],
    "house style": ["linting.styles:HouseStyles.of"],
    "bytes": ["linting.examining:load_target"],
    "prefilter": ["linting.lint:needs_reading"],
    "reading": ["linting.lint:read"],
    "loading": [
        "analysis.reader:load_pipeline",
        "analysis.pipeline:load_weights",
        "rulebook.cues:load_compiled",
        "rulebook.senses:load_compiled",
    ],
    "agreement": ["linting.lint:read_agreement", "linting.lint:judge_agreement"],
    "layout": ["analysis.pipeline:lay_out"],
    "cues": ["analysis.pipeline:DocumentViews"],
    "sense": ["analysis.pipeline:SenseViews", "analysis.pipeline:read_senses"],
    "relationship": ["analysis.pipeline:read_relationships"],
    "other analysis": ["linting.lint:read_mentions"],
    "verdict": ["linting.lint:judge", "linting.lint:judge_suppressions", "linting.lint:silence"],
    "report": ["cli.checking:show_report"],
}


class Phases:
    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter({"interpreter": time.process_time()})
        self.kilobytes: Counter[str] = Counter({"interpreter": held()})
        self._at: list[str] = ["everything else"]
        self._since = (time.process_time(), held())

    @contextlib.contextmanager
    def phase(self, name: str) -> Iterator[None]:
        self._settle()
        self._at.append(name)
        try:
            yield
        finally:
            self._settle()
            self._at.pop()

    def watch(self, name: str, where: str) -> None:
        """A function that is gone is an error: then this table is out of date."""
        module, _, path = where.partition(":")
        *owners, attribute = path.split(".")
        owner: Any = importlib.import_module(f"termlint.{module}")
        for each in owners:
            owner = getattr(owner, each)
        original: Callable[..., Any] = getattr(owner, attribute)

        def watched(*arguments: Any, **options: Any) -> Any:
            with self.phase(name):
                return original(*arguments, **options)

        setattr(owner, attribute, watched)

    def _settle(self) -> None:
        now = (time.process_time(), held())
        self.seconds[self._at[-1]] += now[0] - self._since[0]
        self.kilobytes[self._at[-1]] += now[1] - self._since[1]
        self._since = now


def held() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    names = sys.argv[1:]
    if not names:
        sys.exit(__doc__)
    gc.set_threshold(100_000, 20, 100)  # as the command has it
    phases = Phases()
    with phases.phase("import of the command"):
        from termlint.cli.checking import Check, run_check
    with phases.phase("import with spaCy"):
        importlib.import_module("termlint.analysis.reader")
    for name, places in WATCHED.items():
        for where in places:
            phases.watch(name, where)
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")):
        run_check(Check(names, jobs=1))
    with phases.phase(""):
        pass
    total = sum(phases.seconds.values())
    for name, seconds in phases.seconds.items():
        if name:
            print(f"{name:<24} {seconds * 1000:8.1f} ms {seconds / total:6.1%} {phases.kilobytes[name] / 1024:8.1f} MiB")  # noqa: T201
    print(f"{'all':<24} {total * 1000:8.1f} ms {1:6.1%} {held() / 1024:8.1f} MiB")  # noqa: T201


if __name__ == "__main__":
    main()
