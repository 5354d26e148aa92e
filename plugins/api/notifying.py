"""What people are told about: a piece of news, and how often somebody wants mail about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Model

NEVER: Final = "never"
NOW: Final = "now"
DAILY: Final = "daily"
WEEKLY: Final = "weekly"


@dataclass(frozen=True)
class News:
    """One thing to tell, made out of a fact: to whom, about what.

    Only those are told who may see `about`, now and whenever they look; nobody is told what they did themselves.
    """

    about: Model
    url: str
    people: frozenset[int] = frozenset()
    """Ids of users."""
    principals: frozenset[str] = frozenset()
    """Everybody who holds one of these."""
    words: Mapping[str, Any] = field(default_factory=dict)
    """What the sentence needs, as plain JSON."""
    key: str = ""
    """The same person is told once of the same kind under the same key; without one once about the object, ever."""
    by: int | None = None
    """Id of the user whose doing it is."""
    group: int | None = None
    """Id of the working group in which it happened: its members can choose another rhythm for it."""

    @property
    def once(self) -> str:
        """Under which it is told once."""
        return self.key or f"{self.about._meta.label_lower}:{self.about.pk}"
