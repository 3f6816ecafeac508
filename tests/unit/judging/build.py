"""Documents and mentions by hand: Markdown is not read here, and nothing is inferred."""

import re
from dataclasses import replace

from termlint.config import EffectiveStyle, load_text
from termlint.judging import judge
from termlint.model.document import Block, BlockKind, Document, Mark, MarkKind, Segment, SegmentKind
from termlint.model.finding import Finding, Verdict
from termlint.model.mention import Evidence, Mention, Provider, Relationship, Scope, Sense

ONGOING, TRANSACTIONAL, UNCLEAR = Relationship.ONGOING, Relationship.TRANSACTIONAL, Relationship.UNCLEAR


def style_of(text: str = "", path: str = "a.md") -> EffectiveStyle:
    return load_text(text).for_path(path)


def block_of(text: str, **options: object) -> Block:
    made = Block(BlockKind.PARAGRAPH, text, (Segment(0, len(text), 0, len(text)),))
    return replace(made, **options)  # type: ignore[arg-type]


def evidence(
    text: str, relationship: Relationship, *, weight: float = 1.0, scope: Scope = Scope.SENTENCE, counted: bool = True
) -> Evidence:
    return Evidence(text, 0, len(text), relationship, scope, weight, counted, "a test")


def mentions_in(document: Document, style: EffectiveStyle, **options: object) -> list[Mention]:
    """Every watched word; by default a party that is surely ongoing, with its evidence in the sentence."""
    forms = {form: term.singular for term in style.watched for form in (term.singular, term.plural)}
    words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in sorted(forms, key=len, reverse=True))
    pattern = re.compile(rf"\b({words})(['\u2019]s|(?<=s)['\u2019])?(?!\w)", re.IGNORECASE)
    found = []
    for number, block in enumerate(document.blocks):
        for match in pattern.finditer(block.text):
            mention = Mention(
                block=number,
                start=match.start(),
                end=match.end(),
                source_start=match.start(),
                source_end=match.end(),
                text=match.group(),
                term=forms[" ".join(match[1].lower().split())],
                sense=Sense.PARTY,
                relationship=ONGOING,
                confidence=0.95,
                scope=Scope.SENTENCE,
                provider=Provider.AUTHOR,
            )
            found.append(replace(mention, **options))  # type: ignore[arg-type]
    return found


def document_of(*blocks: Block | str, declared: Relationship | None = None) -> Document:
    made = tuple(block_of(block) if isinstance(block, str) else block for block in blocks)
    return Document("a.md", "\n\n".join(block.text for block in made), "markdown", made, declared=declared)


def judged(*blocks: Block | str, style: str = "", **options: object) -> tuple[Verdict, ...]:
    document, effective = document_of(*blocks), style_of(style)
    return judge(document, mentions_in(document, effective, **options), effective)


def finding_of(*blocks: Block | str, style: str = "", **options: object) -> Finding:
    """The first finding; there must be one."""
    return next(verdict.finding for verdict in judged(*blocks, style=style, **options) if verdict.finding is not None)


def fixed(block: Block | str, *, style: str = "", **options: object) -> str:
    """The text with the edits of every finding; blocks here stand in the source as they are."""
    made = block_of(block) if isinstance(block, str) else block
    text = made.text
    verdicts = judged(made, style=style, **options)
    edits = [edit for verdict in verdicts if verdict.finding and verdict.finding.fix for edit in verdict.finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


__all__ = [
    "ONGOING",
    "TRANSACTIONAL",
    "UNCLEAR",
    "Mark",
    "MarkKind",
    "Segment",
    "SegmentKind",
    "block_of",
    "document_of",
    "evidence",
    "finding_of",
    "fixed",
    "judged",
    "mentions_in",
    "style_of",
]
