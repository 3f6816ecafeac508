"""What the documentation shows, done."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import typer

from termlint.cli.app import app
from termlint.cli.run import run
from termlint.config import load_text
from termlint.config.house_style_shape import house_style_shape
from termlint.linting.examples import run_examples
from termlint.yaml_source import Mapping, read_toml, read_yaml
from tests.cli.conftest import ONGOING
from tests.docs.page import PAGES, ROOT, Block, anchors, blocks, inline_commands, links
from tests.docx_files import archive, body, paragraph
from tests.docx_files import run as docx_run

KEYS = {field.key for field in house_style_shape().fields}
NOT_RUN = ("pip install .", "make ", "pre-commit ", "git ")
"""What a line may begin with that is no command of ours. The targets of make are looked up."""
READERS_OF_A_PIPE = ("reviewdog ",)


def id_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def of_language(*languages: str) -> list[object]:
    return [
        pytest.param(block, id=f"{id_of(page)}-{number}")
        for page in PAGES
        for number, block in enumerate(blocks(page), 1)
        if block.language in languages
    ]


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a page that has something to fix, for commands that name no file of their own page."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    (tmp_path / "docs").mkdir()
    for name in ("page.md", "docs/page.md", "letter.md"):
        (tmp_path / name).write_text(ONGOING + "We advise every customer.\n", encoding="utf-8")
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], [*identity, "commit", "-q", "--allow-empty", "-m", "-"], ["tag", "origin/main"]):
        subprocess.run(["git", *command], cwd=tmp_path, env=clean, check=True)
    contract = paragraph(docx_run('This engagement letter is between Tarn LLP and Ms Wray (the "Customer").'))
    (tmp_path / "contract.docx").write_bytes(archive(body(contract)))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if any(one.language == "sh" for one in blocks(page))], ids=id_of)
def test_the_commands_of_a_page_run_in_their_order(page: Path, scratch: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = ""
    for block in blocks(page):
        if block.file is not None:
            (scratch / block.file).parent.mkdir(parents=True, exist_ok=True)
            (scratch / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "sh":
            told = "".join(ran(line, capfd) for line in block.text.splitlines())
        elif block.language == "text" and block.behind:
            assert_told(block, told)


def ran(line: str, capfd: pytest.CaptureFixture[str]) -> str:
    """What the command prints. None of them may fail as a run, whatever it finds."""
    command, _, rest = line.partition(" | ")
    assert not rest or rest.startswith(READERS_OF_A_PIPE), line
    words = shlex.split(command, comments=True)
    if words[0] != "termlint":
        assert line.startswith(NOT_RUN), line
        assert words[0] != "make" or f"\n{words[1]}:" in (ROOT / "Makefile").read_text(encoding="utf-8"), line
        return ""
    code = run(words[1:])
    out, err = capfd.readouterr()
    assert code in (0, 1), f"{line}: {err}"
    return out + err


def assert_told(block: Block, told: str) -> None:
    """Line by line; the phrase that is quoted as the reason may be another one, since a reading is fitted anew now and then."""

    def without_reasons(text: str) -> list[str]:
        return re.sub(r'the text says ".*?" \(', 'the text says "" (', text).strip().split("\n")

    assert without_reasons(block.text) == without_reasons(told)


@pytest.mark.parametrize("page", PAGES, ids=id_of)
def test_every_command_in_the_text_is_understood(page: Path) -> None:
    for command in inline_commands(page):
        words = shlex.split(command.partition(" | ")[0], comments=True)[1:]
        group = typer.main.get_command(app)
        while words and hasattr(group, "commands") and words[0] in group.commands:
            group = group.commands[words.pop(0)]
        assert not (words and hasattr(group, "commands") and not words[0].startswith("-")), command
        options = {name for parameter in group.params for name in (*parameter.opts, *parameter.secondary_opts)}
        unknown = [word for word in words if word.startswith("-") and word != "-" and word.partition("=")[0] not in options]
        assert unknown == [], command


@pytest.mark.parametrize("page", PAGES, ids=id_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    folder = page.parent
    for link in links(page):
        name, _, anchor = link.partition("#")
        target = (folder / name) if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("block", of_language("yaml", "yml"))
def test_yaml_holds(block: Block) -> None:
    tree = read_yaml(block.text, file="block")
    if isinstance(tree, Mapping) and {entry.key for entry in tree.entries} <= KEYS and "../shared" not in block.text:
        style = load_text(block.text)
        assert [result.complaint for result in run_examples(style) if result.complaint] == []


@pytest.mark.parametrize("block", of_language("toml"))
def test_toml_holds(block: Block) -> None:
    read_toml(block.text, file="block", table=("tool", "termlint"))
    if "[tool.termlint]" in block.text:
        load_text(block.text, file="pyproject.toml")


@pytest.mark.parametrize("block", of_language("python"))
def test_python_runs(block: Block, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block.text, "block", "exec"), {})
    assert capsys.readouterr().out


def test_the_documentation_follows_its_own_house_style(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["check", "docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md"]) == 0, capfd.readouterr().out
