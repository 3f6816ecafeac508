"""YAML and TOML as a small frozen tree that knows where everything stands. ruamel.yaml is imported in this room only."""

from termlint.yaml_source.decoding import decode
from termlint.yaml_source.mistake import Mistake, SourceError
from termlint.yaml_source.node import Entry, Mapping, Node, Place, Scalar, Sequence
from termlint.yaml_source.reading import read_toml, read_yaml

__all__ = [
    "Entry",
    "Mapping",
    "Mistake",
    "Node",
    "Place",
    "Scalar",
    "Sequence",
    "SourceError",
    "decode",
    "read_toml",
    "read_yaml",
]
