"""Phrases that a house style permits."""

import re
from collections.abc import Sequence
from functools import lru_cache

from termlint.config import ExceptionPhrase
from termlint.model.document import Block
from termlint.model.mention import Mention

_REACH = 400
"""Characters around a mention in which a phrase is looked for: twice the longest sensible phrase."""


def permitting(mention: Mention, block: Block, exceptions: Sequence[ExceptionPhrase]) -> ExceptionPhrase | None:
    """The first exception whose phrase stands around the mention, in any case and across any white space."""
    first = max(0, mention.start - _REACH)
    for exception in exceptions:
        for match in _pattern(exception.phrase).finditer(block.text, first, mention.end + _REACH):
            if match.start() < mention.end and match.end() > mention.start:
                return exception
    return None


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = (re.sub("['\u2019]", "['\u2019]", re.escape(word)) for word in phrase.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)
