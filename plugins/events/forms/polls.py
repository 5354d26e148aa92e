"""The forms of a date poll."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor
from plugins.api.adapters.forms import day_field, time_field
from plugins.events.models import DatePoll, EventForm, PollOption, Word
from workspace.models import GroupState, WorkingGroup

OFFERED: Final = 5
"""So many dates can be offered at once; empty ones are left out."""


class AskForDatesForm(forms.ModelForm[DatePoll]):
    """What the meeting is about, and some moments."""

    class Meta:
        model = DatePoll
        fields = ("group", "title", "text", "minutes", "form", "place")
        widgets = {"text": forms.Textarea(attrs={"rows": 3}), "form": forms.RadioSelect}

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        own = WorkingGroup.objects.filter(pk__in=map(int, actor.keys("coordinator")))
        fields["group"].queryset = own.exclude(state=GroupState.CLOSED).order_by("title")
        fields["form"].choices = EventForm.choices
        for number in range(1, OFFERED + 1):
            is_needed = number <= 2
            words = {"n": number}
            fields[f"day_{number}"] = day_field(label=gettext("Date %(n)d") % words, required=is_needed)
            fields[f"time_{number}"] = time_field(label=gettext("Date %(n)d: begins at") % words, required=is_needed)

    def clean(self) -> dict[str, Any]:
        """With `moments` from the days and times; half a date is said at its other half."""
        said = super().clean() or {}
        said["moments"] = [moment for number in range(1, OFFERED + 1) if (moment := self._moment(said, number))]
        if said.get("form") != EventForm.VIRTUAL and not said.get("place") and "form" in said:
            self.add_error("place", _("Say where people meet."))
        return said

    def _moment(self, said: dict[str, Any], number: int) -> datetime | None:
        day, time = said.get(f"day_{number}"), said.get(f"time_{number}")
        if day and time:
            return timezone.make_aware(datetime.combine(day, time))
        for given, missing in ((day, "time"), (time, "day")):
            if given and f"{missing}_{number}" in said:
                self.add_error(f"{missing}_{number}", _("Please complete this date."))
        return None

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""


class PollAnswerForm(forms.Form):
    """One word about each moment."""

    def __init__(self, *args: Any, options: list[PollOption], said: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = options
        for option in options:
            self.fields[f"option_{option.pk}"] = forms.ChoiceField(
                label=date_format(timezone.localtime(option.starts_at), "l, j. F Y, H:i"),
                choices=Word.choices,
                widget=forms.RadioSelect,
                initial=said.get(option.pk),
            )

    def words(self) -> dict[int, str]:
        return {option.pk: self.cleaned_data[f"option_{option.pk}"] for option in self.options}
