"""How each format writes a comment."""

from dataclasses import dataclass
from pathlib import PurePath

from termlint.model.document import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class CommentForm:
    opening: str
    closing: str = ""
    sign: str = " -- "
    """Before the reason; two hyphens may not stand in a comment of XML."""
    inline: bool = True
    """It may stand behind a text, in its line."""
    whole: bool = False
    """``disable-next-line`` reaches all of the paragraph or value that begins there, and none can stand within it."""
    apart: bool = False
    """It needs blank lines around it."""

    def written(self, kind: str, codes: list[str], reason: str) -> str:
        end = f" {self.closing}" if self.closing else ""
        return f"{self.opening} termlint-{kind} {', '.join(codes)}{self.sign}{reason}{end}"

    def can_hold(self, reason: str) -> bool:
        return not self.closing or self.closing not in reason


_HTML = CommentForm("<!--", "-->")
_JSX = CommentForm("{/*", "*/}")
_HASH = CommentForm("#", whole=True)
_FRONT = CommentForm("#", inline=False, whole=True)
_BY_FORMAT = {
    "markdown": _HTML,
    "mdx": _JSX,
    "html": _HTML,
    "asciidoc": CommentForm("//", inline=False),
    "rst": CommentForm("..", inline=False, whole=True, apart=True),
    "yaml": _HASH,
    "gettext": CommentForm("#", inline=False, whole=True),
    "xliff": CommentForm("<!--", "-->", sign=": "),
}
_BY_EXTENSION = {
    ".jsonc": CommentForm("//"),
    **dict.fromkeys((".jinja", ".jinja2", ".j2", ".njk", ".twig"), CommentForm("{#", "#}")),
    ".liquid": CommentForm("{% comment %}", "{% endcomment %}"),
    **dict.fromkeys((".hbs", ".handlebars"), CommentForm("{{!--", "--}}")),
    ".mustache": CommentForm("{{!", "}}"),
    **dict.fromkeys((".erb", ".ejs"), CommentForm("<%#", "%>")),
}


def ends_a_comment(reason: str) -> bool:
    """Whether it would end the comment of some format before its time."""
    return any(end in reason for end in ("-->", "*/", "#}", "}}", "%>", "%}"))


def form_for(document: Document, block: Block) -> CommentForm | None:
    """The form for a comment beside a block; None where the format has none."""
    by_extension = _BY_EXTENSION.get(PurePath(document.path).suffix.lower())
    if document.format in ("markdown", "mdx") and block.kind is BlockKind.FIELD:
        return _FRONT
    if by_extension is not None and document.format in ("html", "json"):
        return by_extension
    if document.format == "markdown" and "{/*" in document.text and "<!--" not in document.text:
        return _JSX
    return _BY_FORMAT.get(document.format)
