"""One place in the admin's menu for everything about the search."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from plugins.api.access import may
from plugins.api.adapters.http import actor_of
from search.editing.tables import PlacementTable, SynonymTable
from search.models import SearchWeights


class KeepersItem(MenuItem):
    """For whoever decides about the search."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(may(actor_of(request), "create", SearchWeights))


def search_menu() -> MenuItem:
    """Authors find the explanations alone in it."""
    items = [
        MenuItem(
            _("Search explained"),
            reverse_lazy("search_editing:explain"),
            name="explain-search",
            icon_name="search",
            order=10,
        ),
        KeepersItem(
            _("Without an answer"),
            reverse_lazy("search_editing:unanswered"),
            name="unanswered-searches",
            icon_name="help",
            order=20,
        ),
        KeepersItem(
            _("Weights"),
            reverse_lazy("search_editing:weights"),
            name="search-weights",
            icon_name="sliders",
            order=30,
        ),
        SynonymTable().get_menu_item(order=40),
        PlacementTable().get_menu_item(order=50),
    ]
    return SubmenuMenuItem(
        _("Search of the forum"), Menu(items=items), name="search-desk", icon_name="search", order=160
    )
