"""What Wagtail's admin learns from membership."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from plugins.membership.tables import register_tables

register_tables()


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """The words of the audit trail."""
    actions.register_action(
        "membership.change_profile", _("Change place in the directory"), _("Decided what members see in the directory")
    )
