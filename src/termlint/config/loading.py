"""House styles from files and presets, with all that they extend. Every mistake of every file is told at once."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from termlint.config.building import Extended, build
from termlint.config.checking import Report, did_you_mean
from termlint.config.consistency import check_together
from termlint.config.house_style import HouseStyle
from termlint.config.packages import PREFIX, find_packaged
from termlint.config.paths import absolute, shown
from termlint.config.style import Layer
from termlint.rulebook import PRESETS, shipped_tree
from termlint.yaml_source import Mapping, Mistake, Node, Place, SourceError, decode, read_toml, read_yaml

TABLE = ("tool", "termlint")
DEPTH = 10
"""How many files may extend one another in a row."""

NOTHING = "none"


class HouseStyleError(SourceError):
    """A house style that does not hold. ``mistakes`` are all of them; ``str`` is one line a mistake."""


def load(file: str | os.PathLike[str]) -> HouseStyle:
    """A ``.termlint.yaml``, whatever its name, or a ``.toml`` with ``[tool.termlint]``. Raises ``HouseStyleError``."""
    path = absolute(file)
    loading = _Loading()
    loading.file(path, asked=None)
    return loading.finished(shown(path))


def load_text(text: str, *, file: str = ".termlint.yaml", folder: str | os.PathLike[str] = ".") -> HouseStyle:
    """A house style that stands in no file: YAML, whose globs and paths are relative to ``folder``."""
    loading = _Loading()
    path = os.path.join(absolute(folder), file)  # noqa: PTH118
    loading.source(path, lambda: _tree(text.encode(), file), name=file, folder=absolute(folder))
    return loading.finished(file)


@cache
def load_preset(name: str) -> HouseStyle:
    loading = _Loading()
    loading.preset(name)
    return loading.finished(f"preset {name}")


def default() -> HouseStyle:
    """What holds where no house style is found."""
    return load_preset("default")


@dataclass(slots=True)
class _Loading:
    layers: dict[str, Layer] = field(default_factory=dict)
    """By absolute path or preset name; one that two others extend is taken once, where it is first needed."""
    mistakes: list[Mistake] = field(default_factory=list)
    sources: list[tuple[str, bytes]] = field(default_factory=list)
    chain: list[tuple[str, str]] = field(default_factory=list)
    """What is being loaded: key and name."""
    globs: str | None = None
    """The folder that globs are relative to, where it is not that of their file: whoever names a package's house style."""

    def finished(self, file: str) -> HouseStyle:
        if not self.mistakes:
            self.mistakes += check_together(tuple(self.layers.values()))
        if self.mistakes:
            raise HouseStyleError(dict.fromkeys(self.mistakes))
        return HouseStyle(file, tuple(self.layers.values()), tuple(self.sources))

    def file(self, path: str, *, asked: Mistake | None) -> None:
        """``asked`` is what to say where ``path`` cannot be read: a mistake of the file that extends it."""
        name = shown(path)
        try:
            with open(path, "rb") as stream:  # noqa: PTH123
                raw = stream.read(2_000_000)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            self.mistakes.append(asked or Mistake(name, Place(1, 1), f"cannot be read: {reason}"))
            return
        self.sources.append((path, raw))
        self.source(path, lambda: _tree(raw, name), name=name, folder=os.path.dirname(path))  # noqa: PTH120

    def preset(self, name: str) -> None:
        folder = absolute(os.sep)
        self.source(f"preset {name}", lambda: shipped_tree(f"presets/{name}.yaml"), name=f"preset {name}", folder=folder)

    def source(self, key: str, tree: Callable[[], Node], *, name: str, folder: str) -> None:
        report = Report(name)
        try:
            layer, extended = build(tree(), folder=self.globs or folder, report=report)
        except SourceError as error:
            self.mistakes += error.mistakes
            return
        at = len(self.mistakes)
        self.chain.append((os.path.normcase(key), name))
        self.extend((("default", Place(1, 1)),) if extended is None else extended, folder, report)
        self.chain.pop()
        self.mistakes[at:at] = sorted(report.mistakes, key=lambda mistake: mistake.place)
        self.layers[os.path.normcase(key)] = layer

    def extend(self, extended: Extended, folder: str, report: Report) -> None:
        for named, place in extended:
            if named == NOTHING:
                continue
            is_packaged = named.startswith(PREFIX)
            is_path = not is_packaged and ("/" in named or "\\" in named or named.endswith((".yaml", ".yml", ".toml")))
            if is_packaged:
                try:
                    path = find_packaged(named.removeprefix(PREFIX))
                except LookupError as error:
                    report.add(place, f"extends: {error.args[0]}")
                    continue
            elif is_path:
                path = os.path.normpath(os.path.join(folder, named))  # noqa: PTH118
            elif named in PRESETS:
                path = f"preset {named}"
            else:
                options = f"{', '.join(PRESETS)}, {NOTHING}, a path with / or .yaml, or {PREFIX}NAME"
                report.add(place, f'extends: found "{named}"; allowed: {options}{did_you_mean(named, PRESETS)}')
                continue
            key = os.path.normcase(path)
            if key in self.layers:
                continue
            if key in (each for each, _ in self.chain):
                names = [name for _, name in self.chain[[each for each, _ in self.chain].index(key) :]]
                loop = " -> ".join([*names, names[0]])
                report.add(place, f"extends: a loop, {loop}")
            elif len(self.chain) >= DEPTH:
                report.add(place, f"extends: more than {DEPTH} files in a row")
            elif named in PRESETS:
                self.preset(named)
            else:
                missing = Mistake(report.file, place, f'extends: "{named}" cannot be read; looked for {shown(path)}')
                outer = self.globs
                if is_packaged:
                    self.globs = outer or folder
                self.file(path, asked=missing)
                self.globs = outer


def _tree(raw: bytes, name: str) -> Node:
    text = decode(raw, file=name)
    if not name.endswith(".toml"):
        return read_yaml(text, file=name)
    table = read_toml(text, file=name, table=TABLE)
    if table is None:
        raise SourceError([Mistake(name, Place(1, 1), "has no [tool.termlint]")])
    assert isinstance(table, Mapping)
    return table
