"""Where the keys and values of a *valid* TOML text stand. It judges nothing: ``tomllib`` has done that before."""

import re
import tomllib
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
Spots = dict[Path, tuple[int, int]]
"""By path of keys and list positions: the offset of the key and of the value. A table's value is its header, or its ``{``."""

_GAP = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BLANK = re.compile(r"[ \t]*+")
_BARE = re.compile(r"[A-Za-z0-9_-]++")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}|\'\'\'(?:[^\']|\'{1,2}(?!\'))*+\'{3,5}|"(?:[^"\\]|\\.)*+"|\'[^\']*+\'', re.DOTALL
)
_OTHER = re.compile(r"[^,\]}#\r\n]++")


def locate(text: str) -> Spots:
    scanner = _Scanner(text)
    scanner.scan()
    return scanner.spots


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0
    spots: Spots = field(default_factory=dict)
    lengths: dict[Path, int] = field(default_factory=dict)
    """How many tables an array of tables has so far."""

    def scan(self) -> None:
        table: Path = ()
        self.spots[()] = (0, 0)
        while self.skip(_GAP) < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)

    def header(self) -> Path:
        start = self.at
        listed = self.text.startswith("[[", start)
        self.at += 2 if listed else 1
        path: Path = ()
        keys = self.keys()
        for number, (key, spot) in enumerate(keys):
            path = (*path, key)
            last = number == len(keys) - 1
            if last and listed:
                self.spots.setdefault(path, (spot, start))
                position = self.lengths.get(path, 0)
                self.lengths[path] = position + 1
                path = (*path, position)
            elif not last and path in self.lengths:
                path = (*path, self.lengths[path] - 1)
            self.spots.setdefault(path, (spot, start))
        self.skip(_BLANK)
        self.at += 2 if listed else 1
        return path

    def keys(self) -> list[tuple[str, int]]:
        found = []
        while True:
            start = self.skip(_BLANK)
            if self.text[start] in "\"'":
                found.append((self.quoted(), start))
            else:
                self.skip(_BARE)
                found.append((self.text[start : self.at], start))
            self.skip(_BLANK)
            if self.text[self.at : self.at + 1] != ".":
                return found
            self.at += 1

    def quoted(self) -> str:
        start = self.at
        self.skip(_STRING)
        value: str = tomllib.loads("k = " + self.text[start : self.at])["k"]
        return value

    def pair(self, table: Path) -> None:
        keys = self.keys()
        self.at += 1
        value = self.skip(_BLANK)
        path = table
        for key, spot in keys:
            path = (*path, key)
            self.spots.setdefault(path, (spot, value if path == (*table, *(k for k, _ in keys)) else spot))
        self.value(path)

    def value(self, path: Path) -> None:
        first = self.text[self.at]
        if first in "\"'":
            self.skip(_STRING)
        elif first == "[":
            self.at += 1
            position = 0
            while self.text[self.skip(_GAP)] != "]":
                if self.text[self.at] == ",":
                    self.at += 1
                    continue
                self.spots[(*path, position)] = (self.at, self.at)
                self.value((*path, position))
                position += 1
            self.at += 1
        elif first == "{":
            self.at += 1
            while self.text[self.skip(_GAP)] != "}":
                if self.text[self.at] == ",":
                    self.at += 1
                    continue
                self.pair(path)
            self.at += 1
        else:
            self.skip(_OTHER)

    def skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at
