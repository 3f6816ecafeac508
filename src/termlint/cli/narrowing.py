"""Options that make a run look at less: some rules, sure readings only, the first findings."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from termlint.linting.asking import Asked

SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="Only these rules, by code, name or beginning (TL1), with commas or given again.",
        show_default=False,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODES", help="None of these rules, written as for --select.", show_default=False),
]
MinConfidenceOption = Annotated[
    str | None,
    typer.Option(
        "--min-confidence",
        metavar="FIGURE",
        help="How sure a reading must be, 0.5 to 1 or auto, instead of what the house style says.",
        show_default=False,
    ),
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=1,
        help="List N findings at most, errors first; count and exit as if all were listed. With --statistics: N rows a table.",
        show_default=False,
    ),
]


def asked_of(select: Sequence[str] | None, ignore: Sequence[str] | None, min_confidence: str | None) -> "Asked":
    """What was asked for, checked against the catalogue of rules."""
    from termlint.config import Origin, Setting
    from termlint.linting.asking import Asked

    threshold = None
    if min_confidence is not None:
        threshold = Setting(_confidence_of(min_confidence), Origin("--min-confidence", 1))
    return Asked(_codes_of(select or (), "--select"), _codes_of(ignore or (), "--ignore"), threshold)


def _confidence_of(figure: str) -> float | None:
    if figure == "auto":
        return None
    try:
        confidence = float(figure)
    except ValueError:
        confidence = -1.0
    if not 0.5 <= confidence <= 1:
        raise typer.BadParameter(f"{figure!r} is neither auto nor a figure from 0.5 to 1", param_hint="--min-confidence")
    return confidence


def _codes_of(values: Iterable[str], option: str) -> frozenset[str]:
    wanted = [each.strip() for value in values for each in value.split(",")]
    return frozenset(code for each in wanted for code in _matching(each, option))


def _matching(wanted: str, option: str) -> list[str]:
    from termlint.config.checking import did_you_mean
    from termlint.rulebook import catalogue

    found = [rule.code for rule in catalogue() if wanted and _is_meant(wanted, rule.code, rule.name)]
    if not found:
        hint = did_you_mean(wanted, [each for rule in catalogue() for each in (rule.code, rule.name)])
        raise typer.BadParameter(f'no rule "{wanted}"{hint or "; termlint rules lists them"}', param_hint=option)
    return found


def _is_meant(wanted: str, code: str, name: str) -> bool:
    return wanted.lower() == name or code.startswith(wanted.upper())
