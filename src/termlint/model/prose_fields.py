"""Which fields of a file of keys and values a house style calls prose."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProseFields:
    """Globs over key paths, with a dot between the steps: ``macros.*.actions.*.value``; of a table, the column's name."""

    prose: tuple[str, ...] = ()
    """Where any are given, only these fields are read."""
    skip: tuple[str, ...] = ()
    """Never read, whatever else speaks for them."""
