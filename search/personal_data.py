"""What the search stores about a person: the questions that they saved."""

from __future__ import annotations

from typing import Any

from search.models import SavedSearch


def hand_out(user: Any) -> list[dict[str, object]]:
    """Every saved search."""
    searches = SavedSearch.objects.filter(owner=user).order_by("pk")
    return [dict(row) for row in searches.values("name", "parameters", "created_at", "alert")]


def erase(user: Any) -> list[str]:
    """All of them go."""
    SavedSearch.objects.filter(owner=user).delete()
    return []
