"""Which directives hold prose: everything else is code, data or a list of names."""

import re

_SAID = frozenset(
    "note warning tip important caution danger hint attention error seealso todo epigraph highlights pull-quote versionadded"
    " versionchanged versionremoved deprecated".split()
)
"""Their arguments are the beginning of their content."""
_TITLED = frozenset(
    "admonition topic sidebar rubric centered dropdown card tab-item tab table list-table csv-table button-link".split()
)
"""Their argument is a title, or all there is."""
_HOLDING = frozenset(
    "admonition topic sidebar dropdown card tab-item tab tabs tab-set table list-table container compound only class glossary"
    " figure grid grid-item grid-item-card rst-class line-block header footer hlist ifconfig".split()
)
"""Their content is prose."""
_DESCRIBED = re.compile(
    r"(?:\w+:)?(?:function|method|class|attribute|data|exception|staticmethod|classmethod|property|module|option|cmdoption"
    r"|envvar|describe|object|confval|macro|type|struct|member|program|http:\w+|get|post|put|patch|delete)"
)
QUOTED = frozenset(("epigraph", "highlights", "pull-quote"))


def says_by_arguments(name: str) -> bool:
    return name.lower() in _SAID or name.lower() == "replace"


def has_title(name: str) -> bool:
    return name.lower() in _TITLED


def holds_prose(name: str) -> bool:
    name = name.lower()
    return name in _SAID or name in _HOLDING or _DESCRIBED.fullmatch(name) is not None
