"""What happens by the clock."""

from __future__ import annotations

from plugins.api.access import SYSTEM
from search.actions.alerts import ask_what_is_due
from search.actions.unanswered import forget_old_searches


def forget_searches_in_vain() -> None:
    """Searches without an answer are kept for twelve months."""
    forget_old_searches(actor=SYSTEM)


def look_for_new_results() -> None:
    """Saved searches with an alert are asked anew when their day or week is over."""
    ask_what_is_due()
