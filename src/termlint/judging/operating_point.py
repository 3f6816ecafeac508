"""How sure the reading must be where a house style says ``min_confidence: auto``. Set by measuring."""

from termlint.model.mention import Relationship

AUTO = {Relationship.ONGOING: 0.8, Relationship.TRANSACTIONAL: 0.8}
