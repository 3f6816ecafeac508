"""Which values are prose where nobody says so. What could be an id, a key, an address, code or a choice is never read."""

import html
import re
from pathlib import PurePath

from termlint.reading.fields.value import Value

_NAMES_OF_DATA = frozenset(
    """
    id ids uid uuid guid key keys slug url urls uri href src link permalink path paths file files filename folder dir directory
    class classname classes style styles css type types kind code codes lang language languages locale locales icon icons color
    colour image images img avatar logo email emails mail phone fax date time datetime timestamp version versions tag tags
    category categories author authors layout template templates script scripts command commands cmd run exec entrypoint args
    arguments env environment pattern patterns regex regexp glob globs sql query queries selector selectors xpath field fields
    column columns method methods header headers host hostname port ports user username password secret token tokens hash
    checksum sha integrity license licence copyright format formats encoding charset mime mimetype extension extensions module
    modules package packages dependency dependencies require requires import imports include includes exclude excludes ignore
    status state enum currency country region city address timezone zip postcode iban sku isbn ref refs source sources target
    targets schema namespace alias aliases group role roles permission permissions scope scopes event events action anchor
    """.split()
)
_DATA_ENDINGS = re.compile(
    r"(?:^|[_\-\s.])(?:ids?|url|uri|key|slug|path|file|class|type|code|date|at|email|token|hash|sha\d*|regex|pattern|query|sql"
    r"|command|script|icon|color|version|locale|lang|ref)$|(?<=[a-z])(?:Ids?|Url|URL|Uri|Key|Slug|Path|File|Class|Type|Code|Date|At"
    r"|Email|Token|Hash|Regex|Pattern|Query|Sql|Command|Script|Icon|Color|Version|Locale|Lang|Ref)$"
)
_NAMES_OF_PEOPLE_AND_THINGS = frozenset(
    ("name", "names", "company", "organisation", "organization", "brand", "vendor", "owner")
)
_NAMES_OF_PROSE = frozenset(
    """
    title subtitle heading headline subject description summary excerpt text body content message comment note notes answer
    question reply intro introduction abstract caption label placeholder tooltip hint help helptext tagline cta copy paragraph
    bio about details html bodyhtml bodytext contenthtml commentvalue seotitle seodescription metadescription metatitle alt
    """.split()
)
_BRANCHES_OF_DATA = frozenset("scripts dependencies devdependencies peerdependencies env hooks compileroptions".split())
_WORD = re.compile(r"[\"'(\[\u201c\u2018*_]*[^\W\d_]+(?:['\u2019\-&][^\W\d_]+)*[\"')\]\u201d\u2019*_.,;:!?\u2026]*|&")
_CODE = re.compile(
    r"=>|&&|\|\||[!=]==?\s|\w\(\)|\)\s*[{;]|[{};]\s*$|^[ \t]*[#$>]\s|^[ \t]*(?:SELECT|INSERT|UPDATE|DELETE|CREATE)\s"
    r"|^[\^].*[$]$|</?script|--\w|\w=[\"']?\w+[\"']?\s+\w+=",
    re.MULTILINE,
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_PLACEHOLDER = re.compile(r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|\{[\w.]{1,60}\}|%\(\w{1,60}\)[a-z]|\$\{[^{}]{0,200}\}")
_SENTENCE = re.compile(r"[.!?\u2026][\"')\]\u201d\u2019]?(?:\s|$)")
_LOCALE = re.compile(r"(?:[a-z]{2,3}(?:[_\-][A-Za-z]{2,4})?)|messages|strings|translations?|i18n|locales?|lang")
_LOCALE_FOLDERS = frozenset(
    ("locales", "locale", "i18n", "l10n", "lang", "langs", "languages", "translations", "messages", "_locales")
)
_LONGEST = 20_000
"""Characters looked at to judge a value."""


def is_prose(value: Value, *, interface: bool) -> bool:
    """Whether a value reads as prose. ``interface``: the file holds an interface's texts, where one word is prose too."""
    if value.passage is None or not value.path:
        return value.passage is not None and _reads_as_prose(value.text, words=3)
    if any(_plain(step) in _BRANCHES_OF_DATA for step in value.path[:-1]) and not interface:
        return False
    key = value.key
    plain = _plain(key)
    if plain in _NAMES_OF_PROSE:
        return _reads_as_prose(value.text, words=1 if interface else 2)
    if interface:
        return _reads_as_prose(value.text, words=1)
    if plain in _NAMES_OF_DATA or _DATA_ENDINGS.search(key):
        return False
    if plain in _NAMES_OF_PEOPLE_AND_THINGS:
        return bool(_SENTENCE.search(value.text[:_LONGEST])) and _reads_as_prose(value.text, words=4)
    return _reads_as_prose(value.text, words=2)


def has_letters(text: str) -> bool:
    return any(map(str.isalpha, text[:_LONGEST]))


def holds_interface_texts(path: str) -> bool:
    """Whether a file's name says that it holds the texts of an interface: ``locales/en.json``, ``messages.yml``."""
    name = PurePath(path.replace("\\", "/"))
    folders = {part.lower() for part in name.parts[:-1]}
    stem = name.stem.split(".")[-1]
    if folders & _LOCALE_FOLDERS:
        return True
    return bool(_LOCALE.fullmatch(stem)) and (stem.lower()[:2] == "en" or not re.fullmatch("[a-z]{2,3}", stem))


def _plain(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "").replace(" ", "")


def _reads_as_prose(text: str, *, words: int) -> bool:
    """Enough words, most of what is between blanks being words, and nothing that only code has."""
    text = text[:_LONGEST]
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if _CODE.search(_PLACEHOLDER.sub("", text)):
        return False
    parts = _PLACEHOLDER.sub(" ", text).split()
    found = sum(1 for part in parts if _WORD.fullmatch(part))
    return found >= words and found * 2 >= len(parts)
