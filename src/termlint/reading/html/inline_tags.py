"""What inline tags do to a passage, in Markdown's paragraphs and in HTML alike."""

from dataclasses import dataclass, field

from termlint.model.document import MarkKind
from termlint.reading.passage import PassageBuilder

_CODE = frozenset(("code", "kbd", "samp", "var", "tt"))
_MARKS = {
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "i": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS,
    "a": MarkKind.LINK,
}


@dataclass(slots=True)
class InlineTags:
    """Follows the inline tags of one passage. A tag that is never closed does nothing."""

    builder: PassageBuilder
    _open: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def see(self, name: str, *, closing: bool, start: int, end: int) -> None:
        """A tag at ``source[start:end]``."""
        name = name.lower()
        if name == "br":
            self.builder.guard("\n", start, end)
        elif name == "img":
            self.builder.stand_in(MarkKind.IMAGE, start, end)
        elif name not in _CODE and name not in _MARKS:
            return
        elif not closing:
            self._open.setdefault(name, []).append((len(self.builder), start))
        elif opened := self._open.get(name):
            since, tag_start = opened.pop()
            if since > len(self.builder):
                return
            if name in _MARKS:
                self.builder.mark(since, _MARKS[name])
            elif since < len(self.builder):
                self.builder.collapse(since, MarkKind.CODE, tag_start, end)
