"""Edits of a word processor's file as tracked changes, so that the other side sees each of them, and accepts or rejects it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby

from termlint.model.errors import UnreadableError
from termlint.model.finding import Edit
from termlint.model.revision import Revision
from termlint.model.source import SourceText
from termlint.reading.docx.source import BORDER, DocxSource
from termlint.reading.docx.walk import short_name
from termlint.reading.xml import XmlHandlers, escape_xml, parse_xml

_TAG = re.compile(r"<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_ID = re.compile(r"\bid\s*=\s*[\"'](\d{1,9})[\"']")
_REFORMATTED = re.compile(r"<(?:\w+:)?rPrChange\b.*</(?:\w+:)?rPrChange>", re.DOTALL)
_HOLDERS = frozenset(
    ("w:p", "w:hyperlink", "w:ins", "w:sdtContent", "w:smartTag", "w:fldSimple", "w:dir", "w:bdo", "w:customXml")
)
"""Elements that hold runs and tracked changes of runs alike."""
_TRACKED = frozenset(("w:ins", "w:del", "w:moveFrom", "w:moveTo"))


def track_changes(source: SourceText, edits: Sequence[Edit], revision: Revision) -> DocxSource:
    """``source`` with its edits put beside what they replace.

    Accepting all of them gives what the edits would have made, rejecting all of them the old text. Raises ``UnreadableError``
    where a word stands in a place that can hold no tracked change.
    """
    assert isinstance(source, DocxSource)
    taken = (int(match[1]) for match in _ID.finditer(source.text))
    writing = _Writing(source.text, revision, count(max(taken, default=0) + 1))
    texts = list(_texts(source.text))
    pieces: list[str] = []
    at = 0
    for text, own in _by_text(texts, edits):
        start, end, made = writing.run(text, own)
        pieces += [source.text[at:start], made]
        at = end
    return replace(source, text="".join(pieces) + source.text[at:])


@dataclass(slots=True)
class _Element:
    """One that is open while a part is read."""

    name: str
    space: str
    start: int
    tag: str
    properties: str = ""
    """The ``w:rPr`` of a run, with its tags."""
    inside: int = 0
    """Where its content begins, after the properties."""
    close: int = 0
    """Where its end tag begins."""
    end: int = 0

    @property
    def raw_name(self) -> str:
        return re.split(r"[\s/>]", self.tag[1:], maxsplit=1)[0]

    @property
    def closing(self) -> str:
        return f"</{self.raw_name}>"


@dataclass(frozen=True, slots=True)
class _Text:
    """A ``w:t``, in its run and in what holds that."""

    element: _Element
    run: _Element | None
    holder: _Element | None
    paragraph: _Element | None
    buried: bool
    """Within a tracked change that does not hold its run directly."""

    @property
    def start(self) -> int:
        return self.element.inside

    @property
    def end(self) -> int:
        return self.element.close


def _texts(source: str) -> Iterator[_Text]:
    at = 0
    for part in source.split(BORDER):
        scan = _Scan(source)
        parse_xml(part, XmlHandlers(scan.start, scan.end, lambda _text, _at: None), at=at)
        yield from scan.texts
        at += len(part) + len(BORDER)


@dataclass(slots=True)
class _Scan:
    source: str
    texts: list[_Text] = field(default_factory=list)
    stack: list[_Element] = field(default_factory=list)

    def start(self, full: str, _attributes: Mapping[str, str], at: int) -> None:
        tag = _TAG.match(self.source, at)
        assert tag is not None
        name = short_name(full)
        element = _Element(name, full.rpartition("}")[0], at, tag[0], inside=tag.end())
        self.stack.append(element)
        if name == "w:t" and not tag[0].endswith("/>"):
            self.texts.append(self.text(element))

    def end(self, _full: str, at: int) -> None:
        element = self.stack.pop()
        element.close = at
        element.end = self.source.index(">", at) + 1 if self.source.startswith("</", at) else at
        if element.name == "w:rPr" and self.stack and self.stack[-1].name == "w:r":
            run = self.stack[-1]
            run.properties, run.inside = self.source[element.start : element.end], element.end

    def text(self, element: _Element) -> _Text:
        names = [each.name for each in self.stack]
        run = self.stack[-2] if names[-2:-1] == ["w:r"] else None
        holder = self.stack[-3] if run is not None and len(self.stack) > 2 else None
        first = max((number for number, name in enumerate(names) if name == "w:p"), default=0)
        return _Text(element, run, holder, self.stack[first], any(name in _TRACKED for name in names[first:-3]))


@dataclass(frozen=True, slots=True)
class _Change:
    """What an edit does within one text. ``like``: the text whose formatting its replacement takes."""

    start: int
    end: int
    replacement: str
    like: _Text


def _by_text(texts: Sequence[_Text], edits: Iterable[Edit]) -> list[tuple[_Text, list[_Change]]]:
    """The texts that change. A word that goes over several runs is replaced whole behind the last, formatted as the first."""
    starts = [text.start for text in texts]
    placed: list[tuple[int, _Change]] = []
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        number = bisect_right(starts, edit.start) - 1
        if number < 0 or edit.end > texts[number].end:
            raise UnreadableError("not fixed: a word stands where no tracked change can be put")
        change = _Change(edit.start, edit.end, edit.replacement, texts[number])
        if placed and _goes_on(texts, placed[-1], (number, change)):
            before, last = placed[-1]
            placed[-1] = before, replace(last, replacement="")
            change = replace(change, replacement=last.replacement + change.replacement, like=last.like)
        placed.append((number, change))
    return [(texts[number], [change for _, change in own]) for number, own in groupby(placed, key=lambda one: one[0])]


def _goes_on(texts: Sequence[_Text], one: tuple[int, _Change], other: tuple[int, _Change]) -> bool:
    """Whether nothing stands between two changes but the border of two runs."""
    left, right = texts[one[0]], texts[other[0]]
    adjacent = other[0] == one[0] + 1 and left.paragraph is right.paragraph
    return adjacent and one[1].end == left.end and other[1].start == right.start


@dataclass(frozen=True, slots=True)
class _Writing:
    source: str
    revision: Revision
    ids: Iterator[int]

    def run(self, text: _Text, changes: Sequence[_Change]) -> tuple[int, int, str]:
        """The range to replace around a text, and what comes there: the run in parts, its formatting in each of them."""
        run, holder = text.run, text.holder
        if run is None or holder is None or holder.name not in _HOLDERS or text.buried:
            around = " ".join(self.source[text.start : text.end].split())[:60]
            moved = holder is not None and holder.name == "w:moveTo"
            why = "stands in a tracked move; accept or reject that first" if moved else "can hold no tracked change there"
            raise UnreadableError(f'not fixed: a word of "{around}" {why}')
        kept, parts = self._parts(text, changes)
        is_first = text.element.start == run.inside or not self.source[run.inside : text.element.start].strip()
        is_last = not self.source[text.element.end : run.close].strip()
        begun, written = run.tag + run.properties, []
        if kept[0]:
            written.append(begun if is_first else "")
            written.append(self._text(text, kept[0]) + run.closing)
        elif not is_first:
            written.append(run.closing)
        written += [
            part + (begun + self._text(text, then) + run.closing if then else "")
            for part, then in zip(parts, [*kept[1:-1], ""], strict=True)
        ]
        start, end = run.start if is_first else text.element.start, text.element.end
        if not is_last:
            written.append(begun + (self._text(text, kept[-1]) if kept[-1] else ""))
            return start, end, "".join(written)
        end = run.end
        if kept[-1]:
            written.append(begun + self._text(text, kept[-1]) + run.closing)
        elif holder.name == "w:ins" and changes[-1].replacement and self.source.startswith(holder.closing, end):
            written[-1], end = written[-1].rpartition("<")[0], end + len(holder.closing)  # nothing of theirs is left behind
        return start, end, "".join(written)

    def _parts(self, text: _Text, changes: Sequence[_Change]) -> tuple[list[str], list[str]]:
        """What stays before, between and behind the changes, and each change as it is tracked."""
        kept, parts = [], []
        at = text.start
        for change in changes:
            kept.append(self.source[at : change.start])
            parts.append(self._tracked(text, change))
            at = change.end
        kept.append(self.source[at : text.end])
        if "preserve" not in text.element.tag:  # blanks that did not count must not begin to
            kept[0], kept[-1] = kept[0].lstrip(" \t\r\n"), kept[-1].rstrip(" \t\r\n")
        return kept, parts

    def _tracked(self, text: _Text, change: _Change) -> str:
        run, holder, first = text.run, text.holder, change.like.run
        assert run is not None
        assert holder is not None
        assert first is not None
        deleted = self._text(text, self.source[change.start : change.end], deleted=True)
        told = self._element("del", run, run.tag + run.properties + deleted + run.closing)
        if not change.replacement:
            return told
        formatting = _REFORMATTED.sub("", first.properties)
        inserted = self._element("ins", run, run.tag + formatting + self._text(text, change.replacement) + run.closing)
        if holder.name != "w:ins":
            return told + inserted
        # Somebody's insertion is parted: theirs loses a word, and the new one is not theirs.
        again = _ID.sub(lambda match: match[0].replace(match[1], str(next(self.ids))), holder.tag, count=1)
        return told + holder.closing + inserted + again

    def _element(self, kind: str, run: _Element, inside: str) -> str:
        prefix, colon, _ = run.raw_name.rpartition(":")
        bound = "" if colon else f' xmlns:w="{run.space}"'
        name = f"{prefix or 'w'}:{kind}"
        author = escape_xml(self.revision.author).replace('"', "&quot;")
        told = (("id", str(next(self.ids))), ("author", author), ("date", self.revision.date))
        attributes = "".join(f' {prefix or "w"}:{key}="{value}"' for key, value in told)
        return f"<{name}{bound}{attributes}>{inside}</{name}>"

    def _text(self, text: _Text, content: str, *, deleted: bool = False) -> str:
        name = text.element.raw_name
        if deleted:
            name = name.removesuffix("t") + "delText"
        return f'<{name} xml:space="preserve">{content}</{name}>'
