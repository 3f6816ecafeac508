"""``python -m termlint.rulebook.compile [--check]``: write, or compare, the compiled cue table in a checkout."""

import argparse
import json
import sys
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from termlint.model.errors import TermlintError
from termlint.rulebook.cue_files import WrittenFamily, load_families
from termlint.rulebook.cues import COMPILED
from termlint.rulebook.inflection import words_of


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


def compiled_text(data: dict[str, Any]) -> str:
    """One line a first word, so that a change shows as small as it is."""
    families = ",\n".join(f"{_json(id_)}:{_json(row)}" for id_, row in data["families"].items())
    forms = ",\n".join(f"{_json(first)}:{_json(rows)}" for first, rows in data["forms"].items())
    return f'{{"families":{{\n{families}\n}},"forms":{{\n{forms}\n}}}}\n'


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m termlint.rulebook.compile", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the compiled table is out of date")
    options = parser.parse_args(arguments)
    path = Path(str(files("termlint.rules").joinpath("rules.yaml"))).parent.joinpath(*COMPILED)
    try:
        text = compiled_text(compiled_data(load_families()))
    except TermlintError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if options.check:
        return 0 if path.is_file() and path.read_text(encoding="utf-8") == text else 1
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return 0


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    raise SystemExit(main())
