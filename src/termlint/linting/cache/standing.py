"""What holds for the files of a folder, told without reading a house style: by the digests of what it is made of.

The fast start imports this, so it imports next to nothing.
"""

# Without pathlib and dataclasses, which take longer to import than all of this to run.
# ruff: noqa: PTH118, PTH120, PTH123

import os

from termlint.linting.cache.digest import digest
from termlint.linting.cache.folder import NAME, CacheFolder
from termlint.linting.prefilter import DEFAULT_WORDS

_STYLE = ".termlint.yaml"
_PROJECT = "pyproject.toml"
_BASELINE = ".termlint-baseline.json"


class Standing:
    """What holds for the files of one folder."""

    __slots__ = ("folder", "home", "key", "words")

    def __init__(self, home: str, words: tuple[str, ...], key: bytes) -> None:
        self.home = home
        """Where their house style or their repository begins."""
        self.words = words
        """Every form of every word that is watched in one of them."""
        self.key = key
        """Other settings, another key."""
        self.folder = CacheFolder(os.path.join(home, NAME))


def standing_of(folder: str, installed: bytes, *, checked: bool = False) -> Standing | None:
    """What holds in a folder, whose real path this is; None where nobody has noted that its settings hold.

    ``checked``: the baseline was read just now, which is noted. Raises ``OSError`` and ``ValueError`` for what the long way
    will complain of.
    """
    at = folder
    while True:
        for name in (_STYLE, _PROJECT):
            raw = _spoken(os.path.join(at, name))
            if raw is not None:
                return _with_style(at, name, raw, installed, checked)
        if os.path.lexists(os.path.join(at, ".git")):
            return _standing(at, DEFAULT_WORDS, installed, checked)
        above = os.path.dirname(at)
        if above == at:
            return _standing(os.path.realpath("."), DEFAULT_WORDS, installed, checked)
        at = above


def note_style(style: str, sources: list[tuple[str, bytes]], words: tuple[str, ...], installed: bytes) -> None:
    """Keep of what a house style is made: its file and all that it extends, by absolute path and with their bytes."""
    home, name = os.path.split(style)
    if not sources or sources[0][0] != style:
        return
    lines = ["\t".join(words)]
    try:
        lines += [f"{digest(raw).hex()} {os.path.relpath(path, home)}" for path, raw in sources[1:]]
    except ValueError:  # another drive
        return
    if not any("\n" in line for line in lines):
        key = digest(b"style", installed, name.encode(), digest(sources[0][1]))
        CacheFolder(os.path.join(home, NAME)).put(key, "\n".join(lines).encode("utf-8", "surrogateescape"))


def _spoken(place: str) -> bytes | None:
    """The bytes of a settings file that speaks of termlint."""
    if not os.path.lexists(place):
        return None
    with open(place, "rb", buffering=0) as file:
        raw = file.read()
    if place.endswith(_PROJECT):
        if b"termlint" not in raw:
            return None
        import tomllib

        if "termlint" not in tomllib.loads(raw.decode("utf-8-sig")).get("tool", {}):
            return None
    return raw


def _with_style(home: str, name: str, raw: bytes, installed: bytes, checked: bool) -> Standing | None:
    first = digest(raw)
    noted = CacheFolder(os.path.join(home, NAME)).get(digest(b"style", installed, name.encode(), first))
    if noted is None:
        return None
    words, *others = noted.decode("utf-8", "surrogateescape").split("\n")
    for line in others:
        sum_, _, path = line.partition(" ")
        with open(os.path.join(home, path), "rb", buffering=0) as file:
            if digest(file.read()).hex() != sum_:
                return None
    return _standing(home, tuple(words.split("\t")), installed, checked, name.encode(), first, noted)


def _standing(home: str, words: tuple[str, ...], installed: bytes, checked: bool, *style: bytes) -> Standing | None:
    known = b""
    baseline = os.path.join(home, _BASELINE)
    if os.path.lexists(baseline):
        with open(baseline, "rb", buffering=0) as file:
            known = digest(b"baseline", installed, file.read())
        folder = CacheFolder(os.path.join(home, NAME))
        if checked:
            folder.put(known, b"")
        elif folder.get(known) is None:
            return None
    here = os.path.relpath(home).encode("utf-8", "surrogateescape")  # house styles are told as seen from here
    return Standing(home, words, digest(b"standing", here, known, *style))
