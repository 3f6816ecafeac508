"""New bytes for a file, all of them or none."""

# Without pathlib: modes, links and renames are matters of the operating system.
# ruff: noqa: PTH100, PTH101, PTH105, PTH108, PTH110, PTH113, PTH116, PTH123

import os
import stat
import tempfile
from contextlib import suppress

from termlint.model.errors import UnreadableError


def replace_bytes(path: str, *, before: bytes, after: bytes) -> None:
    """Write ``after`` to the file that ``path`` leads to, if it still holds ``before``. Its mode stays, a link stays one.

    Raises ``UnreadableError`` with the reason where the file is left as it is.
    """
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
            raise UnreadableError("it is read-only")
        with open(target, "rb") as file:
            if file.read() != before:
                raise UnreadableError("it changed on disk meanwhile")
        _write_atomically(target, after, mode=stat.S_IMODE(mode))
    except OSError as error:
        raise UnreadableError(f"it cannot be written ({(error.strerror or str(error)).lower()})") from error


def write_new(path: str, content: bytes) -> None:
    """Write ``content`` to ``path``, new or not. Raises ``OSError``."""
    target = os.path.realpath(path)
    # A device or a pipe cannot be replaced; what /dev/stdout leads to may be a file that others are writing, too.
    if os.path.abspath(path).startswith("/dev/") or (os.path.exists(target) and not os.path.isfile(target)):
        with open(path, "ab") as file:
            file.write(content)
        return
    umask = os.umask(0)
    os.umask(umask)
    mode = stat.S_IMODE(os.stat(target).st_mode) if os.path.exists(target) else 0o666 & ~umask
    _write_atomically(target, content, mode=mode)


def create(path: str, content: bytes) -> None:
    """Write a file that does not exist yet, the whole of it or none. Raises ``FileExistsError``, or another ``OSError``."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        write_new(path, content)
    except BaseException:
        with suppress(OSError):
            os.unlink(path)
        raise


def _write_atomically(target: str, content: bytes, *, mode: int) -> None:
    folder, name = os.path.split(target)
    handle, temporary = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        _keep_owner(target, temporary)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _keep_owner(target: str, temporary: str) -> None:
    if hasattr(os, "chown"):
        with suppress(OSError):  # a new file, or only the administrator may give files away
            status = os.stat(target)
            if (status.st_uid, status.st_gid) != (os.getuid(), os.getgid()):
                os.chown(temporary, status.st_uid, status.st_gid)
