"""Synonyms and placed results in the admin."""

from __future__ import annotations

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
    list_display = ("typed", "meant", "works_both_ways")
    search_fields = ("typed", "meant")
    panels = [FieldRowPanel([FieldPanel("typed"), FieldPanel("meant")]), FieldPanel("works_both_ways")]


class PlacementTable(PlainTable):
    """Made on the page that explains the search; here they are seen together, moved and taken back."""

    model = Placement
    menu_label = _("Placed results")
    menu_icon = "thumbtack"
    add_to_admin_menu = False
    list_display = ("phrase", "title", "is_pinned", "place")
    list_filter = ("is_pinned",)
    search_fields = ("phrase", "title")
    panels = [FieldRowPanel([FieldPanel("is_pinned"), FieldPanel("place")])]


def register_tables() -> None:
    """Called once, when Wagtail collects its hooks."""
    for table in (SynonymTable, PlacementTable):
        modeladmin_register(table)
