"""Entries on the disk: each is written whole, checked when it is read, and data only.

Whatever goes wrong here costs time and nothing else: an entry that cannot be read is one that is not there, and a folder that
cannot be written is left alone. The fast start imports this, so it imports next to nothing.
"""

# ruff: noqa: PTH103, PTH105, PTH108, PTH112, PTH114, PTH118, PTH120, PTH123, SIM105

import os

from termlint.linting.cache.digest import SIZE, digest

NAME = ".termlint-cache"
MOST_BYTES = 100_000_000
"""What is kept at the end of a run that wrote something: the entries used last."""

_VERSION = "1"
_TAG = b"""\
Signature: 8a477f597d28d172789f06886806bc55
# This folder holds what termlint found in texts that have not changed since. It can be deleted at any time.
# For information about cache directory tags see https://bford.info/cachedir/
"""
_STALE = 3600.0
"""Seconds after which a file that was being written will not be finished."""


class CacheFolder:
    """Entries by key. Several processes may use it at once: an entry is replaced as a whole, by what would be the same."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._entries = os.path.join(path, _VERSION)
        self._changed = False
        self._usable = not os.path.islink(path)  # it is ours, and leads nowhere else

    def get(self, key: bytes) -> bytes | None:
        if not self._usable:
            return None
        place = self._place(key)
        try:
            with open(place, "rb", buffering=0) as file:
                entry = file.read()
        except OSError:
            self._changed = True  # whoever misses it writes it, perhaps in a process of its own
            return None
        content = entry[SIZE:]
        if entry[:SIZE] != digest(key, content):
            return None  # damaged, or written by hand
        try:
            os.utime(place)
        except OSError:
            pass
        return content

    def put(self, key: bytes, content: bytes) -> None:
        if not self._usable:
            return
        place = self._place(key)
        try:
            if not os.path.isdir(self._entries):
                self._prepare()
            os.makedirs(os.path.dirname(place), exist_ok=True)
            _write(place, digest(key, content) + content)
        except OSError:
            self._usable = False

    def trim(self, most: int = MOST_BYTES) -> None:
        """Remove the entries used longest ago where there are more than ``most`` bytes, if anything may have come to them."""
        if not self._usable or not self._changed:
            return
        found = sorted(self._found(), reverse=True)
        size = 0
        newest = found[0][0] if found else 0.0
        for used, place, bytes_ in found:
            size += bytes_
            if size > most or (place.endswith(".tmp") and newest - used > _STALE):
                _remove(place)

    def _found(self) -> list[tuple[float, str, int]]:
        found = []
        try:
            with os.scandir(self._entries) as shelves:
                for shelf in shelves:
                    if not shelf.is_dir(follow_symlinks=False):
                        continue
                    with os.scandir(shelf.path) as entries:
                        for entry in entries:
                            status = entry.stat(follow_symlinks=False)
                            found.append((status.st_mtime, entry.path, status.st_size))
        except OSError:
            pass  # another run is at it
        return found

    def _place(self, key: bytes) -> str:
        name = key.hex()
        return os.path.join(self._entries, name[:2], name[2:])

    def _prepare(self) -> None:
        os.makedirs(self.path, exist_ok=True)
        for name, content in ((".gitignore", b"*\n"), ("CACHEDIR.TAG", _TAG)):
            place = os.path.join(self.path, name)
            if not os.path.lexists(place):
                _write(place, content)


def _write(place: str, content: bytes) -> None:
    """The whole of it or nothing."""
    unfinished = f"{place}.{os.urandom(8).hex()}.tmp"
    try:
        with open(unfinished, "xb") as file:
            file.write(content)
        os.replace(unfinished, place)
    except OSError:
        _remove(unfinished)
        raise


def _remove(place: str) -> None:
    try:
        os.unlink(place)
    except OSError:
        pass
