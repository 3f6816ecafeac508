"""The one door to the analysis. spaCy is imported with the first document that mentions a watched term."""

from termlint.analysis.inputs import ReadingInputs
from termlint.analysis.layout import is_mentioned
from termlint.model.agreement import Agreement
from termlint.model.document import Document
from termlint.model.mention import Mention


def read_mentions(document: Document, inputs: ReadingInputs, agreement: Agreement | None = None) -> tuple[Mention, ...]:
    """Every mention of a watched term in document order, with its sense and relationship, and evidence where it is wanted.

    ``agreement`` is what ``read_agreement`` made of the same document; None: it is asked here.
    """
    if not is_mentioned(document, inputs.terms):
        return ()
    from termlint.analysis.reader import read_mentioned

    return read_mentioned(document, inputs, agreement)
