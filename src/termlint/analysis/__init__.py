"""From a document to its mentions: where they are, what they mean, and why. spaCy begins and ends here, where it is needed."""

from termlint.analysis.agreement import read_agreement
from termlint.analysis.inputs import ReadingInputs
from termlint.analysis.mentions import read_mentions

__all__ = ["ReadingInputs", "read_agreement", "read_mentions"]
