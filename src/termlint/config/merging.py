"""Layers over one another: a later one adds and, for one thing with one value, wins. Nothing is dropped silently."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from termlint.config.globs import matches
from termlint.config.style import EffectiveStyle, Layer, Origin, Patch, Setting, TermEntry, TermRow, TermStatus
from termlint.config.term_text import spelled
from termlint.model.mention import Relationship
from termlint.model.term import Term
from termlint.rulebook import catalogue

Tell = Callable[[Origin, str], None]
"""Takes what is wrong between two layers, and where."""


def effective(layers: Sequence[Layer], *, path: str | None, tell: Tell = lambda *_: None) -> EffectiveStyle:
    """What holds for an absolute path; without one, no override holds. A layer's overrides come before the next layer."""
    style = _bare()
    for layer in layers:
        style = patched(style, layer.patch, tell)
        for override in layer.overrides:
            if path is not None and matches(override.files, folder=layer.folder, path=path):
                style = patched(style, override.patch, tell)
    exceptions = tuple(
        each for each in style.exceptions if not each.files or (path and matches(each.files, folder=each.folder, path=path))
    )
    readers = tuple(each for each in style.readers if path and matches(each.files, folder=each.folder, path=path))
    return replace(style, exceptions=exceptions, readers=readers, terms=_one_plural(style.terms))


def patched(style: EffectiveStyle, patch: Patch, tell: Tell = lambda *_: None) -> EffectiveStyle:
    additions = {row.relationship: row for row in patch.terms}
    return EffectiveStyle(
        terms=tuple(
            _merged(row, additions[row.relationship], tell) if row.relationship in additions else row for row in style.terms
        ),
        relationship=patch.relationship or style.relationship,
        threshold=patch.min_confidence or style.threshold,
        exceptions=style.exceptions + patch.exceptions,
        own_cues=style.own_cues + patch.cues,
        rules={**style.rules, **(patch.rules or {})},
        severities={**style.severities, **(patch.severities or {})},
        readers=style.readers + patch.readers,
        agreements=patch.agreements or style.agreements,
    )


def _bare() -> EffectiveStyle:
    rules = catalogue()
    return EffectiveStyle(
        terms=tuple(TermRow(relationship) for relationship in Relationship),
        relationship=None,
        threshold=Setting(None, Origin("built in", 1)),
        exceptions=(),
        own_cues=(),
        rules={rule.code: Setting(rule.on, Origin("rules/rules.yaml", rule.line)) for rule in rules},
        severities={rule.code: Setting(rule.severity, Origin("rules/rules.yaml", rule.line)) for rule in rules},
    )


def _merged(row: TermRow, addition: TermRow, tell: Tell) -> TermRow:
    """The nearer status of a word wins; a preferred word that another replaces stays admitted."""
    added = {entry.term.singular: entry for entry in addition.entries}
    before = row.preferred
    if before and not addition.preferred and (against := added.get(before.term.singular)):
        tell(
            against.origin,
            f'terms.{row.relationship}: "{against.spelling.singular}" is {against.status} here and preferred '
            f"in {before.origin}; name another preferred term",
        )
    kept = [_demoted(entry, addition) for entry in row.entries if entry.term.singular not in added]
    order = list(TermStatus)
    entries = sorted([*kept, *addition.entries], key=lambda entry: order.index(entry.status))
    return TermRow(row.relationship, tuple(entries))


def _demoted(entry: TermEntry, addition: TermRow) -> TermEntry:
    if entry.status is TermStatus.PREFERRED and addition.preferred:
        return replace(entry, status=TermStatus.ADMITTED, origin=addition.preferred.origin)
    return entry


def _one_plural(rows: Iterable[TermRow]) -> tuple[TermRow, ...]:
    """A word has one plural wherever it stands: the one that was given rather than guessed, the later of two."""
    rows = tuple(rows)
    given: dict[str, Term] = {}
    for entry in (entry for row in rows for entry in row.entries):
        guessed = spelled(entry.term.singular, None).plural
        if entry.term.singular not in given or entry.term.plural != guessed:
            given[entry.term.singular] = entry.spelling
    return tuple(
        TermRow(
            row.relationship,
            tuple(
                replace(
                    entry,
                    term=Term(entry.term.singular, given[entry.term.singular].plural.lower()),
                    spelling=Term(entry.spelling.singular, given[entry.term.singular].plural),
                )
                if entry.term.plural != given[entry.term.singular].plural.lower()
                else entry
                for entry in row.entries
            ),
        )
        for row in rows
    )
