"""What every entry depends on: this termlint, its rules and weights, and the libraries that read texts for it.

The fast start imports this, so it imports next to nothing.
"""

# ruff: noqa: PTH100, PTH118, PTH120, PTH123, PTH208

import os
import sys

from termlint.linting.cache.digest import digest

_RECORDED = b"termlint/"


def installation() -> bytes | None:
    """A digest of it; None where it cannot be told."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    libraries = _libraries()
    try:
        code = _recorded(os.path.dirname(package)) or _looked_at(package)
    except OSError:  # in an archive
        return None
    return digest(code, sys.version.encode(), sys.platform.encode(), "\n".join(libraries).encode("utf-8", "surrogatepass"))


def _libraries() -> list[str]:
    """What is installed, by name and version."""
    found: set[str] = set()
    for place in sys.path:
        if place.endswith("-packages"):
            try:
                found.update(name for name in os.listdir(place) if name.endswith(".dist-info"))
            except OSError:
                continue
    return sorted(found)


def _recorded(site: str) -> bytes | None:
    """What the installer noted of our files: their names and digests. None where they are not installed but used in place."""
    names = [name for name in os.listdir(site) if name.startswith("termlint-") and name.endswith(".dist-info")]
    if len(names) != 1:
        return None
    try:
        with open(os.path.join(site, names[0], "RECORD"), "rb") as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    ours = sorted(line for line in lines if line.startswith(_RECORDED) and b"sha256=" in line)
    return b"\n".join(ours) or None


def _looked_at(package: str) -> bytes:
    """Names, sizes and times of our files, for whoever works on them."""
    from importlib import import_module

    told = []
    waiting = [package, *import_module("termlint.rules").__path__]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name == "__pycache__":
                    continue
                if entry.is_dir():
                    waiting.append(entry.path)
                else:
                    status = entry.stat()
                    told.append(f"{entry.path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}")
    return "\n".join(sorted(told)).encode("utf-8", "surrogatepass")
