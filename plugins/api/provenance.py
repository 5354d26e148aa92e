"""What an entry grew out of: one step of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True)
class ProvenanceStep:
    """What happened when. Whoever may not read it is told `kind`, `label` and `date` alone: the label names nobody."""

    kind: str
    """For programs, such as `decision`."""
    label: str
    date: datetime
    title: str = ""
    text: str = ""
    """A few sentences, as plain text."""
    url: str = ""
    """Where it can be read, by this reader."""

    def outlined(self) -> ProvenanceStep:
        """That it happened, and when."""
        return replace(self, title="", text="", url="")
