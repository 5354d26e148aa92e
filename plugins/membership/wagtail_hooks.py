"""What Wagtail's admin learns from membership."""

from __future__ import annotations

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from plugins.membership.tables import register_tables
from plugins.membership.trail import ACTIONS

register_tables()


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"membership.{name}", label, message)
