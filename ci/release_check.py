"""Whether this checkout can be released: ``make release-check``.

Version, changelog and documentation have to be in step. Then the sdist and the wheel are built, their metadata read as an index
would, and each is installed into a fresh environment and run from a folder of its own. Nothing is uploaded.
"""

import email
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
import zipfile
from email.message import Message
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = "---\ntermlint: {relationship: ongoing}\n---\nWe advise every customer.\n"
_NEEDED = ("Name", "Version", "Summary", "Requires-Python", "License-Expression", "License-File", "Description-Content-Type")


class CheckError(Exception):
    """``str`` is what is wrong, a line each."""


def main() -> int:
    try:
        require(in_step(ROOT))
        with tempfile.TemporaryDirectory(prefix="termlint-release-") as name:
            folder = Path(name)
            sdist, wheel = build(ROOT, folder / "dist")
            require([*metadata_problems(wheel), *content_problems(sdist, wheel)])
            for artifact in (wheel, sdist):
                try_out(artifact, folder / artifact.name.replace(".", "-"))
                tell(f"{artifact.name}: installed, and it runs ({artifact.stat().st_size / 1e6:.1f} MB)")
    except CheckError as error:
        tell(str(error))
        return 1
    tell("ready to be released")
    return 0


def in_step(root: Path) -> list[str]:
    """What contradicts the version in ``pyproject.toml``."""
    version = tomllib.loads(_read(root / "pyproject.toml"))["project"]["version"]
    problems = (
        [] if f'"{version}"' in _read(root / "src/termlint/version.py") else [f"src/termlint/version.py is not {version}"]
    )
    changelog = _read(root / "CHANGELOG.md")
    if not re.search(rf"^## \[?{re.escape(version)}\]?[ ,-]+\d{{4}}-\d\d-\d\d", changelog, re.MULTILINE):
        problems.append(f'CHANGELOG.md has no "## {version} - YYYY-MM-DD"; name what is under "Unreleased" so')
    return problems + _other_versions(root, version)


def _other_versions(root: Path, version: str) -> list[str]:
    """What users copy: ``rev: v0.1.0``, ``termlint@v0.1.0``, ``termlint/v0.1.0``, and the template's own default."""
    pages = [
        root / "README.md",
        root / "action.yml",
        *sorted((root / "docs").rglob("*.md")),
        *sorted((root / "ci").glob("*.yml")),
    ]
    return [
        f"{page.relative_to(root)} speaks of version {found}"
        for page in pages
        for found in re.findall(r"(?:rev: v|termlint[@/]v|TERMLINT_VERSION: \"?|termlint==)(\d+\.\d+\.\d+)", _read(page))
        if found != version
    ]


def build(project: Path, out: Path) -> tuple[Path, Path]:
    """The sdist, and the wheel built from it."""
    run(sys.executable, "-m", "build", "--outdir", out, project, cwd=project)
    (sdist,) = out.glob("*.tar.gz")
    (wheel,) = out.glob("*.whl")
    return sdist, wheel


def metadata_problems(wheel: Path) -> list[str]:
    """What an index would refuse or show wrongly."""
    metadata = metadata_of(wheel)
    problems = [f"the metadata lacks {field}" for field in _NEEDED if not metadata.get(field)]
    if metadata.get("Description-Content-Type") != "text/markdown" or "# termlint" not in str(metadata.get_payload()):
        problems.append("the description is not the README")
    links = re.findall(r"\]\((?!https?:|#)([^)\s]+)\)", str(metadata.get_payload()))
    problems += [f"the description links to {link}, which an index does not have" for link in dict.fromkeys(links)]
    problems += [f"{each}: an index refuses direct references" for each in metadata.get_all("Requires-Dist", []) if "@" in each]
    return problems


def metadata_of(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return email.message_from_bytes(archive.read(name))


def content_problems(sdist: Path, wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        strange = {name.partition("/")[0] for name in archive.namelist()}
    with tarfile.open(sdist) as archive:
        carried = {name.partition("/")[2] for name in archive.getnames()}
    problems = [f"the wheel carries {name}" for name in strange if name != "termlint" and not name.endswith(".dist-info")]
    needed = ("pyproject.toml", "README.md", "LICENSE", "rules/rules.yaml", "src/termlint/entry.py")
    return problems + [f"the sdist lacks {name}" for name in needed if name not in carried]


def try_out(artifact: Path, folder: Path) -> None:
    """Install it with all it needs, and use it where nothing of this checkout is near."""
    venv.create(folder / "venv", with_pip=True)
    commands = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    run(commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", artifact, cwd=folder)
    run(commands / "python", "-m", "pip", "check", cwd=folder)
    work = folder / "work"
    (work / ".git").mkdir(parents=True)
    (work / "page.md").write_text(PAGE, encoding="utf-8")
    told = run(commands / "termlint", "check", cwd=work, code=1)
    require([] if "page.md:4:17: TL101" in told else [f"termlint check says: {told}"])
    run(commands / "termlint", "check", "--fix", cwd=work)
    for arguments in (["test"], ["config"], ["rules"], ["explain", "page.md"]):
        run(commands / "termlint", *arguments, cwd=work)
    where = run(commands / "python", "-I", "-c", "import termlint; print(termlint.__file__)", cwd=work)
    require([] if str((folder / "venv").resolve()) in str(Path(where.strip()).resolve()) else [f"it runs from {where}"])


def require(problems: list[str]) -> None:
    if problems:
        raise CheckError("\n".join(problems))


def run(*command: object, cwd: Path, code: int = 0) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != code:
        raise CheckError(f"{' '.join(map(str, command))} exited {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
