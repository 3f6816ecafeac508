"""An entry is added to a list, and nothing else of the file is touched."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.yaml_source.appending import append_toml, append_yaml

ITEM = {"phrase": "valued client", "reason": 'signed off: "yes" # by legal', "files": ["/a b.md"]}
BLOCK = '- phrase: valued client\n{0}  reason: "signed off: \\"yes\\" # by legal"\n{0}  files: ["/a b.md"]\n'


def block(indent: str) -> str:
    return indent + BLOCK.format(indent)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("version: 1\n", "version: 1\n\nexceptions:\n" + block("  ")),
        ("version: 1", "version: 1\n\nexceptions:\n" + block("  ")),
        ("# only a comment\n", "# only a comment\n\nexceptions:\n" + block("  ")),
        ("", "exceptions:\n" + block("  ")),
        ("exceptions:\n# - {phrase: x}\n\ncues:\n", "exceptions:\n" + block("  ") + "# - {phrase: x}\n\ncues:\n"),
        ("exceptions: # none yet\nversion: 1\n", "exceptions: # none yet\n" + block("  ") + "version: 1\n"),
        ("exceptions: ~\n", "exceptions: \n" + block("  ")),
        (
            "exceptions:\n- {phrase: x, reason: y}  # why\n\n# next\ncues: []\n",
            "exceptions:\n- {phrase: x, reason: y}  # why\n" + block("") + "\n# next\ncues: []\n",
        ),
        (
            "exceptions:\n    - phrase: x\n      reason: |\n        two\n        lines\n\n# next\ncues: []\n",
            "exceptions:\n    - phrase: x\n      reason: |\n        two\n        lines\n"
            + block("    ")
            + "\n# next\ncues: []\n",
        ),
        ("exceptions:\n  - {phrase: x, reason: y}", "exceptions:\n  - {phrase: x, reason: y}\n" + block("  ")),
        (
            "a: {exceptions: [1]}\nb: exceptions\nexceptions:\n  - {phrase: x, reason: y}\n",
            "a: {exceptions: [1]}\nb: exceptions\nexceptions:\n  - {phrase: x, reason: y}\n" + block("  "),
        ),
    ],
)
def test_yaml_in_blocks(text: str, expected: str) -> None:
    assert append_yaml(text, "exceptions", ITEM) == expected
    assert append_yaml(text.replace("\n", "\r\n"), "exceptions", ITEM) == expected.replace("\n", "\r\n") or "\n" not in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exceptions: []\n", "exceptions: [{phrase: x, reason: y}]\n"),
        ("exceptions: [{phrase: a, reason: b}] # c\n", "exceptions: [{phrase: a, reason: b}, {phrase: x, reason: y}] # c\n"),
        ("{exceptions: [], version: 1}\n", "{exceptions: [{phrase: x, reason: y}], version: 1}\n"),
        (
            "exceptions: [\n  {phrase: a, reason: b},\n]\n",
            "exceptions: [\n  {phrase: a, reason: b},{phrase: x, reason: y}\n]\n",
        ),
        (
            "exceptions: [\n  {phrase: a, reason: b} # why,\n]\n",
            "exceptions: [\n  {phrase: a, reason: b} # why,\n,{phrase: x, reason: y}]\n",
        ),
    ],
)
def test_yaml_in_brackets(text: str, expected: str) -> None:
    assert append_yaml(text, "exceptions", {"phrase": "x x", "reason": "y y"}) == expected.replace(" x,", " x x,").replace(
        "y}", "y y}"
    )


@pytest.mark.parametrize(
    "text",
    ["{version: 1}", "version: 1\n...\n", "- a list\n", "exceptions: text\n", "exceptions: {a: b}\n", "a: [", "x: &a 1\n"],
)
def test_yaml_without_a_sure_place_is_left_alone(text: str) -> None:
    assert append_yaml(text, "exceptions", ITEM) is None


def test_toml() -> None:
    text = '[tool.termlint]\nextends = "saas"\n\n[tool.other]\nx = 1'
    after = append_toml(text, ("tool", "termlint"), "exceptions", ITEM)
    assert after is not None
    assert after.startswith(text + "\n\n[[tool.termlint.exceptions]]\n")
    assert tomllib.loads(after)["tool"]["termlint"] == {"extends": "saas", "exceptions": [ITEM]}
    again = append_toml(after, ("tool", "termlint"), "exceptions", ITEM)
    assert again is not None
    assert tomllib.loads(again)["tool"]["termlint"]["exceptions"] == [ITEM, ITEM]


@pytest.mark.parametrize(
    "text", ["[tool.termlint]\nexceptions = []\n", "tool.termlint = {version = 1}\n", "[tool", "tool = 1\n"]
)
def test_toml_without_a_sure_place_is_left_alone(text: str) -> None:
    assert append_toml(text, ("tool", "termlint"), "exceptions", ITEM) is None


@given(st.text(min_size=1), st.text(), st.sampled_from(["", "exceptions:\n", "exceptions:\n- {phrase: a}\n", "exceptions: []"]))
def test_whatever_is_written_is_read_again(phrase: str, reason: str, text: str) -> None:
    """Or nothing is written; the rest stays as it was either way."""
    after = append_yaml(text, "exceptions", {"phrase": phrase, "reason": reason})
    if phrase.isascii() and phrase.isprintable() and reason.isascii() and reason.isprintable():
        assert after is not None
    if after is not None:
        assert all(line in after for line in text.splitlines() if line != "exceptions: []")
