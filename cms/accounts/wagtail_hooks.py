"""What Wagtail's admin learns from accounts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """The words of the audit trail."""
    actions.register_action("accounts.create_token", _("Create token"), _("Created an API token"))
    actions.register_action("accounts.revoke_token", _("Revoke token"), _("Revoked an API token"))
    actions.register_action("accounts.erase", _("Erase"), _("Erased the personal data of an account"))
