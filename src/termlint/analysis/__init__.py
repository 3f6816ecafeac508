"""From a document to its mentions: where they are, what they mean, and why. spaCy begins and ends here."""

from termlint.analysis.agreement import read_agreement
from termlint.analysis.inputs import ReadingInputs
from termlint.analysis.reader import read_mentions

__all__ = ["ReadingInputs", "read_agreement", "read_mentions"]
