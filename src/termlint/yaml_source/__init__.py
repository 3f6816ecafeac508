"""YAML and TOML as a small frozen tree that knows where everything stands. ruamel.yaml is imported in this room only."""

from termlint.yaml_source.appending import append_toml, append_yaml
from termlint.yaml_source.decoding import decode
from termlint.yaml_source.mistake import Mistake, SourceError
from termlint.yaml_source.node import Entry, Mapping, Node, Place, Scalar, Sequence
from termlint.yaml_source.toml import read_toml
from termlint.yaml_source.yaml import read_yaml

__all__ = [
    "Entry",
    "Mapping",
    "Mistake",
    "Node",
    "Place",
    "Scalar",
    "Sequence",
    "SourceError",
    "append_toml",
    "append_yaml",
    "decode",
    "read_toml",
    "read_yaml",
]
