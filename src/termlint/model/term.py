"""A watched term and its inflections."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A noun or noun phrase in lower case, with its plural. "person we support" has "people we support"."""

    singular: str
    plural: str

    @classmethod
    def of(cls, singular: str, plural: str | None = None) -> "Term":
        """The term with a regular English plural unless one is given: ``Term.of("party").plural == "parties"``."""
        return cls(singular, plural if plural is not None else regular_plural(singular))


def regular_plural(noun: str) -> str:
    """The regular plural of a lower-case English noun; only its last word changes."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
