"""Reports of barriers in the admin: the office reads and answers them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_modeladmin.options import modeladmin_register

from cms.models import BarrierReport
from plugins.api.adapters.wagtail import PlainTable


class BarrierTable(PlainTable):
    model = BarrierReport
    menu_label = _("Barriers")
    menu_icon = "warning"
    menu_order = 240
    list_display = ("created_at", "page", "reads_with", "answered_on")
    search_fields = ("page", "description", "answer")
    panels = [
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("page"), FieldPanel("reads_with")]),
        FieldPanel("email", help_text=_("Write to this address. It is erased with the report after twelve months.")),
        FieldPanel("answer"),
        FieldPanel("answered_on"),
    ]


def register_barriers() -> None:
    """Called once, when Wagtail collects its hooks."""
    modeladmin_register(BarrierTable)
