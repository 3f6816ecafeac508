"""The GitHub Action and the GitLab template: against the schemas of their makers, and by running their scripts."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from termlint.yaml_source import Mapping, Node, Scalar, Sequence, read_yaml
from tests.cli.conftest import ONGOING

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def plain(node: Node) -> object:
    if isinstance(node, Mapping):
        return {str(entry.key): plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.value


def loaded(name: str) -> dict[str, object]:
    tree = plain(read_yaml((ROOT / name).read_text(encoding="utf-8"), file=name))
    assert isinstance(tree, dict)
    return tree


def step(name: str) -> tuple[str, dict[str, str]]:
    """The script of a step of the action, and where each variable of it comes from."""
    runs = loaded("action.yml")["runs"]
    assert isinstance(runs, dict)
    (found,) = (step for step in runs["steps"] if step.get("name") == name)
    return found["run"], found["env"]


@pytest.mark.parametrize(
    ("schema", "name"), [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "ci/gitlab.yml")], ids=str
)
def test_files_follow_the_schemas(schema: str, name: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, name]
    options = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_every_input_is_used_and_no_other() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    inputs = loaded("action.yml")["inputs"]
    assert isinstance(inputs, dict)
    assert set(re.findall(r"\$\{\{ inputs\.([\w-]+) }}", text)) == set(inputs)
    assert {"version", "paths", "args", "changed-since", "format"} <= set(inputs)


@pytest.mark.parametrize("name", ["Install termlint", "Check"])
def test_no_script_holds_an_expression(name: str) -> None:
    """What stands in an input is never part of a script, so that no branch name can be a command."""
    script, _ = step(name)
    assert "${{" not in script


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "a repository"
    folder.mkdir()
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    (folder / "old page.md").write_text(ONGOING + "We advise every customer.\n", encoding="utf-8")
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-q", "-m", "-"], ["tag", "base"]):
        subprocess.run(["git", *command], cwd=folder, env=clean, check=True)
    return folder


def run_check(folder: Path, **inputs: str) -> tuple[int, str, str, str]:
    """Exit code, log, output and summary."""
    script, _ = step("Check")
    files = {name: folder.parent / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    termlint = shutil.which("termlint", path=str(Path(sys.executable).parent))
    assert termlint
    given = {
        "PATHS": ".",
        "ARGUMENTS": "",
        "CHANGED_SINCE": "",
        "FORMAT": "github",
        "CI": "true",
        "TERMLINT": termlint,
    } | inputs
    environment = os.environ | given | {name: str(file) for name, file in files.items()}
    bash = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]  # as the runner calls it
    done = subprocess.run(bash, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    output, summary = (file.read_text(encoding="utf-8") for file in files.values())
    return done.returncode, done.stdout + done.stderr, output, summary


def test_findings_annotate_and_fail(repository: Path) -> None:
    code, log, output, summary = run_check(repository)
    assert (code, output) == (1, "findings=true\n")
    assert "::warning file=old page.md,line=4" in log
    assert "TL101" in summary


def test_old_findings_pass(repository: Path) -> None:
    code, _, output, summary = run_check(repository, CHANGED_SINCE="base")
    assert (code, output) == (0, "findings=false\n")
    assert "No findings" in summary


def test_paths_and_arguments_stand_on_lines(repository: Path) -> None:
    (repository / "-new.md").write_text(ONGOING + "A customer.\n", encoding="utf-8")
    code, log, _, _ = run_check(repository, PATHS="old page.md\n-new.md\n", ARGUMENTS="--limit\n1\n", FORMAT="concise")
    assert code == 1
    assert "2 findings in 2 files" in log
    code, log, output, _ = run_check(repository, PATHS="$(touch owned); `touch owned`")
    assert (code, output) == (2, "")
    assert "no such file or folder" in log
    assert not (repository / "owned").exists()


def test_a_failed_run_is_no_verdict(repository: Path) -> None:
    code, log, output, _ = run_check(repository, CHANGED_SINCE="mian")
    assert (code, output) == (2, "")
    assert "no such commit" in log


def test_the_checkout_of_the_action_is_what_is_installed(tmp_path: Path) -> None:
    script, _ = step("Install termlint")
    action = tmp_path / "action"
    action.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, action)
    for name in ("src", "rules"):
        shutil.copytree(ROOT / name, action / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    told = tmp_path / "environment"
    given = {
        "PYTHON": sys.executable,
        "VERSION": "",
        "ACTION": str(action),
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_ENV": str(told),
    }
    environment = os.environ | given | {"PIP_NO_DEPS": "1"}
    subprocess.run(["bash", "-e", "-c", script], env=environment, check=True)
    termlint = told.read_text(encoding="utf-8").strip().removeprefix("TERMLINT=")
    done = subprocess.run([termlint, "--version"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("termlint ")


def test_the_gitlab_template_checks_what_a_merge_request_changes(repository: Path) -> None:
    job = loaded("ci/gitlab.yml")["termlint"]
    assert isinstance(job, dict)
    script = "\n".join(job["script"])
    environment = os.environ | {"TERMLINT_ARGS": "--limit 5", "TERMLINT_PATHS": "."}
    environment["PATH"] = str(Path(sys.executable).parent) + os.pathsep + environment["PATH"]
    for base, expected in (("", 1), ("base", 0)):
        given = environment | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
        done = subprocess.run(["bash", "-e", "-c", script], cwd=repository, env=given, capture_output=True, check=False)
        assert done.returncode == expected, done.stderr
        report = (repository / "gl-code-quality-report.json").read_text(encoding="utf-8")
        assert ("TL101" in report) is bool(expected)


def snippets() -> Iterator[str]:
    yield from re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def test_snippets_are_yaml_and_name_what_there_is() -> None:
    inputs = loaded("action.yml")["inputs"]
    variables = loaded("ci/gitlab.yml")["variables"]
    hooks = re.findall(r"^- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert isinstance(inputs, dict)
    assert isinstance(variables, dict)
    for snippet in snippets():
        read_yaml(snippet, file="snippet")
        assert set(re.findall(r"- id: (\S+)", snippet)) <= set(hooks)
        assert set(re.findall(r"\b(TERMLINT_\w+):", snippet)) <= set(variables)
        if "uses: termlint/termlint" in snippet:
            used = re.findall(r"^          ([\w-]+):", re.split("uses: ", snippet.partition("uses: termlint")[2])[0], re.M)
            assert set(used) <= set(inputs)


def test_workflows_in_the_guide_follow_the_schema(tmp_path: Path) -> None:
    workflows = [snippet for snippet in snippets() if snippet.startswith("name:")]
    assert workflows
    for number, workflow in enumerate(workflows):
        file = tmp_path / f"workflow{number}.yml"
        file.write_text(workflow, encoding="utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout
