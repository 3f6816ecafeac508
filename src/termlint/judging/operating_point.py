"""How sure the reading must be where a house style says ``min_confidence: auto``. Set by measuring, see ``docs/accuracy.md``.

Writers mostly choose the right word, so of two equally sure readings the one that contradicts the writer is more often
wrong. A flag therefore needs more than the confidence that names a relationship.
"""

from termlint.model.mention import Relationship

AUTO = {Relationship.ONGOING: 0.9, Relationship.TRANSACTIONAL: 0.9}
