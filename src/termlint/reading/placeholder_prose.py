"""Texts for people within placeholders: what is shown where a value is missing, and the branches of ICU messages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_QUOTED = (
    r"(?:\"(?P<{0}double>[^\"{{}}]{{1,500}})\"|'(?P<{0}single>[^'{{}}]{{1,500}})'"
    r"|\u201c(?P<{0}curly>[^\u201d{{}}]{{1,500}})\u201d)"
)
_FALLBACK = re.compile(
    r"\|\s{0,8}(?:fallback|default)\s{0,8}[:(=]\s{0,8}" + _QUOTED.format("a")  # Intercom, Liquid, Jinja, HubSpot
    + r"|\|\|\s{0,8}" + _QUOTED.format("b")
    + r"|personalization_token\(\s{0,8}(?:\"[^\"]{0,200}\"|'[^']{0,200}')\s{0,8},\s{0,8}" + _QUOTED.format("c")
)  # fmt: skip
_NAMED_FALLBACK = re.compile(r",\s{0,8}fallback=(?P<bare>[^%{}]{1,500})")  # Help Scout
_BRANCHED = re.compile(
    r"\{\s{0,8}\w[\w.]{0,63}\s{0,8},\s{0,8}(?:plural|selectordinal|select)\s{0,8},\s{0,8}(?:offset:\d{1,4})?"
)
_BRANCH = re.compile(r"\s*+=?\w+\s*+\{")
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Prose:
    start: int
    end: int
    text: str


def prose_in_placeholders(source: str, ranges: Sequence[tuple[int, int]]) -> Iterator[Prose]:
    for start, end in ranges:
        if source.startswith("{{", start):
            inside = source[start:end]
            if "|" in inside or "personalization_token" in inside:
                for match in _FALLBACK.finditer(inside):
                    group = str(match.lastgroup)
                    yield Prose(start + match.start(group), start + match.end(group), match[group])
        elif source.startswith("{%", start):
            fallback = _NAMED_FALLBACK.search(source, start, end)
            if fallback:
                yield Prose(*fallback.span("bare"), fallback["bare"])
        elif _BRANCHED.match(source, start, end):
            for branch_start, branch_end in branches(source, start, end, matching_braces(source, start, end)):
                yield Prose(branch_start, branch_end, source[branch_start:branch_end])


def branches(source: str, start: int, end: int, braces: dict[int, int]) -> list[tuple[int, int]]:
    """The branches of the ICU message at ``source[start:end]``; none where it is no such message."""
    head = _BRANCHED.match(source, start, end)
    found: list[tuple[int, int]] = []
    at = head.end() if head else end
    while branch := _BRANCH.match(source, at, end - 1):
        close = braces.get(branch.end() - 1)
        if close is None or close >= end - 1:
            return []
        found.append((branch.end(), close))
        at = close + 1
    return found if not source[at : end - 1].strip() else []


def matching_braces(source: str, start: int = 0, end: int | None = None) -> dict[int, int]:
    """Of each opening brace that is closed: where."""
    matching: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(source, start, len(source) if end is None else end):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            matching[opened.pop()] = brace.start()
    return matching
