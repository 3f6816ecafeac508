"""How much of the case book is read rightly, as shares in percent, and the floor under each."""

from collections.abc import Sequence

from case_book import Reading

from termlint import Relationship, Sense

_CLEAR = frozenset({Relationship.ONGOING, Relationship.TRANSACTIONAL})

FLOORS = {
    "sense accuracy": 94.9,
    "relationship precision": 95.0,
    "relationship recall": 85.5,
    "unclear left unclear": 91.7,
    "flag precision": 98.0,
    "flag recall": 57.7,
}
"""Two points below what the book measured when the floor was last set."""


def figures(readings: Sequence[Reading]) -> dict[str, float]:
    """``relationship precision`` counts a relationship read where the label is unclear, or no party, as wrong."""
    clear = [each for each in readings if each.label.is_clear]
    said = [each for each in readings if each.relationship in _CLEAR]
    unclear = [each for each in readings if each.label.relationship is Relationship.UNCLEAR]
    judged = [each for each in readings if not each.label.defined]
    to_flag = [each for each in judged if each.is_to_flag]
    flags = [each for each in judged if each.flagged]
    return {
        "sense accuracy": _share(sum(each.sense is each.label.sense for each in readings), len(readings)),
        "relationship precision": _share(sum(_is_read(each) for each in said), len(said)),
        "relationship recall": _share(sum(_is_read(each) for each in clear), len(clear)),
        "unclear left unclear": _share(sum(_is_read(each) for each in unclear), len(unclear)),
        "flag precision": _share(sum(each.is_to_flag for each in flags), len(flags)),
        "flag recall": _share(sum(each.flagged for each in to_flag), len(to_flag)),
    }


def told(readings: Sequence[Reading]) -> str:
    """Today's shares beside their floors, one a line."""
    return "\n".join(f"{name:24}{share:6.1f}  floor {FLOORS[name]:5.1f}" for name, share in figures(readings).items())


def _is_read(reading: Reading) -> bool:
    return reading.sense is Sense.PARTY and reading.relationship is reading.label.relationship


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0
