"""``termlint rules``."""

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from termlint.cli.streams import emit
from termlint.model.errors import TermlintError

if TYPE_CHECKING:
    from termlint.rulebook import Rule


def rules(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="The code or name of one rule. Default: a list of all.", show_default=False),
    ] = None,
) -> int:
    """List the rules, or explain one.

    \b
    Example:
      termlint rules TL101
    """
    from termlint.rulebook import catalogue

    if code is None:
        emit("".join(map(_row, catalogue())))
        return 0
    wanted = next((rule for rule in catalogue() if code.lower() in (rule.code.lower(), rule.name)), None)
    if wanted is None:
        from termlint.config.checking import did_you_mean

        hint = did_you_mean(code, [each for rule in catalogue() for each in (rule.code, rule.name)])
        raise TermlintError(f'no rule "{code}"{hint or "; termlint rules lists them"}')
    emit(_page(wanted))
    return 0


def _row(rule: "Rule") -> str:
    return f"{rule.code}  {rule.name:<30} {rule.severity:<8} {_state(rule):<14} {rule.summary}\n"


def _state(rule: "Rule") -> str:
    if not rule.implemented:
        return "not built yet"
    return "on" if rule.on else "off"


def _page(rule: "Rule") -> str:
    parts = [f"{rule.code} {rule.name} ({rule.severity}, {_state(rule)})", _wrapped(rule.summary), _wrapped(rule.explanation)]
    for title, examples in (("Reported:", rule.wrong), ("Left alone:", rule.right)):
        if examples:
            parts.append(title + "\n" + "\n\n".join(textwrap.indent(example, "    ") for example in examples))
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(" ".join(paragraph.split()), 88) for paragraph in text.split("\n\n"))
