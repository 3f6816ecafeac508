"""The loaded house style and its one question: what holds for this path?"""

import os
from dataclasses import dataclass

from termlint.config.merging import effective
from termlint.config.paths import absolute
from termlint.config.style import EffectiveStyle, Example, Layer
from termlint.model.term import Term


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A house style file with all that it extends."""

    file: str
    layers: tuple[Layer, ...]
    """From what is built on to the file itself."""
    sources: tuple[tuple[str, bytes], ...] = ()
    """The files it was read from, by absolute path, with their bytes: the file itself first. What is shipped is not told."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """The file's own; what it extends has its own tests."""
        return self.layers[-1].examples

    @property
    def watched(self) -> tuple[Term, ...]:
        """Every term that any file under this style is searched for, overrides included."""
        patches = [patch for layer in self.layers for patch in (layer.patch, *(override.patch for override in layer.overrides))]
        entries = [entry for patch in patches for row in patch.terms for entry in row.entries]
        return tuple({(entry.term.singular, entry.term.plural): entry.term for entry in entries}.values())

    @property
    def same_everywhere(self) -> bool:
        """Whether the same holds for every path."""
        patches = [layer.patch for layer in self.layers]
        globbed = [
            *(one for patch in patches for one in patch.exceptions if one.files),
            *(one for patch in patches for one in patch.readers),
        ]
        return not globbed and not any(layer.overrides for layer in self.layers)

    def for_path(self, path: str | os.PathLike[str]) -> EffectiveStyle:
        """What holds for a file, which need not exist. A relative path is taken from the working folder."""
        return effective(self.layers, path=absolute(path))
