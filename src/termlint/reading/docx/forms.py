"""A drawing in a new and an old form: its first form is read, the others are copies of it."""

from dataclasses import dataclass, field, replace

from termlint.reading.docx.seen import Seen


@dataclass(slots=True)
class _Alternate:
    first: range | None = None
    others: list[range] = field(default_factory=list)
    begun: int = 0


@dataclass(slots=True)
class Forms:
    seen: list[Seen | None]
    """The paragraphs of the part, those still open as None."""
    _open: list[_Alternate] = field(default_factory=list)

    def open_alternate(self) -> None:
        self._open.append(_Alternate())

    def open_form(self) -> None:
        if self._open:
            self._open[-1].begun = len(self.seen)

    def close_form(self) -> None:
        if not self._open:
            return
        alternate = self._open[-1]
        form = range(alternate.begun, len(self.seen))
        if alternate.first is None:
            alternate.first = form
        else:
            alternate.others.append(form)

    def close_alternate(self) -> None:
        alternate = self._open.pop()
        first = self._told(alternate.first or range(0))
        for form in alternate.others:
            other = self._told(form)
            if other and first:
                self._pair([number for number, _ in first], [seen for _, seen in other])
                first = self._told(alternate.first or range(0))
            if first:
                for number in form:
                    self.seen[number] = None

    def count(self, slot: int) -> bool:
        """Whether text of a paragraph counts here: of one that is older than the form around, only the first form does."""
        return all(one.first is None or slot >= one.begun for one in self._open)

    def _told(self, form: range) -> list[tuple[int, Seen]]:
        """The paragraphs of a form that hold something."""
        paragraphs = ((number, self.seen[number]) for number in form)
        return [(number, seen) for number, seen in paragraphs if seen is not None and seen.passage.text.strip()]

    def _pair(self, numbers: list[int], others: list[Seen]) -> None:
        mine = [seen for seen in (self.seen[number] for number in numbers) if seen is not None]
        same = [seen.passage.text for seen in mine] == [other.passage.text for other in others]
        for place, (number, seen) in enumerate(zip(numbers, mine, strict=True)):
            copies = (*seen.copies, others[place].passage, *others[place].copies) if same else seen.copies
            self.seen[number] = replace(seen, copies=copies, guarded=seen.guarded or not same)
