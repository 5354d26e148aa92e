"""The form of an event."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County, Topic
from plugins.api.access import Actor, visible_to
from plugins.api.adapters.forms import day_field, time_field
from plugins.events.models import Event, EventClass, EventForm, EventKind, Recurrence
from workspace.models import GroupState, WorkingGroup

END_OF_DAY = time(23, 59)


class PlanForm(forms.ModelForm[Event]):
    """Everything that is said of an event; days and times are those of the forum's time zone."""

    start_day = day_field(label=_("Day"))
    start_time = time_field(label=_("Begins at"))
    end_day = day_field(label=_("Last day"), required=False, help_text=_("Only for more than one day."))
    end_time = time_field(label=_("Ends at"))
    repeats_until = day_field(
        label=_("Repeats until"), required=False, help_text=_("The last day on which it may take place.")
    )
    until_day = day_field(
        label=_("Registration until"), required=False, help_text=_("The last day. Empty: until it begins.")
    )

    class Meta:
        model = Event
        fields = (
            *("kind", "title", "summary", "agenda", "topics", "recurrence", "repeats_until"),
            *("form", "place", "address", "county"),
            *("confidentiality", "group", "capacity", "needs_approval"),
        )
        widgets = {
            "kind": forms.RadioSelect,
            "summary": forms.Textarea(attrs={"rows": 3}),
            "agenda": forms.Textarea(attrs={"rows": 6}),
            "topics": forms.CheckboxSelectMultiple,
            "form": forms.RadioSelect,
            "recurrence": forms.RadioSelect,
            "confidentiality": forms.RadioSelect,
        }

    field_order = (
        *("kind", "title", "summary", "start_day", "start_time", "end_day", "end_time"),
        *("recurrence", "repeats_until", "form", "place", "address", "county"),
        *("agenda", "topics", "confidentiality", "group", "capacity", "until_day", "needs_approval"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = dict(self.fields)
        is_office = actor.has("office")
        fields["county"].queryset = County.objects.order_by("name", "kind")
        fields["topics"].queryset = visible_to(actor, Topic.objects.order_by("title"))
        groups = WorkingGroup.objects.exclude(state=GroupState.CLOSED)
        own = groups.filter(pk__in=map(int, actor.keys("coordinator")))
        fields["group"].queryset = (visible_to(actor, groups) if is_office else own).order_by("title")
        fields["kind"].choices = EventKind.choices if is_office else [(EventKind.GROUP, EventKind.GROUP.label)]
        fields["form"].choices = EventForm.choices
        fields["recurrence"].choices = Recurrence.choices
        fields["confidentiality"].choices = [
            choice for choice in EventClass.choices if is_office or choice[0] in (EventClass.GROUP, EventClass.MEMBERS)
        ]
        if not is_office:
            self.initial.setdefault("kind", EventKind.GROUP)
            self.initial.setdefault("confidentiality", EventClass.GROUP)
            fields["group"].required = True
        if self.instance.pk:
            self._times_of(self.instance)

    def clean(self) -> dict[str, Any]:
        """With `starts_at`, `ends_at` and `registration_until` from the days and times."""
        said = super().clean() or {}
        day, begins, ends = said.get("start_day"), said.get("start_time"), said.get("end_time")
        if day and begins and ends:
            said["starts_at"], said["ends_at"] = moment_of(day, begins), moment_of(said.get("end_day") or day, ends)
            if said["ends_at"] <= said["starts_at"]:
                self.add_error("end_time", _("The end lies before the beginning."))
        until = said.get("until_day")
        said["registration_until"] = moment_of(until, END_OF_DAY) if until else None
        return said

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""

    def _times_of(self, event: Event) -> None:
        begins, ends = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
        self.initial.update(start_day=begins.date(), start_time=begins.time(), end_time=ends.time())
        if ends.date() != begins.date():
            self.initial["end_day"] = ends.date()
        if event.registration_until:
            self.initial["until_day"] = timezone.localdate(event.registration_until)


class ReasonForm(forms.Form):
    """Why an event does not take place."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever may know of the event reads it."),
    )


def moment_of(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
