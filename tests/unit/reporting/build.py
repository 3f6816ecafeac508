"""Reports made by hand. An emoji stands before every word, so that no format can mistake one kind of column for another."""

from dataclasses import dataclass, replace

from termlint.model.document import Location
from termlint.model.finding import Applicability, Edit, Finding, Fix, Severity
from termlint.model.mention import Evidence, Relationship, Scope
from termlint.model.report import FileReport
from termlint.model.source import SourceText

TEXT = "# 🎉 Party\r\n\r\nWe 😀 advise every customer.\r\nÜber 👩‍👧 all, a customer stays.\r\n"


@dataclass(frozen=True, slots=True)
class Container(SourceText):
    """A file without lines of its own, such as one of a word processor."""

    @property
    def has_places(self) -> bool:
        return False


def finding(text: str = TEXT, word: str = "customer", *, nth: int = 0, new: str = "client", **changes: object) -> Finding:
    """Of the ``nth`` such word in ``text``, with a safe fix and one piece of evidence."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(word, start + 1)
    end = start + len(word)
    advise = text.find("advise")
    place = (advise, advise + 6) if advise >= 0 else (None, None)
    made = Finding(
        code="TL101",
        name="wrong-term-for-ongoing",
        severity=Severity.WARNING,
        start=start,
        end=end,
        text=word,
        message=f'"{word}": the text says "advise" (ongoing); write "{new}"',
        relationship=Relationship.ONGOING,
        confidence=0.97,
        scope=Scope.SENTENCE,
        evidence=(Evidence("advise", *place, Relationship.ONGOING, Scope.SENTENCE, 0.9, True, "advise"),),
        fix=Fix(Applicability.SAFE, (Edit(start, end, new),)),
        suggestion=new,
        fingerprint=f"{start:032x}",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def report(path: str = "page.md", *findings: Finding, text: str = TEXT) -> FileReport:
    return FileReport(path, SourceText(path, text), findings=findings)


def letter(path: str = "letter.docx", label: str = "paragraph 3") -> FileReport:
    """A file without lines, with one finding."""
    one = finding(location=Location(label), fix=Fix(Applicability.SAFE, (Edit(25, 33, "client"),)))
    return FileReport(path, Container(path, TEXT), findings=(one,))


def skipped(path: str = "broken.md", why: str = "not UTF-8 at byte 5 (line 1)") -> FileReport:
    return FileReport(path, skipped=why)
