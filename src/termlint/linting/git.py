"""What git says of a folder. Git is asked, never told: no hook, monitor or lock of the repository is touched."""

import os
import subprocess
from dataclasses import dataclass

_KEPT = ("GIT_CONFIG_", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_SSL_", "GIT_SSH")
"""Variables that say how git works; the others, set within a hook, say which repository, and we name that ourselves."""


@dataclass(frozen=True, slots=True)
class Answer:
    ok: bool
    told: bytes
    complaint: str
    """The first line of what git has to say against it; empty where it says nothing."""


def listed_by_git(folder: str) -> list[str] | None:
    """Names of files under ``folder`` that git tracks or would add, relative to it; None where git has no say.

    It has no say outside a work tree, where it is not installed, and in a folder that it ignores: whoever names an ignored
    folder wants it read.
    """
    listed = ask_git(folder, "ls-files", "-z", "-co", "--exclude-standard")
    if listed is None or not listed.ok:
        return None
    names = {os.fsdecode(name) for name in listed.told.split(b"\0") if name}
    if not names:
        ignored = ask_git(folder, "check-ignore", "-q", ".")
        if ignored is not None and ignored.ok:
            return None
    return sorted(names)


def ask_git(folder: str, *command: str, given: bytes = b"") -> Answer | None:
    """What ``git command`` answers in ``folder``; None where git is not installed."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key.startswith(_KEPT)}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-C", folder, *command],
            capture_output=True,
            input=given,
            env=environment,
            check=False,
        )
    except OSError:
        return None
    return Answer(done.returncode == 0, done.stdout, done.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
