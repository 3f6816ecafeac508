"""Folders to time termlint on, made from the texts of ``training/``: the same bytes on every machine.

    python bench/workloads.py FOLDER [NAME ...]

A workload has so many files, bytes and mentions; its mentions stand in some of its files only, as in a real repository, and
its paragraphs are drawn from more than twenty thousand. Nothing of termlint is imported.
"""

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TRAINING = Path(__file__).resolve().parent.parent / "training"
_LABEL = re.compile(r"\[(?:[otu](s?)|[OTU](s?)|[snm]:([^\]]*))\]")
_WATCHED = re.compile(r"(?i)(?<!\w)(?:customer|client)s?(?:['’]s?)?(?!\w)")
_HINT = re.compile(r"(?i)customer|client|termlint|§")
_OTHERS = ("guest", "member", "neighbour", "visitor", "reader", "student", "resident", "partner")
"""Words that nobody watches, for paragraphs without a mention."""


@dataclass(frozen=True, slots=True)
class Workload:
    files: int
    size: int
    """Bytes of all files together, about."""
    mentions: int
    mentioning: float = 1.0
    """The share of files with a mention."""
    of: str = ""
    """The workload whose mentions take twice, five times … the time: what growth is told of."""


WORKLOADS = {
    "idle": Workload(20, 120_000, 0),
    "page": Workload(1, 19_000, 16),
    "commit": Workload(20, 120_000, 77),
    "half": Workload(1000, 6_000_000, 3350, 0.6),
    "folder": Workload(2000, 12_000_000, 6700, 0.6, of="half"),
    "dense": Workload(2000, 12_000_000, 13_400, 0.6, of="folder"),
    "scattered": Workload(830, 5_000_000, 5000),
    "book": Workload(1, 5_000_000, 5000, of="scattered"),
}


def make(name: str, folder: Path) -> Path:
    """The folder of a workload in ``folder``, made unless it is there."""
    made = folder / name
    if made.is_dir():
        return made
    workload = WORKLOADS[name]
    unfinished = folder / f"{name}.unfinished"
    unfinished.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(_texts(workload, random.Random(name))):
        section = unfinished / f"section-{number // 50:02}" if workload.files > 50 else unfinished
        section.mkdir(exist_ok=True)
        section.joinpath(f"page-{number:04}.md").write_text(text, encoding="utf-8", newline="\n")
    return unfinished.rename(made)


def mentions_in(folder: Path) -> int:
    """Watched words in the files of a folder, counted by their spelling alone."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return sum(len(_WATCHED.findall(file.read_text(encoding="utf-8", errors="replace"))) for file in files)


def _texts(workload: Workload, draw: random.Random) -> Iterator[str]:
    with_one, without = _Deck(_mentioning(), draw), _Deck(_plain(), draw)
    size = workload.size // workload.files
    holders = max(1, round(workload.files * workload.mentioning)) if workload.mentions else 0
    held = [0] * workload.files
    for file in draw.sample(range(workload.files), holders):
        held[file] = 1
    for file in draw.choices([file for file, count in enumerate(held) if count], k=workload.mentions - holders):
        held[file] += 1
    for number, mentions in enumerate(held):
        yield _page(number, size, mentions, with_one, without, draw)


def _page(number: int, size: int, mentions: int, with_one: "_Deck", without: "_Deck", draw: random.Random) -> str:
    paragraphs: list[str] = []
    length = 0
    while mentions:
        text, count = with_one.next(mentions)
        paragraphs.append(text)
        length, mentions = length + len(text.encode()) + 2, mentions - count
    while length < size:
        text, _ = without.next(0)
        paragraphs.append(text)
        length += len(text.encode()) + 2
    draw.shuffle(paragraphs)
    return "\n\n".join([f"# Page {number}", *paragraphs]) + "\n"


class _Deck:
    """Paragraphs with their mentions in a drawn order, over and over."""

    def __init__(self, paragraphs: list[tuple[str, int]], draw: random.Random) -> None:
        draw.shuffle(paragraphs)
        self._paragraphs, self._at = paragraphs, 0

    def next(self, most: int) -> tuple[str, int]:
        """The next one with ``most`` mentions at most."""
        while True:
            text, count = self._paragraphs[self._at % len(self._paragraphs)]
            self._at += 1
            if count <= most:
                return text, count


def _mentioning() -> list[tuple[str, int]]:
    draw = random.Random("words")
    texts = []
    for raw in _paragraphs():
        word = draw.choice(("customer", "client"))
        texts.append(_LABEL.sub(lambda match, word=word: _rendered(match, word), raw))
    return [(text, count) for text in texts if (count := len(_WATCHED.findall(text)))]


def _plain() -> list[tuple[str, int]]:
    draw = random.Random("others")
    texts = []
    for raw in _paragraphs():
        word = draw.choice(_OTHERS)
        texts.append(_LABEL.sub(lambda match, word=word: _rendered(match, word), raw))
    return [(text, 0) for text in texts if not _HINT.search(text)]


def _rendered(match: re.Match[str], word: str) -> str:
    if match[3] is not None:
        return match[3]
    plural = match[1] or match[2] or ""
    return (word if match[1] is not None else word.capitalize()) + plural


def _paragraphs() -> list[str]:
    """Every paragraph once, without those that would change what stands after them on a page."""
    found: dict[str, None] = {}
    for file in sorted(TRAINING.glob("*.txt")):
        for text in re.split(r"\n\s*\n|(?m:^---[ \t]*\n)", file.read_text(encoding="utf-8")):
            text = re.sub(r"\A%%.*\n?", "", text).strip("\n")
            if text.strip() and not re.search(r"(?m)^\s*(?:```|~~~|---|\+\+\+|<)", text):
                found[text] = None
    return list(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(WORKLOADS)}; default: all")
    options = parser.parse_args()
    for name in options.names or WORKLOADS:
        made = make(name, options.folder)
        files = [file for file in made.rglob("*") if file.is_file()]
        size = sum(file.stat().st_size for file in files)
        print(f"{name:<10} {len(files):>5} files {size / 1e6:>7.2f} MB {mentions_in(made):>6} mentions")  # noqa: T201


if __name__ == "__main__":
    main()
