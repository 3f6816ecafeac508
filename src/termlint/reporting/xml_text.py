"""Text that XML 1.0 can hold."""

import re
from xml.sax.saxutils import quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tag(name: str, /, **attributes: object) -> str:
    """A start tag. An attribute of None is left out."""
    told = "".join(f" {key}={_quoted(str(value))}" for key, value in attributes.items() if value is not None)
    return f"<{name}{told}>"


def empty_tag(name: str, /, **attributes: object) -> str:
    return tag(name, **attributes)[:-1] + "/>"


def text(content: str) -> str:
    return _allowed(content).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return quoteattr(_allowed(value), {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def _allowed(content: str) -> str:
    return _FORBIDDEN.sub("\ufffd", content)
