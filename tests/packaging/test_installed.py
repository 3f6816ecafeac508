"""The package as a user gets it: wheel, sdist and editable install all carry the rules."""

import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
import release_check

import termlint

ROOT = Path(__file__).parents[2]
TEXT = "---\ntermlint: {relationship: ongoing}\n---\nA customer.\n"


def call(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy without anything that a build leaves behind."""
    copy = tmp_path_factory.mktemp("project")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    for name in ("src", "rules"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    return copy


@pytest.fixture(scope="module")
def built(project: Path) -> tuple[Path, Path]:
    """The sdist, and the wheel built from it."""
    return release_check.build(project, project / "dist")


def environment(folder: Path, *what: object) -> Path:
    """A fresh virtual environment with ``what`` installed, its libraries borrowed from this one: where its commands are."""
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    site = call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).stdout.strip()
    done = call(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--quiet", *what, cwd=folder)
    assert done.returncode == 0, done.stderr
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(site, "borrowed.pth").write_text("\n".join(sorted(libraries)), encoding="utf-8")
    return python.parent


def assert_works(commands: Path, folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / "page.md").write_text(TEXT, encoding="utf-8")
    done = call(commands / "termlint", "check", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "page.md:4:3: TL101" in done.stdout
    assert call(commands / "termlint", "config", cwd=folder).returncode == 0
    assert (
        call(commands / "python", "-I", "-m", "termlint", "--version", cwd=folder).stdout
        == f"termlint {termlint.__version__}\n"
    )


def test_the_wheel_works(built: tuple[Path, Path], tmp_path: Path) -> None:
    commands = environment(tmp_path / "venv", built[1])
    (tmp_path / "work").mkdir()
    assert_works(commands, tmp_path / "work")


def test_an_editable_install_works(project: Path, tmp_path: Path) -> None:
    commands = environment(tmp_path / "venv", "--editable", project)
    (tmp_path / "work").mkdir()
    assert_works(commands, tmp_path / "work")


def test_wheel_and_sdist_carry_every_file(built: tuple[Path, Path]) -> None:
    sources = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src/termlint").rglob("*.py")} | {
        "termlint/py.typed"
    }
    rules = {
        path.relative_to(ROOT / "rules").as_posix()
        for path in (ROOT / "rules").rglob("*")
        if path.suffix in (".py", ".yaml", ".json", ".txt") and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(built[1]) as wheel:
        names = set(wheel.namelist())
        assert sources | {f"termlint/rules/{name}" for name in rules} <= names
        assert not [name for name in names if name.startswith(("tests/", "training/"))]
    with tarfile.open(built[0]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
        assert {f"src/{name}" for name in sources} | {f"rules/{name}" for name in rules} <= names


def test_an_index_would_take_it(built: tuple[Path, Path]) -> None:
    assert release_check.metadata_problems(built[1]) == []
    assert release_check.content_problems(*built) == []


def test_what_is_told_of_the_version_is_in_step() -> None:
    """The changelog gets its heading when a release is made."""
    assert [problem for problem in release_check.in_step(ROOT) if not problem.startswith("CHANGELOG.md")] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("CHANGELOG.md", "## 9.9.9 - 2026-11-30", "## Unreleased", 'CHANGELOG.md has no "## 9.9.9 - YYYY-MM-DD"'),
        ("CHANGELOG.md", "2026-11-30", "soon", 'CHANGELOG.md has no "## 9.9.9 - YYYY-MM-DD"'),
        ("README.md", "9.9.9", "9.9.8", "README.md speaks of version 9.9.8"),
        ("docs/ci.md", "9.9.9", "9.9.8", "docs/ci.md speaks of version 9.9.8"),
        ("src/termlint/version.py", "9.9.9", "9.9.8", "src/termlint/version.py is not 9.9.9"),
    ],
)
def test_a_release_out_of_step_is_refused(tmp_path: Path, name: str, old: str, new: str, told: str) -> None:
    texts = {
        "pyproject.toml": '[project]\nversion = "9.9.9"\n',
        "src/termlint/version.py": '__version__ = "9.9.9"\n',
        "CHANGELOG.md": "# Changelog\n\n## 9.9.9 - 2026-11-30\n",
        "README.md": "rev: v9.9.9\n",
        "docs/ci.md": "uses: termlint/termlint@v9.9.9\n",
        "action.yml": "",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert release_check.in_step(tmp_path) == []
    (tmp_path / name).write_text(texts[name].replace(old, new), encoding="utf-8")
    assert release_check.in_step(tmp_path)[0].startswith(told)


def test_every_package_is_listed() -> None:
    """``packages`` is a list, so a new folder has to be named in it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folders = {
        path.parent.relative_to(ROOT / "src").as_posix().replace("/", ".") for path in (ROOT / "src/termlint").rglob("*.py")
    }
    assert folders | {"termlint.rules"} == set(project["tool"]["setuptools"]["packages"])
