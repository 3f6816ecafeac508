"""What is wrong in a file that a person wrote, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from termlint.model.errors import TermlintError
from termlint.yaml_source.node import Place


@dataclass(frozen=True, slots=True)
class Mistake:
    """``str`` is one line, ``file:line:column: message``, that editors and terminals make clickable."""

    file: str
    place: Place
    message: str

    def __str__(self) -> str:
        told = f"{self.file}:{self.place.line}:{self.place.column}: {self.message}"
        # What is quoted from a file must neither break the line nor reach the terminal as a command.
        return "".join(mark if mark.isprintable() else repr(mark)[1:-1] for mark in told)


class SourceError(TermlintError):
    """One or more files hold mistakes, all of them told at once. ``str`` is one line a mistake."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(map(str, self.mistakes)))
