"""Text of a document on a terminal: nothing in it may act on the terminal, and what stands below must line up."""

import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def printable(text: str) -> str:
    """``text`` with every character that could act on a terminal shown as a blank (line ends, tabs) or as U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def display_width(text: str) -> int:
    """How many columns printable text takes: East Asian wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter in "\t\n\r\v\f\u0085\u2028\u2029":
        return " "
    if letter == "\u200d" or letter == "\u200c" or letter == "\u00ad":
        return ""
    return "\ufffd" if unicodedata.category(letter) in _UNSAFE else letter


def _width(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
