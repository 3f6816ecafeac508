"""A name for a finding that stays when lines move: path, rule, sentence, and which of several in it."""

import hashlib
import re
from collections import Counter
from dataclasses import replace

from termlint.model.finding import Finding

_END = re.compile("[.!?\u2026][\"'\u201d\u2019)\\]]*\\s")
_REACH = 600


class Fingerprints:
    """Of one document, asked in document order."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._seen: Counter[tuple[str, str]] = Counter()

    def put(self, finding: Finding, sentence: str) -> Finding:
        """``sentence``: the normalised text that the finding stands in."""
        self._seen[finding.code, sentence] += 1
        key = _digest(finding.code, sentence, str(self._seen[finding.code, sentence]))
        return replace(finding, key=key, fingerprint=_digest(self._path, key))


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of ``text[start:end]``, in lower case with single blanks."""
    first = max(0, start - _REACH)
    for match in _END.finditer(text, first, start):
        first = match.end()
    after = _END.search(text, end, end + _REACH)
    return " ".join(text[first : after.end() if after else end + _REACH].casefold().split())


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
