"""What git says of a folder. Git is asked, never told: no hook, monitor or lock of the repository is touched."""

import os
import subprocess


def listed_by_git(folder: str) -> list[str] | None:
    """Names of files under ``folder`` that git tracks or would add, relative to it; None where git has no say.

    It has no say outside a work tree, where it is not installed, and in a folder that it ignores: whoever names an ignored
    folder wants it read.
    """
    listed = _ask(folder, "ls-files", "-z", "-co", "--exclude-standard")
    if listed is None:
        return None
    names = {os.fsdecode(name) for name in listed.split(b"\0") if name}
    if not names and _ask(folder, "check-ignore", "-q", ".") is not None:
        return None
    return sorted(names)


def _ask(folder: str, *command: str) -> bytes | None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-C", folder, *command],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=environment,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
