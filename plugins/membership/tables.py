"""Seats and mandates in Wagtail's admin: the programme office keeps them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from cms.models import KINDS
from plugins.api.adapters.wagtail import PlainTable
from plugins.membership.models import GuestMandate, Seat


def kind_choices() -> list[tuple[str, Any]]:
    return [(kind, model._meta.verbose_name) for kind, model in KINDS.items()]


class MandateForm(WagtailAdminModelForm):
    """Kinds are ticked, not typed."""

    kinds = forms.MultipleChoiceField(
        label=_("Kinds of entry"),
        choices=lazy(kind_choices, list),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("… and every entry of each of these kinds."),
    )


class SeatTable(PlainTable):
    model = Seat
    menu_label = _("Seats")
    menu_icon = "user"
    list_display = ("county", "person", "start", "end")
    list_select_related = ("county", "person")
    search_fields = ("county__name", "person__first_name", "person__last_name", "person__email")
    panels = [FieldPanel("county"), FieldPanel("person"), FieldRowPanel([FieldPanel("start"), FieldPanel("end")])]


class MandateTable(PlainTable):
    model = GuestMandate
    menu_label = _("Guest mandates")
    menu_icon = "group"
    list_display = ("institution", "start", "end", "sponsor")
    list_select_related = ("sponsor",)
    search_fields = ("institution", "role")
    edit_handler = ObjectList(
        [
            FieldPanel("institution"),
            FieldPanel("function"),
            FieldPanel("role"),
            FieldPanel("people", widget=forms.CheckboxSelectMultiple),
            FieldPanel("sponsor"),
            FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
            FieldPanel("review_on"),
            FieldPanel("is_named_in_public"),
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            FieldPanel("kinds"),
        ],
        base_form_class=MandateForm,
    )


class Membership(ModelAdminGroup):
    """One place in the menu."""

    menu_label = _("Membership")
    menu_icon = "group"
    menu_order = 230
    items = (SeatTable, MandateTable)


def register_tables() -> None:
    """Called once, when Wagtail collects its hooks."""
    modeladmin_register(Membership)
