"""The shipped rules as typed values. Files are opened as resources of the package ``termlint.rules``."""

from termlint.rulebook.catalogue import Rule, catalogue
from termlint.rulebook.presets import PRESETS, preset_text
from termlint.rulebook.resources import resource_text
from termlint.rulebook.trees import shipped_tree

__all__ = ["PRESETS", "Rule", "catalogue", "preset_text", "resource_text", "shipped_tree"]
