"""What places at events plug in: registering, the waiting list, the door, figures, and what people need."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events.actions import keeping, needs, place_clock
from plugins.events.demo import places as demo
from plugins.events.facts import EventChanged, PlaceChanged, RegistrationLinkDue
from plugins.events.mails import places as mails
from plugins.events.models import Needs, NeedsReader
from plugins.events.notification_kinds.places import place_kind
from plugins.events.personal_data import needs as personal_data
from plugins.events.policies.attendance import AttendancePolicy
from plugins.events.policies.needs import NeedsPolicy, NeedsReaderPolicy
from plugins.events.policies.registrations import PendingRegistrationPolicy


def place_records() -> Iterator[Any]:
    for policy in (AttendancePolicy(), NeedsPolicy(), NeedsReaderPolicy(), PendingRegistrationPolicy()):
        yield slots.PolicyRecord(policy)
    yield slots.UrlMount("termine/", "plugins.events.urls.places")
    yield slots.FactListener("events.place_mails", (PlaceChanged,), mails.tell_of_places)
    yield slots.FactListener("events.registration_mails", (RegistrationLinkDue,), mails.ask_to_confirm)
    yield slots.FactListener("events.capacity", (EventChanged,), place_clock.follow_capacity)
    yield place_kind()
    yield slots.TaskSchedule("events.offers", timedelta(minutes=5), place_clock.pass_on_everywhere)
    yield slots.TaskSchedule("events.unconfirmed", timedelta(hours=6), place_clock.forget_unconfirmed, goes_on=True)
    yield slots.TaskSchedule("events.needs", timedelta(hours=6), needs.erase_needs, goes_on=True)
    yield slots.TaskSchedule("events.people", timedelta(hours=6), keeping.erase_people, goes_on=True)
    yield slots.PersonalData(
        title=_("What you need at events"),
        models=(Needs, NeedsReader),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Food and access, as you said it for an event. You and at most two persons whom the organisers named read "
            "it; 30 days after the event it is erased. And for which events you read it."
        ),
    )
    yield slots.DemoData(
        order=81, load=demo.load, to_try=(_("See who comes, as the programme office: %(url)stermine/"),)
    )
