"""The tools that termlint is timed beside, installed into a folder of their own."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = ("textlint@15.8.0", "textlint-rule-terminology@5.2.16")
CODESPELL = "codespell==2.4.3"
_SETTINGS = {"rules": {"terminology": {"defaultTerms": False, "terms": [["customers?", "client"]]}}}
"""One term, as we have: with the rule's own three hundred it takes longer."""


def textlint(scratch: Path) -> list[str] | None:
    """The command with its rule, files and folders to follow; None where npm is missing."""
    folder = scratch / "textlint"
    command = folder / "node_modules" / ".bin" / "textlint"
    npm = shutil.which("npm")
    if not command.exists():
        if npm is None:
            return None
        folder.mkdir(parents=True, exist_ok=True)
        folder.joinpath("package.json").write_text('{"private": true}\n', encoding="utf-8")
        subprocess.run([npm, "install", "--no-fund", "--no-audit", "--loglevel=error", *PACKAGES], cwd=folder, check=True)
    settings = folder / "textlintrc.json"
    settings.write_text(json.dumps(_SETTINGS), encoding="utf-8")
    return [str(command), "--config", str(settings)]


def codespell(scratch: Path) -> list[str]:
    """The command with a dictionary of one word."""
    folder = scratch / "codespell"
    command = folder / "bin" / "codespell"
    if not command.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, CODESPELL], check=True)
    words = folder / "words.txt"
    words.write_text("customer->client\n", encoding="utf-8")
    return [str(command), "-D", str(words)]
