"""What was found in a text, kept as long as nothing changes that it depends on."""

# ruff: noqa: PTH100, PTH118, PTH120

import os
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from termlint.config import EffectiveStyle
from termlint.linting.cache.digest import digest
from termlint.linting.cache.folder import NAME, CacheFolder
from termlint.linting.cache.installation import installation
from termlint.linting.cache.values import packed, unpacked
from termlint.linting.homes import home_of
from termlint.model.report import FileReport
from termlint.model.source import SourceText


@dataclass(frozen=True, slots=True)
class ReportCache:
    """Finds and keeps reports. Any number of processes may have one of the same folder."""

    installed: bytes
    named: str | None = None
    """The folder, where the command line names one; else each file's reports are kept in its home."""
    config: str | None = None
    """The folder of the house style that the command line names."""

    def find(self, key: bytes | None, source: SourceText) -> FileReport | None:
        raw = self._folder(source.path).get(key) if key is not None else None
        if raw is None:
            return None
        try:
            return replace(unpacked(FileReport, raw), source=source)
        except ValueError:
            return None

    def keep(self, key: bytes | None, report: FileReport) -> None:
        if key is not None and report.skipped is None and report.source is not None:
            self._folder(report.path).put(key, packed(replace(report, source=None)))

    def key(
        self, source: SourceText, style: EffectiveStyle, *, format: str | None, weights: Path | None, explained: bool
    ) -> bytes | None:
        """Of all that a report depends on. None where the text does not stand for the bytes of its file."""
        try:
            raw = source.encode(source.text)
            fitted = _digest_of(weights) if weights is not None else b""
        except (UnicodeError, OSError):
            return None
        how = f"{type(source).__name__} {source.encoding} {source.fixable} {format} {explained}"
        where = source.path.encode("utf-8", "surrogatepass")
        return digest(b"report", self.installed, fitted, how.encode(), where, _packed(style), raw)

    def trim(self) -> None:
        """At the end of a run."""
        for folder in _FOLDERS.values():
            folder.trim()

    def _folder(self, path: str) -> CacheFolder:
        if self.named is not None:
            return _folder(self.named)
        return _folder(_home(os.path.dirname(os.path.abspath(path)), self.config))


def report_cache(*, named: str | None = None, config: str | None = None) -> ReportCache | None:
    """None where nothing can be kept, since nobody can tell what it would depend on."""
    installed = installation()
    if installed is None:
        return None
    folder = os.path.dirname(os.path.realpath(config)) if config is not None else None
    return ReportCache(installed, os.path.abspath(named) if named is not None else None, folder)


_FOLDERS: dict[str, CacheFolder] = {}


def _folder(path: str) -> CacheFolder:
    if path not in _FOLDERS:
        _FOLDERS[path] = CacheFolder(path)
    return _FOLDERS[path]


_LAST: list[tuple[EffectiveStyle, bytes]] = []


def _packed(style: EffectiveStyle) -> bytes:
    """What holds for one file mostly holds for the next."""
    if not _LAST or _LAST[0][0] != style:
        _LAST[:] = [(style, packed(style))]
    return _LAST[0][1]


@cache
def _home(folder: str, config: str | None) -> str:
    return os.path.join(home_of(os.path.realpath(folder), config), NAME)


@cache
def _digest_of(weights: Path) -> bytes:
    return digest(weights.read_bytes())
