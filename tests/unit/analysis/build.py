"""Documents by hand, laid out and read: no file format is involved."""

from dataclasses import replace

from termlint.analysis import ReadingInputs, read_mentions
from termlint.analysis.layout import Layout, lay_out
from termlint.model.cue import OwnCue
from termlint.model.document import Block, BlockKind, Document, Mark, MarkKind, Segment
from termlint.model.mention import Mention, Relationship
from termlint.model.term import Term

CUSTOMER, CLIENT = Term.of("customer"), Term.of("client")
TERMS = (CUSTOMER, CLIENT)
SUPPORTED = Term.of("person we support", "people we support")
ONGOING, TRANSACTIONAL, UNCLEAR = Relationship.ONGOING, Relationship.TRANSACTIONAL, Relationship.UNCLEAR


def document_of(*blocks: Block | str, title: str = "", declared: Relationship | None = None) -> Document:
    """The blocks stand in the source one after the other, a blank line between two."""
    source, placed = "", []
    for block in blocks:
        made = Block(BlockKind.PARAGRAPH, block, ()) if isinstance(block, str) else block
        at = len(source)
        source += made.text + "\n\n"
        segments = (Segment(0, len(made.text), at, at + len(made.text)),) if made.text else ()
        placed.append(replace(made, segments=segments))
    return Document("a.md", source, "markdown", tuple(placed), title, declared)


def block_of(text: str, **options: object) -> Block:
    return replace(Block(BlockKind.PARAGRAPH, text, ()), **options)  # type: ignore[arg-type]


def marked(text: str, kind: MarkKind = MarkKind.STRONG) -> Block:
    """A block in which ``*so*`` is marked."""
    before, inside, behind = text.split("*")
    return block_of(before + inside + behind, marks=(Mark(len(before), len(before) + len(inside), kind),))


def laid_out(*blocks: Block | str, terms: tuple[Term, ...] = TERMS) -> Layout:
    return lay_out(document_of(*blocks), terms)


def mentions_in(
    *blocks: Block | str,
    terms: tuple[Term, ...] = TERMS,
    cues: tuple[OwnCue, ...] = (),
    declared: Relationship | None = None,
    title: str = "",
) -> tuple[Mention, ...]:
    return read_mentions(document_of(*blocks, title=title), ReadingInputs(terms, cues, declared))
