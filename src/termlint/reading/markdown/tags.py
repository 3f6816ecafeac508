"""HTML tags in Markdown's paragraphs."""

import re

# Bounded, so that unclosed quotes in a row cannot make it quadratic.
TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.\-]*+)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'){0,256}+>")


def name_of(tag: str) -> tuple[str, bool] | None:
    """The lower-case name of a tag and whether it closes; None for comments and the like."""
    match = TAG.match(tag)
    return (match["name"].lower(), bool(match["close"])) if match else None
