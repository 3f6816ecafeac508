"""One case: a document made worse is read, or refused, and every place that a reader tells is one."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from termlint.model.errors import UnreadableError
from termlint.model.source import SourceText
from termlint.reading import decode, read
from tests.format_samples import CONTAINERS, TEXTS
from tests.fuzz.mutating import mutated, mutated_bytes, mutated_members
from tests.properties.reading_laws import check_places

FORMATS = (*TEXTS, *CONTAINERS)
SLOWEST = 40_000
"""Characters a second; below it a reader takes more than linear time for something. Half a second is free."""


@dataclass(frozen=True, slots=True)
class Case:
    format: str
    name: str
    content: str | bytes


def cases(format: str, seed: int) -> Iterator[Case]:
    """Without an end, the same for the same seed."""
    chance = random.Random(f"{format} {seed}")
    others = [text for _, text in TEXTS.values()]
    if format in TEXTS:
        name, text = TEXTS[format]
        while True:
            yield Case(format, name, mutated(text, others, chance))
    name, make = CONTAINERS[format]
    whole = make(1)
    while True:
        worse = mutated_members if format == "docx" and chance.randrange(3) else mutated_bytes
        yield Case(format, name, worse(whole, chance))


def read_case(case: Case) -> float:
    """Seconds of work beyond what its size explains; 0 for most. Raises whatever is wrong."""
    began = time.process_time()
    size = len(case.content)
    try:
        if isinstance(case.content, bytes):
            source = decode(case.content, display=case.name)
            size = max(size, len(source.text))
        else:
            source = SourceText(case.name, case.content)
        document = read(source)
    except UnreadableError:
        return max(0.0, time.process_time() - began - 0.5 - size / SLOWEST)
    late = max(0.0, time.process_time() - began - 0.5 - size / SLOWEST)
    check_places(document)
    return late
