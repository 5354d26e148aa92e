"""The lists of the start page: what one line says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StartLine:
    """What it is about, where it leads, and a few words beside it."""

    text: str
    url: str
    note: str = ""
    tells_of: str = ""
    """Of news that waits for nothing: the address that it leads to in the end. It stands there only while no line of
    any list waits at that address, so that nothing is said twice."""
