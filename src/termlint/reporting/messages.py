"""A finding's message where no excerpt stands beside it."""

from termlint.model.finding import Finding
from termlint.reporting.printable import printable


def message_of(finding: Finding) -> str:
    """With the place in people's words (a macro's title, a page), where the document has such words."""
    where = f" [{finding.location.label}]" if finding.location else ""
    return printable(finding.message + where)
