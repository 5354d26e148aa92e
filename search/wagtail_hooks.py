"""What Wagtail's admin learns from the search."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from search.editing.menu import search_menu
from search.editing.tables import register_tables

register_tables()


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """The words of the audit trail."""
    actions.register_action("search.weigh", _("Weigh"), _("Weights of the search set"))
    actions.register_action("search.resolve", _("Resolve"), _("Search without an answer resolved"))


@hooks.register("register_admin_urls")
def addresses_of_the_search() -> list[URLResolver]:
    return [path("search-engine/", include("search.editing.urls"))]


@hooks.register("register_admin_menu_item")
def about_the_search() -> MenuItem:
    return search_menu()
