"""Stretches of running text that are no prose: addresses, paths, blanks to fill in, formulas. All patterns are linear."""

import re
from collections.abc import Iterator

from termlint.model.document import OBJECT, MarkKind

Range = tuple[int, int, MarkKind | None]

_URL = re.compile(r"\b(?:[A-Za-z][A-Za-z0-9+.\-]{1,20}://|[wW]{3}\.(?=\w)|mailto:(?=\S)|tel:(?=[+\d]))[^\s<>\"“”«»]+")
_URL_TAIL = re.compile(r"(?:['\u2019]s|[.,;:!?'\"\u2019)\]}*_])+$")
_MAIL = re.compile(rf"(?<![\w.+\-{OBJECT}])[\w.+\-{OBJECT}]++@(?:[\w\-{OBJECT}]++\.)+[\w{OBJECT}]++")
_TOP_LEVEL = r"(?:com|org|net|io|edu|gov|app|dev|ai|co\.uk|org\.uk|ac\.uk|co\.nz|co\.za|com\.au|eu|de)(?![\w\-])"
_DOMAIN = re.compile(rf"(?<![\w@.\-/\\])(?:[\w\-]{{1,63}}\.){{1,4}}{_TOP_LEVEL}(?:/[^\s<>\"“”«»]*)?")
_DOMAIN_END = re.compile(rf"\.{_TOP_LEVEL}")
_TELLING = re.compile(r"[@\[«{$./\\:](?:(?<=[@\[«{$])|(?<=[./\\])\w|(?<=[/\\])\.|(?<=:)\S)")
"""Stands in every text that holds anything of what this file knows, and in few others."""
_ADDRESS_LIKE = re.compile(r"[./\\](?:\w|(?<=[/\\])\.)")
_PLAIN = rf"\w~\-:@%+#=&?{OBJECT}"
_TOKEN = re.compile(rf"(?<![{_PLAIN}./\\])[{_PLAIN}]*+[./\\][{_PLAIN}./\\]*+")
_FILE_NAME = re.compile(
    r".*[\w\-]\.(?:mdx?|markdown|txt|html?|ya?ml|json|toml|csv|xml|py|jsx?|tsx?|s?css|rb|go|rs|java|cs|cpp|h|sh|ps1|bat|exe|dll"
    r"|png|jpe?g|gif|svg|webp|pdf|docx?|xlsx?|pptx?|zip|log|ini|cfg|conf|sql|php|erb|lock)(?:[#:?].*)?",
    re.DOTALL,
)
_ROOTED = re.compile(r"(?:/[a-z0-9_][^A-Z]*|\.{1,2}/.+|~/.*|[A-Za-z]:[\\/].+|\\\\\w.*)", re.DOTALL)
_CODE_LIKE = frozenset(("js", "jsx", "ts", "tsx", "cs", "h", "go", "rs", "java"))
_BLANK = re.compile(r"\[(?=[^\[\]]*[A-Z]{2})[A-Z][A-Z0-9]*(?:[ _\-/'\u2019&.]{1,2}[A-Z0-9#]+){0,8}\](?![(\[])")
_WIKI_LINK = re.compile(r"\[\[[^\[\]\r\n]{1,300}\]\]")
# A quoted word is a definition: (the «Client»), «Client» means …
_MERGE_FIELD = re.compile(
    r"(?<!\()(?<!\b[tT]he )(?<!\bas )(?<!\bcalled )«[A-Za-z]\w*(?:[ _.]\w+){0,3}»"
    r"(?!\s{1,9}(?:means?|shall\s+mean|refers?|ha(?:s|ve))\b)"
)
_ATTRIBUTES = re.compile(r"\{[.#][^{}\r\n]{1,200}\}")
_MATHS = re.compile(r"\$\w+\$(?!\w)|\$(?=[^$\r\n]*[\\^_={])[^\s$](?:[^$\r\n]{0,200}[^\s$])?\$(?![\w])")


def find_objects(text: str) -> list[Range]:
    """Text ranges to replace by an object, or (without a kind) only to guard; sorted and apart, the earliest winning."""
    if not _TELLING.search(text):
        return []
    found = list(_candidates(text))
    if len(found) < 2:
        return found
    found.sort(key=lambda item: (item[0], -item[1]))
    apart: list[Range] = []
    for item in found:
        if not apart or item[0] >= apart[-1][1]:
            apart.append(item)
    return apart


def _candidates(text: str) -> Iterator[Range]:
    if "://" in text or "www." in text or "WWW." in text or "mailto:" in text or "tel:" in text:
        for match in _URL.finditer(text):
            tail = _URL_TAIL.search(text, max(match.start(), match.end() - 40), match.end())
            end = tail.start() if tail else match.end()
            if end > match.start():
                yield match.start(), end, MarkKind.URL
    if "@" in text:
        yield from _all(_MAIL, text, MarkKind.URL)
    if "." in text or "/" in text or "\\" in text:
        yield from _addresses(text)
    if "[" in text:
        yield from _all(_WIKI_LINK, text, None)
        yield from _all(_BLANK, text, MarkKind.PLACEHOLDER)
    if "«" in text:
        yield from _all(_MERGE_FIELD, text, MarkKind.PLACEHOLDER)
    if "{" in text:
        yield from _all(_ATTRIBUTES, text, MarkKind.PLACEHOLDER)
    if "$" in text:
        yield from _all(_MATHS, text, MarkKind.PLACEHOLDER)


def _all(pattern: re.Pattern[str], text: str, kind: MarkKind | None) -> Iterator[Range]:
    for match in pattern.finditer(text):
        yield match.start(), match.end(), kind


def _addresses(text: str) -> Iterator[Range]:
    if not _ADDRESS_LIKE.search(text):
        return
    if _DOMAIN_END.search(text):
        yield from _all(_DOMAIN, text, MarkKind.URL)
    for match in _TOKEN.finditer(text):
        token = match[0].rstrip(".:?")
        if ("." in token or "/" in token or "\\" in token) and _is_path(token):
            yield match.start(), match.start() + len(token), MarkKind.URL


def _is_path(token: str) -> bool:
    if len(token) > 1000:
        return False
    if _ROOTED.fullmatch(token):
        return True
    if not _FILE_NAME.fullmatch(token):
        return False
    # "Node.js" and "Vue.js" are names.
    return "/" in token or token.rpartition(".")[2] not in _CODE_LIKE or token[0].islower()
