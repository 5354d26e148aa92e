"""Synonyms and placed results in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_modeladmin.options import modeladmin_register

from plugins.api.adapters.wagtail import PlainTable
from search.models import Placement, Synonym


class SynonymTable(PlainTable):
    model = Synonym
    menu_label = _("Synonyms")
    menu_icon = "resubmit"
    add_to_admin_menu = False  # it stands in the menu of the search
    list_display = ("typed", "meant", "direction")
    search_fields = ("typed", "meant")
    panels = [FieldRowPanel([FieldPanel("typed"), FieldPanel("meant")]), FieldPanel("works_both_ways")]

    @admin.display(description=_("works both ways"))
    def direction(self, synonym: Synonym) -> str | Promise:
        """In a word: the icons that yes and no would have belong to Django's own admin, which is not installed."""
        return _("Yes") if synonym.works_both_ways else _("No")


class PlacementTable(PlainTable):
    """Made on the page that explains the search; here they are seen together, moved and taken back."""

    model = Placement
    menu_label = _("Placed results")
    menu_icon = "thumbtack"
    add_to_admin_menu = False
    list_display = ("phrase", "title", "decision", "place")
    list_filter = ("is_pinned",)
    search_fields = ("phrase", "title")
    panels = [FieldRowPanel([FieldPanel("is_pinned"), FieldPanel("place")])]

    @admin.display(description=_("stands first"))
    def decision(self, placement: Placement) -> str | Promise:
        return _("Yes") if placement.is_pinned else _("No")


def register_tables() -> None:
    """Called once, when Wagtail collects its hooks."""
    for table in (SynonymTable, PlacementTable):
        modeladmin_register(table)
