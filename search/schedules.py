"""What happens by the clock."""

from __future__ import annotations

from plugins.api.access import SYSTEM
from search.actions.unanswered import forget_old_searches


def forget_searches_in_vain() -> None:
    """Searches without an answer are kept for twelve months."""
    forget_old_searches(actor=SYSTEM)
