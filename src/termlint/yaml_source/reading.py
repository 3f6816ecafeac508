"""The two languages. What reads one is imported with the first file of it: most runs meet neither."""

from termlint.yaml_source.node import Mapping, Node


def read_yaml(text: str, *, file: str, lines_above: int = 0) -> Node:
    """The one document in ``text``; an empty one is a null. ``lines_above`` shifts places, for YAML inside another file.

    Raises ``SourceError`` with every mistake up to the first that stops the reading.
    """
    from termlint.yaml_source.yaml import yaml_tree

    return yaml_tree(text, file=file, lines_above=lines_above)


def read_toml(text: str, *, file: str, table: tuple[str, ...]) -> Mapping | None:
    """The table at a path of keys, or None where the file has none. Raises ``SourceError``."""
    from termlint.yaml_source.toml import toml_tree

    return toml_tree(text, file=file, table=table)
