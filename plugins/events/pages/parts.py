"""What the page of an event is put together from: sections for everybody who knows of it, tabs for its organisers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plugins.events.models import Event
from plugins.events.pages import afterwards, rooms
from plugins.events.pages.answering import answer_section, late_section
from plugins.events.pages.dates import in_calendar, next_dates
from plugins.events.pages.place_sections import attendance_section, needs_section, registration_section
from plugins.events.pages.programme_sections import call_section, programme_section

Section = Callable[[HttpRequest, Event], str]
"""HTML of a part of the page for this reader, who knows of the event, or nothing."""


@dataclass(frozen=True)
class Tab:
    """A page for organisers: its name, its title, and the name of its address, which takes the event's slug."""

    name: str
    title: str | Promise
    url_name: str
    shown_for: Callable[[Event], bool] = lambda event: True


SECTIONS: Sequence[Section] = (
    late_section,
    answer_section,
    registration_section,
    needs_section,
    call_section,
    programme_section,
    rooms.section,
    next_dates,
    in_calendar,
    afterwards.section,
    attendance_section,
)
"""In the order in which they stand."""

TABS: Sequence[Tab] = (
    Tab("edit", _("Event"), "edit_event"),
    Tab("programme", _("Programme"), "plan_programme"),
    Tab("dates", _("Dates"), "event_dates", shown_for=lambda event: event.is_series),
    Tab("invitations", _("Invitations"), "event_invitations"),
    Tab("participants", _("Participants"), "event_participants"),
    Tab("check_in", _("At the door"), "check_in"),
    Tab("afterwards", _("What stays of it"), "afterwards", shown_for=lambda event: event.is_open),
    Tab("readers", _("Who reads needs"), "needs_readers"),
)


def tabs_for(event: Event, current: str) -> list[dict[str, Any]]:
    """The pages of the organisers, beside each other."""
    return [
        {"title": tab.title, "url": reverse(tab.url_name, args=[event.slug]), "current": tab.name == current}
        for tab in TABS
        if tab.shown_for(event)
    ]
