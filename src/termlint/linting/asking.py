"""What the command line asks of one run, whatever the house styles say."""

from dataclasses import dataclass, replace

from termlint.config import EffectiveStyle, Origin, Setting


@dataclass(frozen=True, slots=True)
class Asked:
    select: frozenset[str] = frozenset()
    """The codes of the rules that are on, all others being off; empty: as the house style says."""
    ignore: frozenset[str] = frozenset()
    """The codes of rules that are off, selected or not."""
    min_confidence: Setting[float | None] | None = None
    """None: as the house style says."""


def narrowed(style: EffectiveStyle, asked: Asked) -> EffectiveStyle:
    if asked == Asked():
        return style
    rules = {code: _switched(code, setting, asked) for code, setting in style.rules.items()}
    return replace(style, rules=rules, threshold=asked.min_confidence or style.threshold, narrowed=True)


def _switched(code: str, setting: Setting[bool], asked: Asked) -> Setting[bool]:
    if code in asked.ignore:
        return Setting(False, Origin("--ignore", 1))
    if asked.select:
        return Setting(code in asked.select, Origin("--select", 1))
    return setting
