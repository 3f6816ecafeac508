r"""Tells from a file's bytes alone that it holds no watched word. Imported before anything else, so it imports nothing.

A word may stand in a text and not in its bytes: ``**c**ustomer``, ``&#99;ustomer``, ``cust<wbr>omer``, a soft hyphen, UTF-16,
``"\x63ustomer"`` in front matter. ``may_mention`` errs on the side of reading such a file: where it says False, no reader
finds a mention.
"""

DEFAULT_WORDS = ("client", "clients", "customer", "customers")
"""What the preset ``default`` watches, in every number."""

EXTENSIONS = (".md", ".markdown", ".mdx", ".txt", ".text")
"""The formats whose ways to spell a word this module knows. The fast start asks for these alone."""

ESCAPING_EXTENSIONS = (
    ".html",
    ".htm",
    ".json",
    ".jsonc",
    ".jsonl",
    ".ndjson",
    ".yaml",
    ".yml",
    ".csv",
    ".tsv",
    ".rst",
    ".rest",
    ".adoc",
    ".asciidoc",
    ".po",
    ".pot",
)
"""As above, where letters may be escaped too. Containers and files that part a text into many strings are always read."""

_SOFT = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # invisible characters that a word may hold
_MARKS = b"*_~\\^=+$["  # alone, they can stand between two letters of a word
_IGNORED = bytes(sorted(set(_MARKS) | set(_SOFT.encode())))
_FOLDED = bytes(range(256)).lower().translate(bytes.maketrans(b">)};]", b">>>>>"))
_SPECIAL = frozenset(map(ord, _SOFT + "\u017f\u212a\u0130\u0131"))
_ODD_LETTERS = tuple(letter.encode() for letter in "\u017f\u212a\u0130\u0131")  # equal to s, k and i where case is ignored


def may_mention(raw: bytes, words: tuple[str, ...] = DEFAULT_WORDS, *, escapes: bool = False) -> bool:
    """Whether a file has to be read: it may hold one of ``words`` (every inflection, lower case), or something to report.

    ``escapes``: the format has references without a semicolon, or escapes that begin with a backslash.
    """
    needles = []
    for word in words:
        needle = _longest_piece(word)
        if not needle:
            return True
        needles.append(needle)
    return _needs_reading(raw) or (escapes and _is_escaped(raw)) or _stands_in(raw, needles)


def _needs_reading(raw: bytes) -> bool:
    """Undecodable, in a wide encoding, a pointer to what Git LFS keeps elsewhere, or with a declaration of its own."""
    if b"\0" in raw or raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"version https://git-lfs")):
        return True
    if not raw.isascii():
        try:
            raw.decode()
        except UnicodeDecodeError:
            return True
        if any(letter in raw for letter in _ODD_LETTERS):
            return True
    if raw.startswith((b"---", b"+++")) and b"\\" in _front_matter(raw):
        return True
    return b"termlint" in raw.lower()


def _is_escaped(raw: bytes) -> bool:
    """Whether an escape stands for what a word, a reference or a tag is made of, or joins two lines."""
    import re

    if re.search(rb"[A-Za-z]\"[ \t]*+[\r\n]+[ \t]*+\"[A-Za-z]", raw):  # a string that goes on in the next line
        return True
    if b"\\" not in raw and b"&shy" not in raw and b"&SHY" not in raw:
        return False
    if re.search(rb"&(?:shy|SHY)(?!;)|\\[ \t\n\r]|\\[0-7x]", raw):
        return True
    for match in re.finditer(rb"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))", raw):
        code = int(match[match.lastindex or 1], 16)
        if 0x20 <= code < 0x7F or code in _SPECIAL:
            return True
    return False


def _front_matter(raw: bytes) -> bytes:
    """At least the front matter: up to its end where that is plain, else everything."""
    for line_end in (b"\n", b"\r\n"):
        end = raw.find(line_end + raw[:3] + line_end)
        if end >= 0:
            return raw[:end]
    return raw


def _stands_in(raw: bytes, needles: list[bytes]) -> bool:
    squeezed = raw.translate(_FOLDED, _IGNORED)
    if any(needle in squeezed for needle in needles):
        return True
    ends = tuple(needle[at:] for needle in needles for at in range(1, len(needle)))
    split = any(part.startswith(ends) for part in squeezed.split(b">")[1:])
    return (split and _stands_split(raw.lower(), needles)) or (b"&#" in raw and _spells_letters(raw))


def _stands_split(lower: bytes, needles: list[bytes]) -> bool:
    """Whether a beginning of a word stands before markup, and an end of it after markup."""
    import re

    ignored = b"[" + re.escape(_IGNORED) + b"]*"
    for needle in needles:
        letters = [needle[at : at + 1] for at in range(len(needle))]
        begins = b"|".join(ignored.join(letters[:at]) for at in range(len(letters) - 1, 0, -1))
        ends = b"|".join(ignored.join(letters[at:]) for at in range(1, len(letters)))
        begin = rb"(?:(?<![a-z0-9])|&[a-z0-9]{2,8}|\\[a-z0])(?:" + begins + b")" + ignored + rb"[<\]{&]"
        end = rb"[>)\]};]" + ignored + b"(?:" + ends + rb")(?![a-z0-9])"
        if re.search(begin, lower) and re.search(end, lower):
            return True
    return False


def _spells_letters(raw: bytes) -> bool:
    """Whether a numeric character reference stands for something that a word may be made of."""
    import re

    for match in re.finditer(rb"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))", raw):
        digits = match.group(1) or match.group(2)
        if len(digits) > 12:
            return True
        code = int(digits, 16 if match.group(1) else 10)
        if code < 0x110000 and (chr(code).isalnum() or chr(code) in _SOFT):
            return True
    return False


def _longest_piece(word: str) -> bytes:
    """The longest run of ASCII letters and digits, which no blank, hyphen or line end can break; empty where none is sure."""
    if not word.isascii():
        return b""
    if word.isalnum():
        return word.lower().encode()
    pieces = "".join(letter if letter.isalnum() else " " for letter in word.lower()).split()
    return max(pieces, key=len, default="").encode()
