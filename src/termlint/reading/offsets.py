"""From UTF-8 bytes to code points."""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import chain

_BEYOND_ASCII = re.compile("[^\x00-\x7f][^\x00-\x7f]*+")
_WIDE = re.compile("[\x80-\u07ff]+|[\u0800-\uffff]+|[\U00010000-\U0010ffff]+")


def code_points(text: str) -> Callable[[int], int] | None:
    """A function from a byte offset of ``text`` to a code point offset, or None where both are the same (ASCII).

    The table holds one row for each run of characters of one width, so it stays small for mostly-ASCII text.
    """
    if text.isascii():
        return None
    starts, rows = [0], [(0, 1)]  # byte offset of a run; its code point offset and the width of its characters
    at, done = 0, 0
    for match in chain.from_iterable(_WIDE.finditer(text, *beyond.span()) for beyond in _BEYOND_ASCII.finditer(text)):
        width = len(text[match.start()].encode("utf-8", "surrogatepass"))
        at += match.start() - done
        done = match.end()
        starts.append(at)
        rows.append((match.start(), width))
        at += (match.end() - match.start()) * width
        starts.append(at)
        rows.append((done, 1))

    def convert(offset: int) -> int:
        number = bisect_right(starts, offset) - 1
        first, width = rows[number]
        return first + (offset - starts[number]) // width

    return convert
