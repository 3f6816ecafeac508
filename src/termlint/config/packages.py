"""House styles that installed Python packages carry, as data: nothing of such a package is imported or run.

A package names them in its metadata, as an entry point whose value is a file in it:

    [project.entry-points."termlint.house_styles"]
    acme = "acme_style:house_style.yaml"
"""

import os
import re
from pathlib import Path

from termlint.config.checking import did_you_mean

GROUP = "termlint.house_styles"
PREFIX = "package:"

_VALUE = re.compile(r"(\w+(?:\.\w+)*)\s*:\s*(\w[\w.]*\.ya?ml)")


def find_packaged(name: str) -> str:
    """The absolute path of the house style. Raises ``LookupError`` with the reason."""
    from importlib.metadata import entry_points  # here: it costs more than reading a house style that needs none

    found = entry_points(group=GROUP)
    named = {(each.value, each.dist.name if each.dist else ""): each for each in found if each.name == name}
    if not named:
        names = sorted({each.name for each in found})
        there = f"there are {', '.join(names)}{did_you_mean(name, names)}" if names else "none offers any"
        raise LookupError(f'no installed package offers a house style "{name}" where termlint is installed; {there}')
    if len(named) > 1:
        raise LookupError(f'several packages offer a house style "{name}": {", ".join(sorted(dist for _, dist in named))}')
    (point,) = named.values()
    value = _VALUE.fullmatch(point.value)
    if value is None:
        raise LookupError(
            f'"{name}" is to be found at "{point.value}", which is no file of a package; allowed: package:file.yaml'
        )
    inside = Path(*value[1].split("."), value[2])
    homes = [Path(str(point.dist.locate_file(""))) if point.dist else Path(), *_homes(value[1].split(".")[0])]
    for home in homes:
        if (home / inside).is_file():
            return os.path.abspath(home / inside)  # noqa: PTH100
    raise LookupError(f'"{name}" is to be found at "{point.value}", and there is no such file')


def _homes(package: str) -> list[Path]:
    """Where Python would look for a package that is installed for editing. Looking for one does not import it."""
    from importlib.util import find_spec

    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return []
    return [Path(place).parent for place in (spec.submodule_search_locations or ())] if spec else []
