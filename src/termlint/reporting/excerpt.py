"""The line a word stands in, with the word marked."""

from termlint.model.source import Lines
from termlint.reporting.printable import display_width, printable

_SHORT = 120
"""Shown whole."""
_BEFORE, _AFTER = 60, 50
"""Characters shown of a long line on either side of the word."""


def excerpt(text: str, lines: Lines, start: int, end: int) -> tuple[str, str]:
    """The line, cut around ``text[start:end]``, and a second line that marks the word with carets.

    Of a word over several lines the part in its first line is marked.
    """
    line_number, _ = lines.place(start)
    line_start = lines.starts[line_number - 1]
    line_end = lines.starts[line_number] if line_number < len(lines.starts) else len(text)
    line_end = _without_line_end(text, line_start, line_end)
    end = max(min(end, line_end), min(start + 1, line_end))
    from_, to = _cut(text, line_start, line_end, start, end)
    before = ("…" if from_ > line_start else "") + printable(text[from_:start])
    word = printable(text[start:end])
    after = printable(text[end:to]) + ("…" if to < line_end else "")
    return before + word + after, " " * display_width(before) + "^" * max(display_width(word), 1)


def _without_line_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    return end


def _cut(text: str, line_start: int, line_end: int, start: int, end: int) -> tuple[int, int]:
    """Cut at blanks where there are some nearby."""
    from_, to = line_start, line_end
    if line_end - line_start <= _SHORT:
        return from_, to
    if start - line_start > _BEFORE:
        blank = text.find(" ", start - _BEFORE, start - _BEFORE + 20)
        from_ = blank + 1 if blank >= 0 else start - _BEFORE
    if line_end - end > _AFTER:
        blank = text.rfind(" ", end + _AFTER - 20, end + _AFTER)
        to = blank if blank >= 0 else end + _AFTER
    return from_, to
