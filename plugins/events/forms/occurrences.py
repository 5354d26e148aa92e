"""The form that moves one date of a series."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api.adapters.forms import day_field, time_field
from plugins.events.forms.events import moment_of
from plugins.events.models import Occurrence


class MoveForm(forms.Form):
    """Day and times, in the forum's time zone."""

    start_day = day_field(label=_("Day"))
    start_time = time_field(label=_("Begins at"))
    end_day = day_field(label=_("Last day"), required=False, help_text=_("Only for more than one day."))
    end_time = time_field(label=_("Ends at"))

    def __init__(self, *args: Any, occurrence: Occurrence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begins, ends = timezone.localtime(occurrence.starts_at), timezone.localtime(occurrence.ends_at)
        self.initial.update(start_day=begins.date(), start_time=begins.time(), end_time=ends.time())
        if ends.date() != begins.date():
            self.initial["end_day"] = ends.date()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        day, begins, ends = said.get("start_day"), said.get("start_time"), said.get("end_time")
        if day and begins and ends:
            said["starts_at"] = moment_of(day, begins)
            said["ends_at"] = moment_of(said.get("end_day") or day, ends)
        return said
