"""Importing spaCy without its command line.

``spacy/__init__.py`` imports that command line, with two HTTP clients and a project manager, for the sake of ``spacy.info``
alone: a third of what importing spaCy costs. Here it is imported when somebody asks for it, as ``spacy.info``, ``spacy.cli``
or by an import; nothing else is changed. A spaCy that wants more of it while it starts is started as it is.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_NAME = "spacy.cli"


def start_spacy() -> None:
    """Import spaCy, unless somebody has."""
    if "spacy" in sys.modules:
        return
    absent = _absent()
    sys.modules.update(absent)
    try:
        spacy = import_module("spacy")
    except (ImportError, AttributeError):
        _forget(absent)
        import_module("spacy")
    else:
        _forget(absent)
        spacy.__dict__.setdefault("__getattr__", _late)


def _absent() -> dict[str, ModuleType]:
    """What ``spacy/__init__.py`` asks of the command line."""
    cli, info = ModuleType(_NAME), ModuleType(f"{_NAME}.info")
    cli.__dict__["__path__"] = []
    info.__dict__["info"] = _info
    return {module.__name__: module for module in (cli, info)}


def _forget(absent: dict[str, ModuleType]) -> None:
    for name, module in absent.items():
        if sys.modules.get(name) is module:
            del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """As ``spacy.info``."""
    return import_module(f"{_NAME}.info").info(*arguments, **options)


def _late(name: str) -> ModuleType:
    if name == "cli":
        return import_module(_NAME)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
