"""What stands in a document's headings, looked up once for all of its mentions."""

from collections import defaultdict
from weakref import WeakKeyDictionary

from termlint.analysis.views import DocumentViews
from termlint.model.document import BlockKind
from termlint.model.mention import Relationship
from termlint.rulebook.cues import Cue


class Headed:
    """The words and cues of all headings, in order."""

    def __init__(self, views: DocumentViews) -> None:
        layout = views.layout
        self.words: defaultdict[str, list[int]] = defaultdict(list)
        """Tokens by word."""
        self.cues: defaultdict[str | Relationship | None, list[Cue]] = defaultdict(list)
        """By the id of a family, and by a relationship, the same phrase once."""
        seen: set[tuple[str | Relationship | None, tuple[str, ...]]] = set()
        for number, block in enumerate(layout.document.blocks):
            if block.kind is not BlockKind.HEADING:
                continue
            start, end = layout.block_span(number)
            for token in range(start, end):
                self.words[layout.words[token]].append(token)
            for cue in views.cues_between(start, end):
                for key in (cue.form.family.id, cue.form.family.relationship):
                    if (key, cue.form.words) not in seen:
                        seen.add((key, cue.form.words))
                        self.cues[key].append(cue)


def headed(views: DocumentViews) -> Headed:
    known = _KNOWN.get(views)
    if known is None:
        known = _KNOWN[views] = Headed(views)
    return known


_KNOWN: WeakKeyDictionary[DocumentViews, Headed] = WeakKeyDictionary()
