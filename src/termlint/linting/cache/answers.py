"""What a plain check of a file told, as it was printed: the fast start prints it again, and imports nothing to do so.

Entries are text and figures. The fast start imports this, so it imports next to nothing.
"""

# Without pathlib and dataclasses, which take longer to import than all of this to run.
# ruff: noqa: PTH100, PTH112, PTH114, PTH118, PTH120, PTH123, PTH202

import os

from termlint.linting.cache.digest import digest
from termlint.linting.cache.installation import installation
from termlint.linting.cache.standing import Standing, note_style, standing_of
from termlint.linting.prefilter import ESCAPING_EXTENSIONS, EXTENSIONS, may_mention

_LIMIT = 10_000_000
_CONTROLS = bytes(code for code in range(256) if code in (10, *range(32, 127), *range(128, 256)))
_MORE_CONTROLS = tuple(b"\xc2%c" % code for code in range(0x80, 0xA0))


class Answer:
    """What is told of one file."""

    __slots__ = ("failing", "findings", "safe", "told", "unsafe")

    def __init__(self, told: bytes, findings: int, safe: int, unsafe: int, failing: int) -> None:
        self.told = told
        """Its findings, without colours."""
        self.findings = findings
        self.safe = safe
        """How many of them could be fixed."""
        self.unsafe = unsafe
        self.failing = failing
        """How many of them make the run fail."""


NOTHING = Answer(b"", 0, 0, 0, 0)


class Answers:
    """Finds and keeps answers of this installation."""

    def __init__(self, *, checked: bool = False) -> None:
        """``checked``: house styles and baselines have been read and hold."""
        self._installed = installation()
        self._checked = checked
        self._standings: dict[str, Standing | None] = {}

    def of(self, path: str, file: str, *, fixing: bool) -> Answer | None:
        """What a plain check tells of a file, named ``path`` in reports; None where only reading it can tell."""
        try:
            return self._of(path, file, fixing)
        except (OSError, ValueError):  # which the long way will complain of, or not
            return None

    def _of(self, path: str, file: str, fixing: bool) -> Answer | None:
        standing = self._standing(file)
        if standing is None or os.path.islink(file) or os.path.getsize(file) > _LIMIT:
            return None
        with open(file, "rb", buffering=0) as stream:
            raw = stream.read()
        name = file.lower()
        if name.endswith(EXTENSIONS) and not may_mention(raw, standing.words):
            return NOTHING
        if name.endswith(ESCAPING_EXTENSIONS) and not may_mention(raw, standing.words, escapes=True):
            return NOTHING
        if os.environ.get("TERMLINT_NO_CACHE"):
            return None
        kept = standing.folder.get(self._key(standing, path, file, raw, fixing))
        return _answer(kept) if kept is not None else None

    def has_any(self, folder: str) -> bool:
        """Whether it is worth asking for the files of a folder."""
        try:
            standing = self._standing(os.path.join(folder, ""))
        except (OSError, ValueError):
            return False
        return standing is not None and os.path.isdir(standing.folder.path)

    def keep(self, path: str, file: str, raw: bytes, answer: Answer, *, fixing: bool) -> None:
        try:
            standing = self._standing(file)
            key = self._key(standing, path, file, raw, fixing) if standing is not None else b""
        except (OSError, ValueError):
            return
        if standing is not None and standing.folder.get(key) is None:
            figures = b"%d %d %d %d\n" % (answer.findings, answer.safe, answer.unsafe, answer.failing)
            standing.folder.put(key, figures + answer.told)

    def note(self, style: str, sources: list[tuple[str, bytes]], words: tuple[str, ...]) -> None:
        """Keep of what the house style ``style`` is made, before any answer that depends on it: as ``note_style``."""
        if self._installed is not None:
            note_style(style, sources, words, self._installed)

    def trim(self) -> None:
        """At the end of a run that kept something."""
        for standing in self._standings.values():
            if standing is not None:
                standing.folder.trim()

    def _standing(self, file: str) -> Standing | None:
        folder = os.path.dirname(file)
        if folder not in self._standings:
            real = os.path.realpath(folder) == os.path.abspath(folder)  # house styles are found by the one, homes by the other
            known = self._installed is not None and real
            at = os.path.abspath(folder)
            self._standings[folder] = standing_of(at, self._installed or b"", checked=self._checked) if known else None
        return self._standings[folder]

    def _key(self, standing: Standing, path: str, file: str, raw: bytes, fixing: bool) -> bytes:
        where = os.path.relpath(file, standing.home)
        names = [name.encode("utf-8", "surrogateescape") for name in (path, where)]
        return digest(b"answer", self._installed or b"", standing.key, *names, b"%d" % fixing, raw)


def _answer(kept: bytes) -> Answer | None:
    figures, _, told = kept.partition(b"\n")
    if told.translate(None, _CONTROLS) or any(control in told for control in _MORE_CONTROLS):
        return None  # we wrote nothing that acts on a terminal
    try:
        return Answer(told, *map(int, figures.split()))
    except (TypeError, ValueError):
        return None
