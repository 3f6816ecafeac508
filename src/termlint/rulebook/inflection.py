"""Regular English inflection of cue forms. Whatever is irregular beyond the small tables here is listed as a form."""

import re

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|\w+|[^\w\s]")
_VOWELS = frozenset("aeiou")

_PLURALS = {
    "child": "children", "foot": "feet", "half": "halves", "knife": "knives", "leaf": "leaves", "life": "lives",
    "loaf": "loaves", "man": "men", "person": "people", "scarf": "scarves", "shelf": "shelves", "thief": "thieves",
    "tooth": "teeth", "wife": "wives", "woman": "women",
}  # fmt: skip

_PAST = {
    "bring": ("brought",), "build": ("built",), "buy": ("bought",), "come": ("came",), "deal": ("dealt",),
    "do": ("did", "done"),
    "fight": ("fought",), "find": ("found",), "get": ("got", "gotten"), "give": ("gave", "given"), "go": ("went", "gone"),
    "hold": ("held",), "keep": ("kept",), "lead": ("led",), "lend": ("lent",), "make": ("made",), "meet": ("met",),
    "pay": ("paid",), "run": ("ran",), "seek": ("sought",), "sell": ("sold",), "resell": ("resold",), "send": ("sent",),
    "speak": ("spoke", "spoken"), "spend": ("spent",), "stand": ("stood",), "take": ("took", "taken"),
    "teach": ("taught",), "think": ("thought",), "understand": ("understood",), "write": ("wrote", "written"),
}  # fmt: skip

_DOUBLING = frozenset(
    ("bag", "chat", "fit", "get", "nod", "plan", "pop", "rob", "run", "shop", "ship", "sit", "stop", "tip", "trim", "wrap")
)
"""Short verbs whose last letter doubles: shipped, tipping."""

_UNINFLECTED = frozenset(
    """
    a about after again all also an and any apart around as at away back before below between both by down each
    even ever every few first for from he her here him his how i if in into is it its last me more most much my
    never next no not now of off on once one only or other our out over own per same she since so some than that
    the their them there they this those through to together too under up us very was we were what when where
    which while who whose why will with within without you your
    """.split()
)
"""A form that ends in one of these is a phrase without a plural."""


def words_of(form: str) -> tuple[str, ...]:
    """The words of a form as the analysis sees words: lower case, straight apostrophes, no possessive ending.

    >>> words_of("Farmer's co-op")
    ('farmer', 'co', '-', 'op')
    """
    words = (word.lower().replace("\u2019", "'") for word in _WORD.findall(form))
    return tuple(word[:-2] if word.endswith("'s") and len(word) > 2 else word for word in words)


def noun_forms(form: str) -> tuple[str, ...]:
    """``form`` and, where its last word can take one, its plural; "statement of work" takes it before "of"."""
    head, middle, tail = form.partition(" of ")
    if middle and " " not in head and head.isalpha():
        return (form, plural(head) + middle + tail) if plural(head) != head else (form,)
    start, last = re.fullmatch(r"(.*?)([^\W\d_]*)", form, re.DOTALL).groups()  # type: ignore[union-attr]
    many = plural(last) if last else last
    return (form, start + many) if many != last else (form,)


def plural(word: str) -> str:
    """The plural of a noun, or the word itself where it has none that we would write.

    >>> [plural(word) for word in ("shelf", "agency", "brush", "salesman", "goods")]
    ['shelves', 'agencies', 'brushes', 'salesmen', 'goods']
    """
    if word in _PLURALS:
        return _PLURALS[word]
    if (
        len(word) < 3
        or word in _UNINFLECTED
        or word.endswith(("ly", "ed", "ics"))
        or (word.endswith("s") and not word.endswith("ss"))
    ):
        return word
    if word.endswith("man") and word not in {"human", "german", "roman"}:
        return word[:-3] + "men"
    if word.endswith(("ss", "x", "ch", "sh", "z")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def verb_forms(form: str) -> tuple[str, ...]:
    """The base form, -s, -ed (or what the table of irregular verbs has) and -ing; the first word is the verb.

    >>> verb_forms("act for")
    ('act for', 'acts for', 'acted for', 'acting for')
    """
    verb, space, tail = form.partition(" ")
    return tuple(part + space + tail for part in (verb, _third_person(verb), *_past(verb), _participle(verb)))


def hyphen_forms(form: str) -> tuple[str, ...]:
    """A form with hyphens may be written with blanks too."""
    return (form, form.replace("-", " ")) if re.search(r"\w-\w", form) else (form,)


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "ch", "sh", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> tuple[str, ...]:
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return (verb[:-1] + "ied",)
    return (_doubled(verb) + "ed",)


def _participle(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if verb in _DOUBLING else verb
