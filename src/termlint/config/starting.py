"""The commented file that ``termlint init`` writes."""

from itertools import takewhile

from termlint.rulebook import preset_text

_HEAD = """\
# The house style of termlint: which word to write for which relationship.
# It holds for every file below this folder. `termlint config FILE` shows what holds for one file, and why.
version: 1
extends: {preset}
"""

_TERMS = """
# The words by relationship. `preferred` is what to write, `admitted` is fine too, `deprecated` is reported.
# Yours are added to those of the preset above; any word may stand here. A word with a plural of its own is written
# {{term: person we support, plural: people we support}}.
# terms:
#   ongoing: {{preferred: client, deprecated: [account]}}
#   transactional: {{preferred: customer}}
#   unclear: {{}}
"""

_REST = """
# How sure the reading must be before a word is reported: auto, or a number from 0.5 to 1.0.
min_confidence: auto

# Phrases that are never reported, in any case, each with a reason.
exceptions:
#  - {{phrase: customer success, reason: the name of our department}}
#  - {{phrase: valued client, reason: the letter template is signed off, files: ["letters/**"]}}

# Phrases of your own that tell the relationship, without the word itself: `ongoing` or `transactional`.
cues:
#  - {{phrase: managed portfolio, relationship: ongoing}}

# Other settings for some files. Globs are written as in .gitignore; the last override that matches a file wins.
overrides:
#  - files: ["macros/**", "help/*.md"]
#    relationship: transactional   # declared: beats what the text shows

# Contracts, whose defined terms are judged once, at their definition: auto (what looks like one), on or off.
# agreements: auto

# `termlint rules` lists the rules.
# rules: {{TL201: on}}
# severity: {{TL101: error}}

# `termlint test` checks these.
# examples:
#   - {{text: We have advised this customer for years., expect: flag, fixed: We have advised this client for years.}}
"""


def starting_text(preset: str = "default") -> str:
    """A ``.termlint.yaml`` that extends a preset and changes nothing, with the preset's own introduction."""
    lines = preset_text(preset).splitlines()
    introduction = list(takewhile(lambda line: line.startswith("#"), lines))
    about = "\n".join(["#", f"# The preset `{preset}`:", *introduction]) + "\n"
    head = _HEAD.format(preset=preset)
    return head.replace("version: 1\n", about + "version: 1\n", 1) + _plain(_TERMS) + settings_text()


def settings_text() -> str:
    """All but the terms: the keys with nothing in them, each with a comment."""
    return _plain(_REST)


def _plain(text: str) -> str:
    return text.replace("{{", "{").replace("}}", "}")
