"""A term base in TBX (ISO 30042) as plain concepts.

Both styles are read, DCA (``<termNote type="administrativeStatus">``) and DCT (``<min:administrativeStatus>``), as the standard
has it of 2019 (``conceptEntry``, ``langSec``, ``termSec``) and of 2008 (``termEntry``, ``langSet``, ``tig``), in any namespace.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from termlint.config.style import TermStatus
from termlint.yaml_source import Mistake, Place, SourceError

LIMIT = 50_000_000
"""Bytes."""
_CONCEPTS = 200_000
_DEPTH = 60
_LONGEST = 2000
"""Characters of one text; what is longer is cut, since no term and no definition is."""

_CONCEPT = ("conceptEntry", "termEntry")
_LANGUAGE = ("langSec", "langSet")
_TERM = ("termSec", "tig", "ntig")
_STATUS = ("administrativeStatus", "normativeAuthorization")
_STATUSES = {
    "preferred": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "accepted": TermStatus.ADMITTED,
    "deprecated": TermStatus.DEPRECATED,
    "superseded": TermStatus.DEPRECATED,
    "notrecommended": TermStatus.DEPRECATED,
    "forbidden": TermStatus.DEPRECATED,
    "prohibited": TermStatus.DEPRECATED,
    "obsolete": TermStatus.DEPRECATED,
}


@dataclass(frozen=True, slots=True)
class BaseTerm:
    text: str
    status: TermStatus | None
    """None where the term base does not say, or says something that is no status."""
    told: str = ""
    """The status in the term base's own word."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What several English terms name."""

    name: str
    """The identifier in the file."""
    terms: tuple[BaseTerm, ...]
    definition: str = ""


def read_term_base(raw: bytes, *, file: str) -> tuple[Concept, ...]:
    """Every concept with an English term, in the order of the file. Raises ``SourceError``.

    A DOCTYPE is refused, so that there are no entities; sizes and depths are bounded.
    """
    if len(raw) > LIMIT:
        raise SourceError([Mistake(file, Place(1, 1), f"{len(raw):,} bytes; at most {LIMIT:,} are read")])
    parser = expat.ParserCreate()
    parser.buffer_text = True
    reading = _Reading(file, parser)
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = reading.refuse_doctype
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        message = f"no well-formed XML: {expat.ErrorString(error.code)}"
        raise SourceError([Mistake(file, Place(error.lineno, error.offset + 1), message)]) from None
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise SourceError([Mistake(file, Place(1, 1), f"its encoding is not read: {error}")]) from None
    return tuple(reading.concepts)


@dataclass(slots=True)
class _Reading:
    file: str
    parser: expat.XMLParserType
    concepts: list[Concept] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)
    """The elements that are open: what each is (a data category's own name stands for it) and its language."""
    name: str = ""
    definitions: list[tuple[str, str]] = field(default_factory=list)
    terms: list[BaseTerm] = field(default_factory=list)
    term: str = ""
    status: str = ""
    said: str = ""
    """The text of the innermost element that matters."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if not self.open and name not in ("tbx", "martif"):
            self.refuse(f"no TBX: it begins with <{tag}>; allowed: <tbx>, or <martif> of 2008")
        if len(self.open) >= _DEPTH:
            self.refuse(f"nested deeper than {_DEPTH} levels")
        if name in ("termNote", "descrip"):
            name = attributes.get("type", name)
        language = attributes.get("xml:lang", self.open[-1][1] if self.open else "")
        self.open.append((name, language))
        if name in _CONCEPT:
            self.name, self.terms, self.definitions = attributes.get("id", ""), [], []
        elif name in _TERM:
            self.term = self.status = ""
        if name in ("term", "definition", *_STATUS):
            self.said = ""

    def text(self, data: str) -> None:
        if len(self.said) < _LONGEST:
            self.said += data[: _LONGEST - len(self.said)]

    def end(self, _tag: str) -> None:
        name, language = self.open.pop()
        said = " ".join(self.said.split())
        if name == "term":
            self.term = said
        elif name in _STATUS:
            self.status = said
        elif name == "definition":
            self.definitions.append((language, said))
        elif name in _TERM and self.term and _is_english(language):
            self.terms.append(BaseTerm(self.term, _status_of(self.status), self.status))
        elif name in _CONCEPT and self.terms:
            if len(self.concepts) >= _CONCEPTS:
                self.refuse(f"more than {_CONCEPTS:,} concepts")
            english = [text for language, text in self.definitions if _is_english(language or "en")]
            self.concepts.append(Concept(self.name, tuple(self.terms), english[0] if english else ""))

    def refuse_doctype(self, *_: object) -> None:
        self.refuse("it holds a DOCTYPE, which is not read; take out the <!DOCTYPE …> line")

    def refuse(self, message: str) -> None:
        place = Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        raise SourceError([Mistake(self.file, place, message)])


def _is_english(language: str) -> bool:
    return language.lower().replace("_", "-").partition("-")[0] == "en"


def _status_of(told: str) -> TermStatus | None:
    """``preferredTerm-admn-sts``, ``preferred``, ``not recommended``."""
    word = "".join(told.lower().split()).removesuffix("-admn-sts").removesuffix("term")
    return _STATUSES.get(word.replace("-", ""))
