"""What ``explain`` says of an agreement, above its mentions: enough for a lawyer to check it."""

import re

from termlint.config import default
from termlint.linting.lint import lint_source
from termlint.model.source import SourceText
from termlint.reading import decode
from termlint.reporting.agreements import explained_agreements
from tests.agreement_forms import as_docx

STYLE = default().for_path("a.md")
LETTER = """\
# Letter of engagement

This letter sets out the terms on which Tarn Solicitors (the "Firm") will act for Ms Orla Wray (the "Customer").

1. The Firm will advise the Customer on the estate and represent the Customer before the court.
2. Whatever the customer says is confidential. "Customer Papers" means the papers of the Customer.
3. The Firm shall keep the Customer Papers for six years. Our Customer Care Partner is Ms Dunn.
"""


def told(source: SourceText) -> list[str]:
    """Without the pieces of evidence, whose figures are no matter of this test."""
    lines = explained_agreements([lint_source(source, STYLE, explained=True)]).splitlines()
    return [line for line in lines if not re.match(r" {6}[+-]", line)]


def test_definitions_uses_evidence_and_verdict() -> None:
    lines = told(SourceText("a.md", LETTER))
    assert lines[:6] == [
        "a.md: an agreement (title, definitions, its own name)",
        '  "Customer" is defined at line 3: Ms Orla Wray',
        "    uses: 3, at lines 5, 6",
        "    in longer defined terms or titles: 2 (Customer Papers), at lines 6, 7",
        "    in phrases that nothing defines: 1 (Customer Care Partner), at line 7",
        "    in lower case: 1, at line 6",
    ]
    assert re.fullmatch(r"    all together: ongoing \(confidence (?:0\.\d\d|1\.00); \d+ ongoing.*\)", lines[6])
    assert lines[7].startswith('    verdict: TL301 defined-term-contradicts: "Customer": the agreement says "')
    assert '(no fix: it may be part of a name: "Customer Care Partner" is not defined)' in lines[7]


def test_a_word_processors_file_tells_paragraphs() -> None:
    lines = told(decode(as_docx(LETTER), display="a.docx"))
    assert lines[1] == '  "Customer" is defined at paragraph 2, "Letter of engagement": Ms Orla Wray'


def test_a_term_that_is_defined_nowhere_here() -> None:
    text = LETTER.replace('Ms Orla Wray (the "Customer")', "the person named on the cover page").replace(
        "Customer Care", "Senior"
    )
    assert told(SourceText("a.md", text))[1:] == [
        '  "Customer" is written as a term and defined nowhere here: 3 uses, at lines 5, 6; left alone'
    ]
