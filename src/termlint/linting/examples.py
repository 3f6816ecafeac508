"""Runs the examples that a house style carries."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termlint.config import Example, HouseStyle
from termlint.linting.fixing import UNSAFE, fix_source
from termlint.linting.lint import lint_source
from termlint.model.finding import Verdict
from termlint.model.source import SourceText


@dataclass(frozen=True, slots=True)
class ExampleResult:
    example: Example
    complaint: str = ""
    """What came out instead; empty where it came out as expected."""
    verdicts: tuple[Verdict, ...] = ()


def run_examples(style: HouseStyle, *, weights: Path | None = None) -> Iterator[ExampleResult]:
    """Each example of the house style itself, judged as if its text stood in a file of its own beside the house style."""
    for example in style.examples:
        yield _run(example, style, weights)


def _run(example: Example, style: HouseStyle, weights: Path | None) -> ExampleResult:
    path = example.path or "example.md"
    effective = style.for_path(Path(style.layers[-1].folder) / path)
    source = SourceText(path=path, text=example.text)
    report = lint_source(source, effective, weights=weights, explained=True)
    if report.skipped is not None:
        return ExampleResult(example, f"it cannot be read: {report.skipped}")
    got = tuple(verdict.kind for verdict in report.verdicts)
    wanted = example.expect if example.each else example.expect * len(got)
    if got != wanted or not got:
        return ExampleResult(example, f"expected {_listed(example.expect)}, got {_listed(got)}", report.verdicts)
    if example.fixed is not None:
        fixed = fix_source(source, effective, wanted=UNSAFE, weights=weights)
        text = fixed.source.text if fixed.original is not None and fixed.source is not None else source.text
        if text.rstrip() != example.fixed.rstrip():
            return ExampleResult(
                example, f"expected {example.fixed.rstrip()!r} after fixing, got {text.rstrip()!r}", report.verdicts
            )
    return ExampleResult(example, verdicts=report.verdicts)


def _listed(kinds: tuple[str, ...]) -> str:
    return ", ".join(kinds) or "no mention"
