"""How reports write a path. The fast start imports this, so it imports next to nothing."""

import os


def shown(path: str) -> str:
    """``path`` as reports write it: ``./a//b`` is ``a/b``."""
    if os.sep == "\\":
        path = path.replace("\\", "/")
    start = "/" * (len(path) - len(path.lstrip("/")))
    return start + "/".join(part for part in path.split("/") if part not in ("", ".")) or "."
