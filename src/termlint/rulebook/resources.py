"""Files of the package ``termlint.rules``, which is the top-level folder ``rules`` of the repository."""

from importlib.resources import files


def resource_text(name: str) -> str:
    """The text of a shipped file, named with ``/`` from the folder ``rules``: ``presets/default.yaml``."""
    return files("termlint.rules").joinpath(*name.split("/")).read_text(encoding="utf-8")
