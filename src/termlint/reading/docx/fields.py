"""Fields: a code that nobody sees, and the result that the program has put in its place."""

import re
from dataclasses import dataclass, field

_KIND = re.compile(r"\s*([A-Za-z]+)")
DEEPEST = 2_000


@dataclass(slots=True)
class _Field:
    code: str = ""
    result: bool = False

    @property
    def kind(self) -> str:
        match = _KIND.match(self.code)
        return match[1].upper() if match else ""


@dataclass(slots=True)
class Fields:
    """Those that are open at one place of a part."""

    in_code: bool = False
    """Text that comes is a field's code."""
    _open: list[_Field] = field(default_factory=list)

    def see_character(self, kind: str) -> None:
        if kind == "begin" and len(self._open) < DEEPEST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def open_simple(self, code: str) -> None:
        self._open.append(_Field(code, True))

    def close_simple(self) -> None:
        if self._open:
            self._open.pop()

    def see_text(self, data: str) -> None:
        if self.in_code and self._open:
            self._open[-1].code += data

    @property
    def result(self) -> bool:
        """Whether a text here would be written anew by the program. That of a link is the writer's own."""
        return any(one.result and one.kind != "HYPERLINK" for one in self._open)

    @property
    def contents(self) -> bool:
        """Whether this is a table of contents."""
        return any(one.result and one.kind == "TOC" for one in self._open)
