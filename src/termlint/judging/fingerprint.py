"""A name for a finding that stays when lines move: path, rule, sentence, and which of several in it."""

import hashlib
import re
from collections import Counter

from termlint.model.document import Block
from termlint.model.mention import Mention

_END = re.compile("[.!?\u2026][\"'\u201d\u2019)\\]]*\\s")
_REACH = 600


class Fingerprints:
    """Of one document, asked in document order."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._seen: Counter[tuple[str, str]] = Counter()

    def next(self, code: str, mention: Mention, block: Block) -> str:
        sentence = sentence_around(block.text, mention.start, mention.end)
        self._seen[code, sentence] += 1
        parts = (self._path, code, sentence, str(self._seen[code, sentence]))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of ``text[start:end]``, in lower case with single blanks."""
    first = max(0, start - _REACH)
    for match in _END.finditer(text, first, start):
        first = match.end()
    after = _END.search(text, end, end + _REACH)
    return " ".join(text[first : after.end() if after else end + _REACH].casefold().split())
