"""What docs/suppressing.md promises, run."""

import re
import shlex
from pathlib import Path

import pytest

from termlint.api import check_text
from termlint.model.source import SourceText
from termlint.reading import read
from tests.cli.conftest import ONGOING, Run

GUIDE = (Path(__file__).parents[2] / "docs" / "suppressing.md").read_text(encoding="utf-8")
FORMS = re.findall(r"^\| ([\w'`, ]+?) \| `([^`]*termlint-[^`]*)` \|$", GUIDE, re.MULTILINE)
PATHS = {
    "Markdown": "a.md", "HTML": "a.html", "Vue": "a.vue", "Jupyter's Markdown cells": None, "MDX": None,
    "and Markdown that Docusaurus reads": "a.md", "front matter": "front.md", "YAML": "a.yaml", "reStructuredText": "a.rst",
    "AsciiDoc": "a.adoc", "JSON with comments": "a.jsonc", "Jinja": "a.j2", "Nunjucks": "a.njk", "Twig": "a.twig",
    "Liquid": "a.liquid", "Handlebars": "a.hbs", "Mustache": "a.mustache", "ERB": "a.erb", "EJS": "a.ejs", "gettext": "a.po",
    "XLIFF": "a.xlf",
}  # fmt: skip


def test_the_first_example() -> None:
    (example,) = re.findall(r"```markdown\n(.*?)```", GUIDE, re.DOTALL)
    assert check_text(ONGOING + example) == ()
    assert [finding.code for finding in check_text(ONGOING + example.partition("\n")[2])] == ["TL101"]


def test_the_commands_in_their_order(run: Run, folder: Path, wrong: Path) -> None:
    (folder / "docs").mkdir()
    wrong.rename(folder / "docs" / "page.md")
    first, second = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    before = (folder / "docs" / "page.md").read_bytes()
    assert run(*shlex.split(first)[1:]).code == 0
    assert b"signed off by legal" in (folder / "docs" / "page.md").read_bytes()
    (folder / "docs" / "page.md").write_bytes(before)
    assert run("check").code == 1
    for command in second.strip().splitlines():
        assert run(*shlex.split(command)[1:]).code == 0, command


@pytest.mark.parametrize(("names", "form"), FORMS)
def test_the_forms(names: str, form: str) -> None:
    for name in names.split(", "):
        path = PATHS[name]
        if path is None:
            continue
        text = f"{form}\n"
        if path == "front.md":
            text = f"---\n{form}\ntitle: Text\n---\n"
        if path == "a.xlf":
            text = f"<xliff>{form}</xliff>"
        (one,) = read(SourceText(path, text)).suppressions
        assert ([code.text for code in one.codes], one.reason) == (["TL101"], "why")


def test_every_format_has_a_row() -> None:
    assert {name for names, _ in FORMS for name in names.split(", ")} == set(PATHS)
