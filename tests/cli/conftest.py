"""The real command, in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository root, so that no house style above it counts."""
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> Done:
        clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "CI", "PRE_COMMIT")}
        done = subprocess.run(
            [sys.executable, "-m", "termlint", *arguments],
            cwd=folder,
            input=stdin,
            capture_output=True,
            env=clean | environment,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Done(done.returncode, done.stdout.decode(errors="surrogateescape"), done.stderr.decode())

    return run


ONGOING = "---\ntermlint: {relationship: ongoing}\n---\n"
"""Front matter that settles the relationship, so that these tests do not depend on the reading."""


@pytest.fixture
def wrong(folder: Path) -> Path:
    """A file with one safe fix."""
    path = folder / "wrong.md"
    path.write_bytes((ONGOING + "We advise every customer.\n").encode())
    return path
