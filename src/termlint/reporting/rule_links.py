"""Where a rule is explained on the web."""

PROJECT = "https://github.com/termlint/termlint"


def rule_link(code: str, name: str) -> str:
    return f"{PROJECT}/blob/main/docs/rules.md#{code.lower()}-{name}"
