"""Whether a cue is denied: "without any long-term commitment", "not a one-off purchase but a partnership"."""

from termlint.analysis.layout import Layout

_REACH = 4
"""So many words before a cue may hold the negation."""
_NEGATIONS = frozenset(("not", "no", "never", "without", "neither", "nor", "hardly", "cannot", "nobody"))
_NEGATING_PAIRS = frozenset((("rather", "than"), ("instead", "of"), ("more", "than"), ("other", "than")))
_FOCUS = frozenset(("only", "just", "merely", "simply", "longer"))
"""After one of these the negation is of the focus, not of the cue: "not only trust but …"."""


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
