"""What series and people's own calendars plug in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events.facts import (
    EventCancelled,
    EventChanged,
    EventPublished,
    InvitationAnswered,
    ParticipantsChanged,
    PlaceChanged,
)
from plugins.events.mails import calendars as mails
from plugins.events.models import CalendarAddress, CalendarCopy
from plugins.events.personal_data import calendars as personal_data
from plugins.events.policies.calendars import CalendarAddressPolicy, CalendarCopyPolicy, OccurrencePolicy


def calendar_records() -> Iterator[Any]:
    yield slots.PolicyRecord(OccurrencePolicy())
    yield slots.PolicyRecord(CalendarAddressPolicy())
    yield slots.PolicyRecord(CalendarCopyPolicy())
    yield slots.UrlMount("kalender/", "plugins.events.urls.calendars")
    yield slots.UrlMount("konto/kalender/", "plugins.events.urls.own_calendar")
    yield slots.AccountPage(
        _("My calendar"),
        _("Your events in the calendar that you use anyway, always up to date."),
        "own_calendar",
        order=46,
        icon="calendar",
    )
    yield slots.FactListener(
        "events.calendars",
        (EventCancelled, EventChanged, EventPublished, InvitationAnswered, ParticipantsChanged, PlaceChanged),
        mails.keep_calendars_right,
        takes_long=True,
    )
    yield slots.PersonalData(
        title=_("Your calendar"),
        models=(CalendarAddress, CalendarCopy),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Since when the address of your calendar exists, when it was last asked for, and which events were mailed "
            "to your calendar. Only you see it."
        ),
    )
