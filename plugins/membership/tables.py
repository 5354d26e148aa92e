"""Seats and mandates in Wagtail's admin: the programme office keeps them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from cms.models import KINDS
from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.adapters.wagtail import PlainTable
from plugins.membership.models import ForumRole, GuestMandate, InterestRound, Seat


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


class ForumRoleTable(PlainTable):
    model = ForumRole
    menu_label = _("Tasks in the Forum")
    menu_icon = "user"
    list_display = ("title", "person", "start", "end")
    list_select_related = ("person",)
    search_fields = ("title", "person__first_name", "person__last_name")
    panels = [FieldPanel("title"), FieldPanel("person"), FieldRowPanel([FieldPanel("start"), FieldPanel("end")])]


class RoundForm(WagtailAdminModelForm):
    """Dates and places of a round may change while it runs; its criteria not once the first assessment was sent."""

    def is_valid(self) -> bool:
        """Both forms are asked, so that everything that is wrong is said at once."""
        is_valid = super().is_valid()
        if self.instance.pk and self.formsets["criteria"].has_changed():
            decision = may(actor_for(self.for_user), "change_criteria", self.instance)
            if not decision:
                self.add_error(None, str(decision.reason))
                return False
        return bool(is_valid)


class RoundTable(PlainTable):
    model = InterestRound
    menu_label = _("Rounds of interest")
    menu_icon = "calendar"
    list_display = ("title", "opens_on", "closes_on", "decides_by", "places")
    search_fields = ("title",)
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on"), FieldPanel("decides_by")]),
            FieldPanel("places"),
            InlinePanel(
                "criteria",
                heading=_("Criteria"),
                label=_("Criterion"),
                help_text=_(
                    "By these all applications of the round are read. They can be changed until the first assessment "
                    "has been sent."
                ),
                panels=[FieldPanel("title"), FieldPanel("explanation")],
            ),
        ],
        base_form_class=RoundForm,
    )


class Membership(ModelAdminGroup):
    """One place in the menu."""

    menu_label = _("Membership")
    menu_icon = "group"
    menu_order = 230
    items = (SeatTable, MandateTable, RoundTable, ForumRoleTable)


def register_tables() -> None:
    """Called once, when Wagtail collects its hooks."""
    modeladmin_register(Membership)
