"""A house style's own cue."""

from dataclasses import dataclass

from termlint.model.mention import Relationship


@dataclass(frozen=True, slots=True)
class OwnCue:
    """A phrase (lower case, words separated by one blank) that a house style says points to a relationship."""

    phrase: str
    relationship: Relationship
