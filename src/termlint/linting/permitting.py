"""An exception on its way into the house style of a file."""

# Without pathlib: a name that is no file on the disk must do, too.
# ruff: noqa: PTH100, PTH120

import os
import re
from dataclasses import dataclass
from pathlib import Path

from termlint.config import HouseStyle, load_text
from termlint.config.discovery import NAME
from termlint.config.permitting import with_exception
from termlint.config.starting import starting_text
from termlint.linting.repository import root_above
from termlint.linting.shown import shown
from termlint.linting.styles import HouseStyles
from termlint.linting.writing import create, replace_bytes
from termlint.model.errors import TermlintError, UnreadableError
from termlint.model.source import SourceText
from termlint.reading import load

_LEFT = re.compile(r"(?<![^\s(])[^\W\d_]+ \Z")
_RIGHT = re.compile(r" [^\W\d_]+")
_REACH = 60


@dataclass(frozen=True, slots=True)
class NewException:
    """Nothing of it is on the disk before ``write``."""

    file: Path
    before: SourceText | None
    """None: there is no such file yet."""
    text: str
    style: HouseStyle
    """What the file would say."""

    @property
    def added(self) -> str:
        """The lines that are new in a file that exists, for a person to agree to."""
        old = (self.before.text if self.before is not None else starting_text()).splitlines()
        rest = list(old)
        new = []
        for line in self.text.splitlines():
            if line in rest:
                del rest[: rest.index(line) + 1]
            else:
                new.append(line)
        return "\n".join(new)

    def write(self) -> None:
        """The whole file, or what it was before. Raises ``TermlintError``."""
        try:
            if self.before is None:
                create(str(self.file), self.text.encode())
            else:
                before = self.before
                replace_bytes(str(self.file), before=before.encode(before.text), after=before.encode(self.text))
        except UnreadableError as error:
            raise TermlintError(f"{self.file}: {error}") from error
        except OSError as error:
            raise TermlintError(f"{self.file}: it cannot be written ({(error.strerror or str(error)).lower()})") from error


def new_exception(styles: HouseStyles, file: Path, *, phrase: str, reason: str, everywhere: bool) -> NewException:
    """For the house style that holds for ``file``; where none does, for a new one at the root of its repository.

    Raises ``TermlintError`` where the phrase or the reason cannot stand in one, or where it has no sure place for them.
    """
    place = styles.file_above(file)
    before = None
    if place is None:
        home = root_above(os.path.realpath(os.path.dirname(os.path.abspath(file)))) or os.path.abspath(".")
        place = Path(home, NAME)
        text = starting_text()
    else:
        try:
            before = load(place, display=shown(str(place)))
        except UnreadableError as error:
            raise TermlintError(f"{place}: {error}") from error
        text = before.text
    folder = os.path.dirname(os.path.abspath(place))
    path = None if everywhere else shown(os.path.relpath(os.path.abspath(file), folder))
    new = with_exception(text, file=place.name, phrase=phrase, reason=reason, path=path)
    if new is None:
        raise TermlintError(f"{place}: no place in it is sure to be right for an exception; write it there yourself")
    return NewException(place, before, new, load_text(new, file=place.name, folder=folder))


def default_phrase(text: str, start: int, end: int) -> str:
    """The word with its neighbours, as far as they stand beside it in one line and are plain words."""
    left = _LEFT.search(text, max(0, start - _REACH), start)
    right = _RIGHT.match(text, end, end + _REACH)
    return (left[0] if left else "") + text[start:end] + (right[0] if right else "")
