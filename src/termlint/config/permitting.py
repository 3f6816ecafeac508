"""One more exception for a house style: the new text of its file."""

from termlint.config.loading import TABLE
from termlint.yaml_source.appending import append_toml, append_yaml

KEY = "exceptions"


def with_exception(text: str, *, file: str, phrase: str, reason: str, path: str | None) -> str | None:
    """``text`` with the exception behind those it has, and nothing else of it changed; None where it has no sure place for it.

    ``path``: the one file that it is for, from the folder of the house style with ``/``; None: every file.
    """
    item: dict[str, str | tuple[str, ...]] = {"phrase": phrase, "reason": reason}
    if path is not None:
        item["files"] = (_glob_for(path),)
    if file.endswith(".toml"):
        return append_toml(text, TABLE, KEY, item)
    return append_yaml(text, KEY, item)


def _glob_for(path: str) -> str:
    """A pattern for this one file. Whatever might mean something in a pattern, or cannot stand in one, is any one character."""
    literal = "".join(sign if sign.isalnum() or sign in "/._- ()&+,'@=" else "?" for sign in path)
    return "/" + (literal[:-1] + "?" if literal.endswith(" ") else literal)
