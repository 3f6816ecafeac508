"""Who changes a text, and when, for formats that track changes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    author: str
    date: str
    """``2026-03-01T09:30:00Z``"""
