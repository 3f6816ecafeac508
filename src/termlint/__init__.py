"""A terminology linter that reads the relationship: customer or client?

``check_text`` and ``explain_text`` are the whole of the public interface, with the frozen types they return. Everything is
imported when it is first asked for, so that ``import termlint`` costs nothing.
"""

from termlint.version import __version__

TYPE_CHECKING = False  # as in typing, which takes longer to import than the fast start to run

if TYPE_CHECKING:
    from termlint.api import check_text, explain_text
    from termlint.model.errors import TermlintError, UnreadableError
    from termlint.model.finding import Applicability, Edit, Exemption, Finding, Fix, Related, Severity, Verdict, VerdictKind
    from termlint.model.mention import Evidence, Mention, Provider, Relationship, Scope, Sense

__all__ = [
    "Applicability",
    "Edit",
    "Evidence",
    "Exemption",
    "Finding",
    "Fix",
    "Mention",
    "Provider",
    "Related",
    "Relationship",
    "Scope",
    "Sense",
    "Severity",
    "TermlintError",
    "UnreadableError",
    "Verdict",
    "VerdictKind",
    "__version__",
    "check_text",
    "explain_text",
]

_HOMES = {
    "termlint.api": ("check_text", "explain_text"),
    "termlint.model.errors": ("TermlintError", "UnreadableError"),
    "termlint.model.finding": (
        "Applicability", "Edit", "Exemption", "Finding", "Fix", "Related", "Severity", "Verdict", "VerdictKind",
    ),
    "termlint.model.mention": ("Evidence", "Mention", "Provider", "Relationship", "Scope", "Sense"),
}  # fmt: skip


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            return getattr(import_module(module), name)
    raise AttributeError(f"module 'termlint' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
