"""Large JSON objects with one entry a line, looked up without parsing the rest.

A compiled table has some ten thousand entries, of which a document asks for a few hundred. Its file is plain JSON, so that
any tool reads it and a change shows as small as it is; its lines are sorted, so that one is found by bisection.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from json import JSONDecoder, JSONEncoder, loads
from typing import Any, Generic, Protocol, TypeVar

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


class Lookup(Protocol[V_co]):
    """What a table and a ``dict`` have in common."""

    def get(self, key: str, /) -> V_co | None: ...


def _as_it_is(value: Any) -> Any:
    return value


class LineTable(Generic[V]):
    """The entries that stand in ``lines``.

    What was asked for is kept, until so much was asked for that a ``dict`` of everything costs less.
    """

    get: Callable[[str], V | None]
    """The value of a key, or None. Runs in C but for what is asked for the first time: readings do little else."""

    def __init__(self, lines: Sequence[str], made: Callable[[Any], V] = _as_it_is) -> None:
        """``made``: what becomes of the JSON value of an entry."""
        self._lines, self._made = lines, made
        self._left = len(lines) // 4
        self.whole: dict[str, V] | None = None
        """Everything, once it is held."""
        self.get = _Kept(self._find).__getitem__

    def __iter__(self) -> Iterator[str]:
        """Every key."""
        return (_DECODE(line)[0] for line in self._lines)

    def _find(self, key: str) -> V | None:
        if self.whole is not None:  # asked by a ``get`` that somebody took before
            return self.whole.get(key)
        self._left -= 1
        if self._left < 0:
            whole = {each: self._made(value) for each, value in loads("{" + "\n".join(self._lines) + "}").items()}
            self.whole, self.get = whole, whole.get
            return whole.get(key)
        begin = _begin(key)
        at = bisect_left(self._lines, begin)
        if at == len(self._lines) or not (line := self._lines[at]).startswith(begin):
            return None
        return self._made(_DECODE(line, len(begin))[0])


def table_lines(entries: Mapping[str, Any]) -> str:
    """The entries as a ``LineTable`` reads them, each on a line of its own; braces are the caller's."""
    return ",\n".join(sorted(_begin(key) + _COMPACT(value) for key, value in entries.items()))


def tables_in(text: str, made: Callable[[Any], Any] = _as_it_is) -> tuple[Any, list[LineTable[Any]]]:
    """The JSON in ``text`` with its tables left empty, and the tables. One begins behind a line that ends with ``{``."""
    rest, tables = [], []
    at = begin = 0
    while (begin := text.find("{\n", begin)) >= 0:
        begin += 2
        if text[text.find("\n", begin) - 1] == "{":  # what follows holds a table, and is none
            continue
        end = text.index("\n}", begin - 1)
        tables.append(LineTable(text[begin:end].split("\n"), made))
        rest.append(text[at:begin])
        at = begin = end
    return loads("".join([*rest, text[at:]])), tables


class _Kept(dict[str, V | None]):
    """Asks ``find`` for what it does not hold. Its ``[key]`` runs in C, which is what a reading does most."""

    def __init__(self, find: Callable[[str], V | None]) -> None:
        self._find = find

    def __missing__(self, key: str) -> V | None:
        value = self[key] = self._find(key)
        return value


_ENCODE = JSONEncoder(ensure_ascii=False).encode
_COMPACT = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DECODE = JSONDecoder().raw_decode


def _begin(key: str) -> str:
    return _ENCODE(key) + ":"
