"""House styles: found, loaded, merged, and asked what holds for a path."""

from termlint.config.discovery import find
from termlint.config.house_style import HouseStyle
from termlint.config.loading import HouseStyleError, default, load, load_preset, load_text
from termlint.config.style import EffectiveStyle, Example, ExceptionPhrase, Origin, Setting, TermEntry, TermRow, TermStatus

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
    "find",
    "load",
    "load_preset",
    "load_text",
]
