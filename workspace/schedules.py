"""What happens by the clock."""

from __future__ import annotations

from workspace.actions.life import ask_quiet_groups, tell_of_unanswered


def look_for_quiet_groups() -> None:
    """Coordinators of quiet groups are asked; where nobody answers the programme office is told."""
    tell_of_unanswered()
    ask_quiet_groups()
