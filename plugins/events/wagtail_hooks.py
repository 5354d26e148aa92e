"""What Wagtail's admin learns from events."""

from __future__ import annotations

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from plugins.events.trail import ACTIONS


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"events.{name}", label, message)
