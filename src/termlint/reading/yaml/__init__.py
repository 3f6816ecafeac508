"""YAML with exact places: tree-sitter tells where the scalars stand, an own decoder what they say."""

from termlint.reading.yaml.document import read_yaml

__all__ = ["read_yaml"]
