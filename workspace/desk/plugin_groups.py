"""“For working groups”: the office chooses in which groups the part of a plugin stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.actions.plugins import switch_in_groups
from cms.editing.plugins import PluginPage
from cms.queries.plugins import is_in_groups
from plugins.api.access import visible_to
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing
from plugins.api.plugin import Plugin
from plugins.api.switching import where
from workspace.models import GroupState, WorkingGroup

EVERY, CHOSEN = "every", "chosen"


class GroupsForm(forms.Form):
    """All groups, or some of those that the reader knows of."""

    which = forms.ChoiceField(
        label=_("In which working groups"),
        choices=((EVERY, _("In all, also in those to come")), (CHOSEN, _("In these alone"))),
        widget=forms.RadioSelect,
    )
    groups = forms.ModelMultipleChoiceField(
        WorkingGroup.objects.none(), label=_("Working groups"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = choices  # type: ignore[attr-defined]


@answers(Rule.STAFF)
class PluginGroupsView(PluginPage):
    template_name = "editing/plugin_groups.html"
    page_title = _("For working groups")
    done = _("The working groups of “%(name)s” are chosen.")

    @cached_property
    def plugin(self) -> Plugin:
        plugin = super().plugin
        if not is_in_groups(plugin):
            raise Missing
        return plugin

    @cached_property
    def form(self) -> GroupsForm:
        known = WorkingGroup.objects.exclude(state=GroupState.CLOSED).order_by("title", "pk")
        choices = visible_to(actor_of(self.request), known)
        place = where(self.plugin)
        chosen = [group.pk for group in choices if group.principal in place.groups]
        starting = {"which": EVERY if place.every_group else CHOSEN, "groups": chosen}
        sent = self.request.POST if self.request.method == "POST" else None
        return GroupsForm(sent, choices=choices, initial=starting)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(form=self.form, beyond=self._beyond(), **kwargs)

    def act(self) -> None:
        """Groups that the reader does not know of keep what they have."""
        if not self.form.is_valid():
            raise Invalid({name: [str(one) for one in found] for name, found in self.form.errors.items()})
        data = self.form.cleaned_data
        groups = {group.principal for group in data["groups"]} | self._unknown()
        switch_in_groups(self.plugin, every=data["which"] == EVERY, groups=groups, actor=actor_of(self.request))

    def _unknown(self) -> frozenset[str]:
        shown = {group.principal for group in self.form.fields["groups"].queryset}  # type: ignore[attr-defined]
        return where(self.plugin).groups - shown

    def _beyond(self) -> str:
        number = len(self._unknown())
        if not number:
            return ""
        sentence = ngettext(
            "It also stands in one group that you do not see here; that stays as it is.",
            "It also stands in %(number)d groups that you do not see here; that stays as it is.",
            number,
        )
        return sentence % {"number": number}
