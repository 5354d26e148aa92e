"""What Wagtail's admin learns from accounts."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.users.views.bulk_actions.user_bulk_action import UserBulkAction

from cms.accounts.front_ends.admin import menu_item


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """The words of the audit trail."""
    actions.register_action("accounts.create_token", _("Create token"), _("Created an API token"))
    actions.register_action("accounts.revoke_token", _("Revoke token"), _("Revoked an API token"))
    actions.register_action("accounts.let_front_end_in", _("Let in"), _("Let a front end in"))
    actions.register_action("accounts.shut_front_end_out", _("Shut out"), _("Shut a front end out"))
    actions.register_action("accounts.disconnect", _("Disconnect"), _("Disconnected an account elsewhere"))
    actions.register_action("accounts.renew_client_secret", _("Renew secret"), _("Renewed the secret of a front end"))
    actions.register_action("accounts.open", _("Open an account"), _("Opened an account and invited the person"))
    actions.register_action("accounts.change_profile", _("Change profile"), _("Changed a profile"))
    actions.register_action("accounts.create_feed_address", _("Create feed"), _("Created the address of a feed"))
    actions.register_action("accounts.revoke_feed_address", _("Revoke feed"), _("Revoked the address of a feed"))
    actions.register_action("accounts.erase", _("Erase"), _("Erased the personal data of an account"))


@hooks.register("register_admin_urls")
def addresses_of_front_ends() -> list[URLResolver]:
    return [path("front-ends/", include("cms.accounts.front_ends.admin"))]


@hooks.register("register_admin_menu_item")
def front_ends() -> MenuItem:
    return menu_item()


@hooks.register("before_bulk_action")
def people_one_by_one(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Wagtail's actions for several people ask nobody's policy about any of them."""
    if isinstance(action, UserBulkAction):
        raise PermissionDenied
