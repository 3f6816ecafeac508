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
    done = call(sys.executable, "-m", "build", "--outdir", project / "dist", project, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    (sdist,) = (project / "dist").glob("*.tar.gz")
    (wheel,) = (project / "dist").glob("*.whl")
    return sdist, wheel


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


def test_the_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == termlint.__version__


def test_every_package_is_listed() -> None:
    """``packages`` is a list, so a new folder has to be named in it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folders = {
        path.parent.relative_to(ROOT / "src").as_posix().replace("/", ".") for path in (ROOT / "src/termlint").rglob("*.py")
    }
    assert folders | {"termlint.rules"} == set(project["tool"]["setuptools"]["packages"])
