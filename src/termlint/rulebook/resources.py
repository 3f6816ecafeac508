"""Files of the package ``termlint.rules``, which is the top-level folder ``rules`` of the repository."""

from importlib.resources import files

from termlint.yaml_source import Node, read_yaml


def resource_text(name: str) -> str:
    """The text of a shipped file, named with ``/`` from the folder ``rules``: ``presets/default.yaml``."""
    return files("termlint.rules").joinpath(*name.split("/")).read_text(encoding="utf-8")


def resource_tree(name: str) -> Node:
    """The YAML of a shipped file. Its mistakes name it as ``rules/NAME``."""
    return read_yaml(resource_text(name), file=f"rules/{name}")
