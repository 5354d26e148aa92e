"""What somebody leaves behind when their seat ends, and who gets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SUCCESSOR: Final = "successor"
"""Whoever takes over the seat."""
COUNTY: Final = "county"
"""The county keeps it, without a person of its own for it."""
CLOSE: Final = "close"
"""It ends here."""
CHOICES: Final = (SUCCESSOR, COUNTY, CLOSE)


@dataclass(frozen=True)
class Thing:
    """One thing of somebody who leaves, as the programme office reads it in the list of what is handed over."""

    key: str
    """Under which its package knows it again, such as `draft:5`."""
    title: str
    url: str
    """Where the office can look at it; empty where the office reads nothing of it."""
    note: str
    """What each choice means for it, or what the office has to know; may be empty."""
    choices: tuple[str, ...]
    """Which of `CHOICES` there are for it."""
    usual: str
    """The one that is proposed. `successor` becomes `county`, else `close`, where nobody takes over the seat."""
    county: str = ""
    """The official key of the county that it belongs to; empty for what is the person's own."""

    def proposed(self, *, has_successor: bool) -> str:
        """What is proposed for it, with or without somebody who takes over."""
        if self.usual != SUCCESSOR or has_successor:
            return self.usual
        return COUNTY if COUNTY in self.choices else CLOSE
