"""Whether a cue is denied: "without any long-term commitment", "not a one-off purchase but a partnership"."""

from collections.abc import Sequence, Set
from itertools import compress, count

from termlint.analysis.layout import Layout

_REACH = 4
"""So many words before a cue may hold the negation."""
_NEGATIONS = frozenset(("not", "no", "never", "without", "neither", "nor", "hardly", "cannot", "nobody"))
_NEGATING_PAIRS = frozenset((("rather", "than"), ("instead", "of"), ("more", "than"), ("other", "than")))
_DENYING = _NEGATIONS | {second for _, second in _NEGATING_PAIRS}
_FOCUS = frozenset(("only", "just", "merely", "simply", "longer"))
"""After one of these the negation is of the focus, not of the cue: "not only trust but …"."""


def reached_by_negations(words: Sequence[str], distinct: Set[str]) -> set[int]:
    """The tokens that stand near enough behind a word that could deny them: ``is_negated`` holds for no other."""
    denying = _DENYING & distinct | {word for word in distinct if "'" in word and word.endswith("n't")}
    if not denying:
        return set()
    return {at + by for at in compress(count(), map(denying.__contains__, words)) for by in range(1, _REACH + 1)}


def is_negated(layout: Layout, token: int) -> bool:
    """Whether a negation stands before the token within its clause, and reaches it."""
    first = max(layout.clause_span(token)[0], token - _REACH)
    for at in range(token - 1, first - 1, -1):
        word = layout.words[at]
        if word in _NEGATIONS or word.endswith("n't"):
            return layout.words[at + 1] not in _FOCUS
        if at > first and (layout.words[at - 1], word) in _NEGATING_PAIRS:
            return True
    return False
