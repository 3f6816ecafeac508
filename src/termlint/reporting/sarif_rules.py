"""The rules as SARIF describes them, with the help that GitHub shows beside an alert."""

from collections.abc import Collection

from termlint.model.finding import Severity
from termlint.reporting.rule_links import rule_link
from termlint.rulebook import Rule, catalogue

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LONGEST = 1024
"""Characters of a description that GitHub takes."""


def rule_rows(reported: Collection[str]) -> list[dict[str, object]]:
    """Every rule that can report something, and those of ``reported``."""
    return [_row(rule) for rule in catalogue() if rule.implemented or rule.code in reported]


def _row(rule: Rule) -> dict[str, object]:
    link = rule_link(rule.code, rule.name)
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": _sentence(rule.summary)},
        "fullDescription": {"text": _cut(_flowing(rule.explanation.split("\n\n")[0]))},
        "help": {"text": _help(rule, link), "markdown": _markdown_help(rule, link)},
        "helpUri": link,
        "defaultConfiguration": {"enabled": rule.on, "level": LEVELS[rule.severity]},
        "properties": {
            "precision": "high" if rule.severity is not Severity.INFO else "medium",
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": ["terminology", "writing"],
        },
    }


def _help(rule: Rule, link: str) -> str:
    paragraphs = [_flowing(paragraph) for paragraph in rule.explanation.split("\n\n")]
    paragraphs += [f"Reported: {_flowing(text)}" for text in rule.wrong]
    paragraphs += [f"Left alone: {_flowing(text)}" for text in rule.right]
    return "\n\n".join([*paragraphs, f"More: {link}"])


def _markdown_help(rule: Rule, link: str) -> str:
    parts = [_flowing(paragraph) for paragraph in rule.explanation.split("\n\n")]
    for title, texts in (("Reported:", rule.wrong), ("Left alone:", rule.right)):
        if texts:
            parts += [title, "\n".join(f"- {_flowing(text)}" for text in texts)]
    return "\n\n".join([*parts, f"[More about {rule.code}]({link})"])


def _flowing(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _sentence(summary: str) -> str:
    return summary[:1].upper() + summary[1:].rstrip(".") + "."


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
