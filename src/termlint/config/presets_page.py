"""``docs/presets.md`` from the shipped presets: ``python -m termlint.config.presets_page > docs/presets.md``."""

import sys
from collections.abc import Iterator
from itertools import takewhile

from termlint.config.loading import load_preset
from termlint.config.style import Patch, TermRow, TermStatus
from termlint.rulebook import PRESETS, preset_text

_HEAD = """\
<!-- Written by `python -m termlint.config.presets_page` from `rules/presets`; edit those files, not this one. -->

# Presets

A preset is a house style to build on: `extends: retail` in your `.termlint.yaml`, or `termlint init --preset retail`.
What is yours is merged into it ([how](house-style.md#extends)). The examples are run by the tests."""


def presets_page() -> str:
    return "\n\n".join([_HEAD, *(part for name in PRESETS for part in _preset(name))]) + "\n"


def introduction(name: str) -> str:
    """What the preset's own file says of it, in one paragraph."""
    lines = takewhile(lambda line: line.startswith("#"), preset_text(name).splitlines())
    return " ".join(line.lstrip("# ") for line in lines)


def _preset(name: str) -> Iterator[str]:
    patch = load_preset(name).layers[-1].patch
    yield f"## {name}"
    yield introduction(name)
    yield _terms(patch)
    if settings := "; ".join(_settings(patch)):
        yield f"Besides: {settings}."
    yield _examples(name)


def _terms(patch: Patch) -> str:
    rows = ["| relationship | write | fine too | reported |", "| --- | --- | --- | --- |"]
    rows += [f"| {row.relationship} | {' | '.join(_words(row, status) for status in TermStatus)} |" for row in patch.terms]
    return "\n".join(rows)


def _words(row: TermRow, status: TermStatus) -> str:
    return ", ".join(entry.spelling.singular for entry in row.entries if entry.status is status)


def _settings(patch: Patch) -> Iterator[str]:
    if patch.agreements is not None:
        yield f"`agreements: {patch.agreements.value}`"
    for code, on in (patch.rules or {}).items():
        yield f"{code} is {'on' if on.value else 'off'}"
    for code, severity in (patch.severities or {}).items():
        yield f"{code} is {severity.value}"


def _examples(name: str) -> str:
    """As the file has them, in a house style to begin with."""
    return f"```yaml\nversion: 1\nextends: {name}\nexamples:\n" + preset_text(name).partition("\nexamples:\n")[2] + "```"


if __name__ == "__main__":
    sys.stdout.buffer.write(presets_page().encode())
