"""A value with its key path, as the readers of JSON, YAML and tables hand it on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from termlint.model.errors import UnreadableError
from termlint.reading.passage import Passage

_MOST = 500_000


@dataclass(frozen=True, slots=True)
class Value:
    record: int
    """Its row, line or document in the file, from 1."""
    path: tuple[str, ...]
    """Keys, and numbers for the places in a list; of a table, the column's header."""
    text: str
    passage: Passage | None = None
    """None for what is no text: a number, a truth value."""
    writers: tuple[Callable[[str], str], ...] = ()
    """How a text is spelled there."""

    @property
    def trail(self) -> tuple[str, ...]:
        return tuple(step for step in self.path if not step.isdigit())

    @property
    def key(self) -> str:
        """The innermost key, without the places in a list."""
        return next((step for step in reversed(self.path) if not step.isdigit()), "")


def bounded(values: Iterable[Value]) -> list[Value]:
    """Raises ``UnreadableError`` where there are more than fit into a few hundred megabytes."""
    found = list(islice(values, _MOST + 1))
    if len(found) > _MOST:
        raise UnreadableError(f"it holds more than {_MOST:,} values")
    return found
