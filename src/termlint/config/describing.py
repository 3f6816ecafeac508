"""The effective house style as lines of key, value and origin."""

import os

from termlint.config.house_style import HouseStyle
from termlint.config.style import Origin

Line = tuple[str, str, Origin]


def describe(style: HouseStyle, path: str | os.PathLike[str]) -> list[Line]:
    """Every effective value for a path, keys as a house style spells them, with the file and line it came from."""
    holds = style.for_path(path)
    lines: list[Line] = []
    if holds.relationship:
        lines.append(("relationship", holds.relationship.value, holds.relationship.origin))
    for row in holds.terms:
        for entry in row.entries:
            plural = f"{entry.spelling.singular} ({entry.spelling.plural})"
            lines.append((f"terms.{row.relationship}.{entry.status}", plural, entry.origin))
    confidence = holds.threshold.value
    lines.append(("min_confidence", "auto" if confidence is None else str(confidence), holds.threshold.origin))
    for exception in holds.exceptions:
        lines.append(("exceptions", f"{exception.phrase} ({exception.reason})", exception.origin))
    for rule in holds.readers:
        lines += [("readers.prose", glob, rule.origin) for glob in rule.fields.prose]
        lines += [("readers.skip", glob, rule.origin) for glob in rule.fields.skip]
    for cue in holds.own_cues:
        lines.append(("cues", f"{cue.value.phrase} ({cue.value.relationship})", cue.origin))
    lines.append(("agreements", holds.agreements.value.value, holds.agreements.origin))
    for code, switch in sorted(holds.rules.items()):
        lines.append((f"rules.{code}", "on" if switch.value else "off", switch.origin))
    for code, severity in sorted(holds.severities.items()):
        lines.append((f"severity.{code}", severity.value, severity.origin))
    return lines
