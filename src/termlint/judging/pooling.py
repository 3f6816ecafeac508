"""The relationship of an agreement's party, from the readings of all its uses."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from termlint.model.mention import Evidence, Mention, Relationship, Scope, Sense

MOST_TOLD = 8
_BARE = ("word", "beside the word")
_NAMED_FROM = 0.65
_SILENT = 0.1
"""What a use that shows nothing weighs beside one that does: an agreement is mostly clauses about neither."""


@dataclass(frozen=True, slots=True)
class Pooled:
    relationship: Relationship
    confidence: float
    declared: bool
    counts: tuple[tuple[Relationship, int], ...]
    evidence: tuple[Evidence, ...]


def pool(mentions: Sequence[Mention]) -> Pooled:
    """The clear uses decide, by how far they agree; those that show nothing make it a little less sure."""
    read = [mention for mention in mentions if mention.sense is Sense.PARTY and mention.relationship is not None]
    counted = Counter(mention.relationship for mention in read if mention.relationship)
    counts = tuple((relationship, counted[relationship]) for relationship in Relationship)
    weights = {each: sum(mention.confidence for mention in read if mention.relationship is each) for each in Relationship}
    clear = counted[Relationship.ONGOING] + counted[Relationship.TRANSACTIONAL]
    if not clear:
        return Pooled(Relationship.UNCLEAR, round(weights[Relationship.UNCLEAR] / max(1, len(read)), 3), False, counts, ())
    ahead = max((Relationship.ONGOING, Relationship.TRANSACTIONAL), key=weights.__getitem__)
    behind = Relationship.TRANSACTIONAL if ahead is Relationship.ONGOING else Relationship.ONGOING
    confidence = max(0.0, weights[ahead] - weights[behind]) / (clear + _SILENT * counted[Relationship.UNCLEAR])
    declared = all(mention.declared for mention in read)
    relationship = ahead if confidence >= _NAMED_FROM else Relationship.UNCLEAR
    if relationship is Relationship.UNCLEAR:
        confidence = 1.0 - confidence
    return Pooled(relationship, round(confidence, 3), declared, counts, _evidence(read, counts))


def quotable(evidence: Sequence[Evidence], relationship: Relationship) -> list[Evidence]:
    """What a message can quote for a relationship, the heaviest first."""
    return [each for each in evidence if each.relationship is relationship and any(letter.isalnum() for letter in each.text)]


def _evidence(mentions: Sequence[Mention], counts: Sequence[tuple[Relationship, int]]) -> tuple[Evidence, ...]:
    """Each piece of text once, with the most it weighs for any use."""
    heaviest: dict[tuple[int, Relationship], Evidence] = {}
    for mention in mentions:
        for piece in mention.evidence:
            if piece.counted and piece.start is not None and piece.relationship and piece.weight > 0:
                key = (piece.start, piece.relationship)
                if key not in heaviest or piece.weight > heaviest[key].weight:
                    heaviest[key] = piece
    seen: set[str] = set()
    told: list[Evidence] = []
    for piece in sorted(heaviest.values(), key=lambda each: (each.why in _BARE, -each.weight, each.start or 0)):
        if piece.text.lower() not in seen:
            seen.add(piece.text.lower())
            told.append(piece)
    if not told:
        return next((mention.evidence for mention in mentions if mention.declared), ())
    sums = ", ".join(f"{count} {relationship}" for relationship, count in counts if count)
    ahead = max((pair for pair in counts if pair[0] is not Relationship.UNCLEAR), key=lambda pair: pair[1])[0]
    return (*told[:MOST_TOLD], Evidence("", None, None, ahead, Scope.DOCUMENT, 0.0, True, f"all uses together: {sums}"))
