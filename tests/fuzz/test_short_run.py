"""A few mutated documents of each format; ``make fuzz`` reads as many as there is time for."""

from itertools import islice

import pytest

from tests.fuzz.reading import FORMATS, cases, read_case


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_made_worse_is_read_or_refused(format: str) -> None:
    for case in islice(cases(format, seed=1), 12 if format == "pdf" else 40):
        read_case(case)
