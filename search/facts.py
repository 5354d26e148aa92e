"""What happens in the search, said to whoever listens."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import Fact


@dataclass(frozen=True)
class SavedSearchFound(Fact):
    """A saved search found something new; `asked_at` is the moment, as ISO 8601."""

    search_id: int
    asked_at: str
