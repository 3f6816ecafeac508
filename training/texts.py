"""Labelled texts for fitting: those written for termlint, and labelled documents of a corpus folder."""

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termlint.model.document import Document, source_range
from termlint.model.source import SourceText
from termlint.model.term import Term
from termlint.reading import read

TERMS = (Term.of("customer"), Term.of("client"))
LABEL = re.compile(r"\[(?:([otuOTU])(s?)|([snm]):([^\]]*))\]")
RELATIONSHIPS = {"o": "ongoing", "t": "transactional", "u": "unclear"}
SENSES = {"s": "software", "n": "name", "m": "mention"}


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    document: Document
    group: str
    """What is left out together: a file of written texts, a repository of a corpus."""
    kind: str
    labels: dict[int, tuple[str, str | None]]
    """Sense and relationship by source offset of the mention."""


def written_texts(folder: Path) -> Iterator[LabelledDocument]:
    """Every document of ``folder/*.txt``; see README.md there for the form."""
    for file in sorted(folder.glob("*.txt")):
        for number, raw in enumerate(re.split(r"(?m)^---[ \t]*\n", file.read_text(encoding="utf-8"))):
            header, body = _header(raw)
            if LABEL.search(body):
                text, labels = render(body, seed=f"{file.stem} {number}")
                source = SourceText(f"{file.stem}-{number}.md", text)
                yield LabelledDocument(read(source, format="markdown"), file.stem, header.get("kind", file.stem), labels)


def corpus_texts(labels: Path, folder: Path, *, endings: tuple[str, ...] = (".md", ".txt")) -> Iterator[LabelledDocument]:
    """Every labelled document of a corpus.

    ``labels`` has one JSON object a mention; the texts stand at ``folder/owner+repo/path``.
    """
    rows = defaultdict(list)
    for line in labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["repo"], row["path"]].append(row)
    for (repo, path), cases in sorted(rows.items()):
        if path.endswith(endings):
            raw = folder.joinpath(repo.replace("/", "+"), path).read_bytes().decode("utf-8", "replace")
            bom = raw.startswith("\ufeff")
            known = {case["offset"] - bom: (case["sense"], case["relationship"]) for case in cases}
            yield LabelledDocument(read(SourceText(path, raw[bom:])), repo, repo, known)


def render(body: str, *, seed: str) -> tuple[str, dict[int, tuple[str, str | None]]]:
    """The text with its labels replaced by words. The party's word is drawn at random, so that it can't be learned."""
    draw = random.Random(seed)
    usual, other = draw.sample(["customer", "client"], 2)
    pieces: list[str] = []
    labels: dict[int, tuple[str, str | None]] = {}
    at = length = 0
    for match in LABEL.finditer(body):
        pieces.append(body[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[3]:
            word = match[4]
            inside = re.search(r"(?i)customer|client", word)
            labels[length + (inside.start() if inside else 0)] = (SENSES[match[3]], None)
        else:
            word = (usual if draw.random() > 0.15 else other) + match[2]
            word = word.capitalize() if match[1].isupper() else word
            labels[length] = ("party", RELATIONSHIPS[match[1].lower()])
        pieces.append(word)
        length += len(word)
    return "".join(pieces) + body[at:], labels


def labelled_hits(text: LabelledDocument, hits: list) -> list[tuple[int, str, str | None]]:
    """Index of the hit, sense and relationship, for every hit that has a label."""
    found = []
    for index, hit in enumerate(hits):
        offset = source_range(text.document.blocks[hit.block], hit.start, hit.end)[0]
        if offset in text.labels:
            found.append((index, *text.labels[offset]))
    return found


def _header(raw: str) -> tuple[dict[str, str], str]:
    match = re.match(r"\s*%%(.*)\n", raw)
    if not match:
        return {}, raw
    return dict(part.split("=", 1) for part in match[1].split() if "=" in part), raw[match.end() :]
