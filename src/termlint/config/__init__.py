"""House styles: found, loaded, merged, and asked what holds for a path."""

from termlint.config.describing import describe
from termlint.config.discovery import find
from termlint.config.house_style import HouseStyle
from termlint.config.json_schema import json_schema
from termlint.config.loading import HouseStyleError, default, load, load_preset, load_text
from termlint.config.permitting import with_exception
from termlint.config.starting import starting_text
from termlint.config.style import EffectiveStyle, Example, ExceptionPhrase, Origin, Setting, TermEntry, TermRow, TermStatus
from termlint.config.term_base import read_term_base
from termlint.config.term_base_style import style_from

__all__ = [
    "EffectiveStyle",
    "Example",
    "ExceptionPhrase",
    "HouseStyle",
    "HouseStyleError",
    "Origin",
    "Setting",
    "TermEntry",
    "TermRow",
    "TermStatus",
    "default",
    "describe",
    "find",
    "json_schema",
    "load",
    "load_preset",
    "load_text",
    "read_term_base",
    "starting_text",
    "style_from",
    "with_exception",
]
