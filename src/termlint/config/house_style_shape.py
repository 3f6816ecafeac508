"""What a house style may hold: the one table behind the checks, the JSON Schema and the guide."""

from functools import cache

from termlint.config.globs import field_problem, glob_problem
from termlint.config.shape import Choice, Either, Field, Keyed, ListOf, Number, Record, Shape, Switch, Text, Whole
from termlint.config.term_text import phrase_problem, reason_problem, term_problem
from termlint.model.agreement import AgreementSetting
from termlint.model.finding import Severity, VerdictKind
from termlint.model.mention import Relationship
from termlint.rulebook import PRESETS, catalogue

_UNBROKEN = r"^\S(?:.*\S)?$"
_TERM_TEXT = Text(term_problem, "a word or a phrase", _UNBROKEN)
_PHRASE = Text(phrase_problem, "a phrase", _UNBROKEN)
_GLOBS = ListOf(Text(glob_problem, "a glob as in .gitignore"), least=1)
_TERM = Either(
    _TERM_TEXT,
    Record(
        (
            Field("term", _TERM_TEXT, "The singular.", needed=True),
            Field("plural", _TERM_TEXT, "The plural, where it is not the regular one."),
        )
    ),
)
_TERMS = Keyed(
    tuple(Relationship),
    Record(
        (
            Field("preferred", _TERM, "The word to write for this relationship."),
            Field("admitted", ListOf(_TERM), "Words that are fine too."),
            Field("deprecated", ListOf(_TERM), "Words to report for this relationship."),
        )
    ),
    noun="relationship",
)
_CONFIDENCE = Number(0.5, 1.0, ("auto",))
_AGREEMENTS = Choice(tuple(AgreementSetting))
_EXCEPTION = Record(
    (
        Field("phrase", _PHRASE, "Words around the term, in any case.", needed=True),
        Field("reason", Text(reason_problem, "why it is fine"), "Why the phrase is fine.", needed=True),
        Field("files", _GLOBS, "Only in these files."),
    )
)
_CUE = Record(
    (
        Field("phrase", _PHRASE, "A phrase, without a watched term, that tells the relationship.", needed=True),
        Field("relationship", Choice((Relationship.ONGOING, Relationship.TRANSACTIONAL)), "What it tells.", needed=True),
    )
)
_FIELDS = ListOf(Text(field_problem, "a path of keys, as in macros.*.title"), least=1)
_READER = Record(
    (
        Field("files", _GLOBS, "The files of keys and values it holds for: JSON, YAML, tables.", needed=True),
        Field("prose", _FIELDS, "The only fields to read, such as macros.*.actions.*.value; of a table, its columns."),
        Field("skip", _FIELDS, "Fields that are never read."),
    )
)
_VERDICT = Choice(tuple(VerdictKind))
_EXAMPLE = Record(
    (
        Field("text", Text(reason_problem, "a text"), "A text with a mention, as Markdown.", needed=True),
        Field("expect", Either(_VERDICT, ListOf(_VERDICT, least=1)), "Of every mention, or a list in order.", needed=True),
        Field("fixed", Text(reason_problem, "a text"), "The text after --fix --unsafe-fixes."),
        Field("path", Text(phrase_problem, "a path"), "The file it would stand in, for overrides."),
    )
)


@cache
def house_style_shape() -> Record:
    rules = catalogue()
    nicknames = tuple((rule.name, rule.code) for rule in rules)
    codes = tuple(rule.code for rule in rules)
    switches = Keyed(codes, Switch(), noun="rule", nicknames=nicknames)
    severities = Keyed(codes, Choice(tuple(Severity)), noun="rule", nicknames=nicknames)
    name = Text(phrase_problem, f"a preset ({', '.join(PRESETS)}), a path, package:NAME, or none")
    override = Record(
        (
            Field("files", _GLOBS, "The files it holds for; the last override that matches a file wins.", needed=True),
            Field("relationship", Choice(tuple(Relationship)), "Declared for these files; beats what the text shows."),
            Field("terms", _TERMS, "Merged into the terms above."),
            Field("min_confidence", _CONFIDENCE, "As above, for these files."),
            Field("rules", switches, "As above, for these files."),
            Field("severity", severities, "As above, for these files."),
            Field("agreements", _AGREEMENTS, "As above, for these files."),
            Field("exceptions", ListOf(_EXCEPTION), "As above, for these files."),
        )
    )
    extends: Shape = Either(name, ListOf(name))
    return Record(
        (
            Field("version", Whole((1,)), "The version of this format."),
            Field("extends", extends, "What this style builds on: presets, paths or package:NAME, the later over the earlier."),
            Field("terms", _TERMS, "The words by relationship."),
            Field("min_confidence", _CONFIDENCE, "How sure the reading must be before a word is reported."),
            Field("agreements", _AGREEMENTS, "Whether a file is an agreement: by what it looks like, always, or never."),
            Field("exceptions", ListOf(_EXCEPTION), "Phrases that are never reported."),
            Field("cues", ListOf(_CUE), "Phrases of your own that tell the relationship."),
            Field("overrides", ListOf(override), "Other settings for some files."),
            Field("readers", ListOf(_READER), "Which fields of JSON, YAML and tables are prose."),
            Field("rules", switches, "Rules on or off."),
            Field("severity", severities, "How much a rule weighs."),
            Field("examples", ListOf(_EXAMPLE), "Texts that `termlint test` checks."),
        )
    )
