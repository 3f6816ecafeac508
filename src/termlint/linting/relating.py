"""What a definition says of the party that it defines."""

from pathlib import Path

from termlint.config import default
from termlint.linting.lint import lint_source
from termlint.model.mention import Relationship
from termlint.model.source import SourceText


def relationship_in(definition: str, *, weights: Path | None = None) -> Relationship:
    """Read as if it stood in a glossary. The word there does not count, so any watched one will do."""
    text = " ".join(definition.split())
    article = "" if text.lower().startswith(("a ", "an ", "the ")) else "a "
    source = SourceText("glossary.txt", f"A customer is {article}{text[:1].lower()}{text[1:].rstrip('.')}.\n")
    verdicts = lint_source(source, default().for_path("glossary.txt"), weights=weights).verdicts
    return verdicts[0].mention.relationship or Relationship.UNCLEAR if verdicts else Relationship.UNCLEAR
