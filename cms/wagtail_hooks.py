"""What Wagtail's admin learns from the knowledge base."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from plugins.api.adapters import pages  # noqa: F401  (its hooks guard Wagtail's own page serving)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """The words of the audit trail."""
    actions.register_action("cms.release", _("Release"), _("Released to everybody"))
    actions.register_action("cms.withdraw", _("Withdraw"), _("Withdrawn from the public"))
