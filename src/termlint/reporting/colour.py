"""Colours of a terminal, or none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    on: bool = False

    def strong(self, text: str) -> str:
        return self._in("1", text)

    def faint(self, text: str) -> str:
        return self._in("2", text)

    def severity(self, severity: str, text: str) -> str:
        return self._in({"error": "1;31", "warning": "1;33"}.get(severity, "1;36"), text)

    def mark(self, text: str) -> str:
        return self._in("1;33", text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on else text


PLAIN = Palette()
