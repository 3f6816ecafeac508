"""What only shows when the layers lie over one another."""

import re
from collections.abc import Iterable, Sequence

from termlint.config.merging import Tell, effective, patched
from termlint.config.style import Layer, Origin, Setting
from termlint.model.cue import OwnCue
from termlint.model.term import Term
from termlint.yaml_source import Mistake, Place


def check_together(layers: Sequence[Layer]) -> list[Mistake]:
    """Mistakes between layers, each at the place that would have to change."""
    mistakes: list[Mistake] = []

    def tell(origin: Origin, message: str) -> None:
        mistakes.append(Mistake(origin.file, Place(origin.line, origin.column), message))

    style = effective(layers, path=None, tell=tell)
    watched = list(style.watched)
    for number, layer in enumerate(layers, 1):
        below = effective(layers[:number], path=None)
        for override in layer.overrides:
            merged = patched(below, override.patch, tell)
            watched += merged.watched
    for cue in style.own_cues:
        _check_cue(cue, watched, tell)
    return mistakes


def _check_cue(cue: Setting[OwnCue], watched: Iterable[Term], tell: Tell) -> None:
    for form in sorted({form for term in watched for form in (term.singular, term.plural)}):
        if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", cue.value.phrase):
            tell(
                cue.origin,
                f'cues: "{cue.value.phrase}" holds the watched term "{form}"; '
                "the relationship is read without looking at the word, so leave it out of the phrase",
            )
            return
