"""The lists of the start page: what one line says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StartLine:
    """What it is about, where it leads, and a few words beside it."""

    text: str
    url: str
    note: str = ""
