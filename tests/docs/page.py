"""A page of the documentation as what a reader would do with it.

- A block of ``sh`` is run line by line, in one scratch repository a page; a ``text`` block right behind it is what it prints.
- A block behind a line that ends in ``NAME`:`` is the file NAME.
- A block of ``yaml`` or ``toml`` has to be valid; one that is a house style holds, and its examples come out as expected.
- A block of ``python`` runs. Every ``termlint …`` in the text is understood, and every link leads somewhere.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`([\w./-]+\.\w+)`[^`\n]*:\n+\Z")


@dataclass(frozen=True)
class Block:
    language: str
    text: str
    file: str | None
    """The name of the file that it shows."""
    behind: bool
    """Nothing stands between it and the block before."""


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    found, last = [], 0
    for match in _BLOCK.finditer(text):
        between = text[last : match.start()]
        name = _FILE.search(between)
        found.append(Block(match[1], match[2], name[1] if name else None, bool(last) and not between.strip()))
        last = match.end()
    return found


def prose(page: Path) -> str:
    """Without its blocks."""
    return _BLOCK.sub("", page.read_text(encoding="utf-8"))


def inline_commands(page: Path) -> list[str]:
    return sorted(set(re.findall(r"`(termlint(?: [^`]*)?)`", prose(page))))


def links(page: Path) -> list[str]:
    """Those within the repository."""
    text = re.sub(r"`[^`\n]*`", "", prose(page))
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    targets += [one.removeprefix(HOME) for one in re.findall(r"^\[[^\]]+\]: (\S+)$", text, re.MULTILINE)]
    return [one for one in targets if not re.match(r"[a-z]+:", one)]


HOME = "https://github.com/termlint/termlint/blob/main/"


def anchors(page: Path) -> set[str]:
    """As GitHub makes them of headings."""
    titles = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
