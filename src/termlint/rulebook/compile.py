"""``python -m termlint.rulebook.compile [--check]``: write, or compare, what is compiled of the rules."""

import argparse
import sys
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from termlint.model.errors import TermlintError
from termlint.rulebook import senses, trees
from termlint.rulebook.cue_files import WrittenFamily, load_families
from termlint.rulebook.cues import COMPILED
from termlint.rulebook.inflection import words_of
from termlint.rulebook.line_table import table_lines
from termlint.rulebook.resources import resource_text
from termlint.rulebook.sense_files import SenseFamily, load_sense_families
from termlint.yaml_source import read_yaml


def compiled_data(families: Iterable[WrittenFamily]) -> dict[str, Any]:
    """What ``cues.table_of`` reads. A form that is written out beats one that inflection makes."""
    families = tuple(families)
    rows: dict[tuple[str, ...], tuple[str, float]] = {}
    for only_written in (True, False):
        for family in families:
            factors = {words_of(form.text): factor for form, factor in family.weak}
            for form in family.forms:
                spellings = family.spellings(form)
                for words in spellings[:1] if only_written else spellings[1:]:
                    rows.setdefault(words, (family.id, factors.get(words, factors.get(spellings[0], 1.0))))
    forms: dict[str, list[Any]] = {}
    for words in sorted(rows, key=lambda words: (words[0], -len(words), words)):
        forms.setdefault(words[0], []).append([list(words), *rows[words]])
    return {"families": {family.id: [family.relationship, family.kind, family.strength] for family in families}, "forms": forms}


def compiled_senses(families: Iterable[SenseFamily]) -> dict[str, list[Any]]:
    """What ``senses.load_compiled`` reads: phrases and their family by first word, longest first."""
    rows = sorted(
        ((phrase, family.id) for family in families for phrase in family.phrases), key=lambda row: (-len(row[0]), row)
    )
    found: dict[str, list[Any]] = {}
    for phrase, family in rows:
        found.setdefault(phrase[0], []).append([list(phrase), family])
    return dict(sorted(found.items()))


def compiled_trees() -> dict[str, Any]:
    """What ``trees.shipped_tree`` reads."""
    return {name: trees.row_of(read_yaml(resource_text(name), file=f"rules/{name}")) for name in trees.SOURCES}


def object_text(data: dict[str, Any]) -> str:
    return f"{{\n{table_lines(data)}\n}}\n"


def compiled_text(data: dict[str, Any]) -> str:
    return f'{{"families":{{\n{table_lines(data["families"])}\n}},"forms":{{\n{table_lines(data["forms"])}\n}}}}\n'


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m termlint.rulebook.compile", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a compiled table is out of date")
    options = parser.parse_args(arguments)
    folder = Path(str(files("termlint.rules").joinpath("rules.yaml"))).parent
    try:
        tables = {
            COMPILED: compiled_text(compiled_data(load_families())),
            senses.COMPILED: object_text(compiled_senses(load_sense_families())),
            trees.COMPILED: object_text(compiled_trees()),
        }
    except TermlintError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    stale = [path for path, text in tables.items() if not _is(folder.joinpath(*path), text)]
    if options.check:
        return 1 if stale else 0
    for path in stale:
        folder.joinpath(*path).parent.mkdir(exist_ok=True)
        folder.joinpath(*path).write_text(tables[path], encoding="utf-8", newline="\n")
    return 0


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    raise SystemExit(main())
