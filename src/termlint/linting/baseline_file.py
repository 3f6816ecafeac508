"""``.termlint-baseline.json``: findings that were there when a team began."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from termlint.linting.writing import write_new
from termlint.model.errors import TermlintError

NAME = ".termlint-baseline.json"
_VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One finding. No line is kept: a finding is known by its sentence, wherever that moves to in its file."""

    path: str
    """From the folder of the baseline, with ``/``."""
    rule: str
    text: str
    """The word, for whoever reads the file."""
    key: str
    """As in ``Finding.key``."""


def read_entries(file: Path) -> tuple[Entry, ...]:
    """Raises ``TermlintError`` where it is missing, damaged or of a newer termlint."""
    try:
        whole = json.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise TermlintError(f"no baseline {file}; termlint baseline write makes one") from error
    except OSError as error:
        raise TermlintError(f"cannot read the baseline {file}: {(error.strerror or str(error)).lower()}") from error
    except json.JSONDecodeError as error:
        raise TermlintError(
            f"{file}:{error.lineno}:{error.colno}: a damaged baseline ({error.msg.lower()}); {_ADVICE}"
        ) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise TermlintError(f"{file}:1:1: a damaged baseline (no UTF-8 or no JSON); {_ADVICE}") from error
    if not isinstance(whole, dict) or not isinstance(whole.get("version"), int) or isinstance(whole["version"], bool):
        raise TermlintError(f"{file}:1:1: a damaged baseline (it has no version); {_ADVICE}")
    if whole["version"] != _VERSION:
        raise TermlintError(
            f"{file}: a baseline of version {whole['version']}, which a newer termlint wrote; this one reads {_VERSION}"
        )
    rows = whole.get("findings")
    if not isinstance(rows, list):
        raise TermlintError(f"{file}:1:1: a damaged baseline (it has no findings); {_ADVICE}")
    return tuple(_entry(row, number, file) for number, row in enumerate(rows, 1))


def write_entries(file: Path, entries: Iterable[Entry]) -> None:
    """One line a finding, sorted, so that two branches seldom touch the same line. The whole file or what it was before."""
    rows = [_line(entry) for entry in sorted(set(entries))]
    whole = (
        f'{{\n"version": {_VERSION},\n"findings": [' + ",".join(f"\n{row}" for row in rows) + ("\n" if rows else "") + "]\n}\n"
    )
    try:
        write_new(str(file), whole.encode())
    except OSError as error:
        raise TermlintError(f"cannot write the baseline {file}: {(error.strerror or str(error)).lower()}") from error


_ADVICE = "restore it, or delete it and write it anew"
_FIELDS = ("path", "rule", "text", "key")


def _entry(row: object, number: int, file: Path) -> Entry:
    if not isinstance(row, dict) or not all(isinstance(row.get(field), str) for field in _FIELDS):
        raise TermlintError(f"{file}:1:1: a damaged baseline (finding {number} lacks one of {', '.join(_FIELDS)}); {_ADVICE}")
    return Entry(*(row[field] for field in _FIELDS))


def _line(entry: Entry) -> str:
    row = {field: getattr(entry, field) for field in _FIELDS}
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # a file name that is no UTF-8
        return json.dumps(row)
    return line
