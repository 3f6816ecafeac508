"""HTML tags, in Markdown paragraphs and in HTML blocks alike: their names, and what inline ones do to a passage."""

import re
from dataclasses import dataclass, field

from termlint.model.document import MarkKind
from termlint.reading.passage import PassageBuilder

# Bounded, so that unclosed quotes in a row cannot make it quadratic.
TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.\-]*+)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'){0,256}+>")

UNREAD = frozenset(("script", "style", "pre", "textarea", "svg", "math", "template", "iframe", "object", "noembed", "xmp"))
"""Elements whose content is no prose, to the end tag."""

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


def name_of(tag: str) -> tuple[str, bool] | None:
    """The lower-case name of a tag and whether it closes; None for comments and the like."""
    match = TAG.match(tag)
    return (match["name"].lower(), bool(match["close"])) if match else None
