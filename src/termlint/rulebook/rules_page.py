"""``docs/rules.md`` from the catalogue: ``python -m termlint.rulebook.rules_page > docs/rules.md``."""

import sys
from collections.abc import Iterable, Sequence

from termlint.rulebook.catalogue import Rule, catalogue


def rules_page(rules: Sequence[Rule]) -> str:
    """The page as Markdown."""
    parts = [_HEAD, _table(rules), *map(_section, rules)]
    return "\n\n".join(parts) + "\n"


_HEAD = """\
<!-- Written by `python -m termlint.rulebook.rules_page` from `rules/rules.yaml`; edit that file, not this one. -->

# Rules

What each rule finds, and what it leaves alone. A house style turns a rule on or off with `rules: {TL201: on}` and weighs
it with `severity: {TL101: error}`. The examples are judged by the preset `default`."""


def _table(rules: Iterable[Rule]) -> str:
    rows = ["| code | name | finds | severity | by default |", "| --- | --- | --- | --- | --- |"]
    for rule in rules:
        state = ("on" if rule.on else "off") if rule.implemented else "not built yet"
        rows.append(f"| [{rule.code}](#{_anchor(rule)}) | `{rule.name}` | {rule.summary} | {rule.severity} | {state} |")
    return "\n".join(rows)


def _section(rule: Rule) -> str:
    parts = [f"## {rule.code} {rule.name}"]
    if not rule.implemented:
        parts.append("*Not built yet: the code is reserved, and nothing reports it in this version.*")
    parts.append(rule.explanation)
    for title, examples in (("Reported", rule.wrong), ("Left alone", rule.right)):
        if examples:
            parts += [f"{title}:", "\n\n".join(_quoted(example) for example in examples)]
    return "\n\n".join(parts)


def _quoted(example: str) -> str:
    return "```text\n" + example + "\n```"


def _anchor(rule: Rule) -> str:
    return f"{rule.code} {rule.name}".lower().replace(" ", "-")


if __name__ == "__main__":
    sys.stdout.buffer.write(rules_page(catalogue()).encode())
