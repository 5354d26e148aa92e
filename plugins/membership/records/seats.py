"""What seats plug in: they make members."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership import principals, schedules
from plugins.membership.demo import seats as demo
from plugins.membership.facts import SeatGiven, SeatHandedOver
from plugins.membership.mails import seats as mails
from plugins.membership.models import Seat
from plugins.membership.personal_data import seats as personal_data
from plugins.membership.policies.seats import SeatPolicy


def seat_records() -> Iterator[Any]:
    yield slots.PolicyRecord(SeatPolicy())
    yield slots.PrincipalProvider(
        "membership",
        principals.principals_of,
        principals.people_with,
        principals.in_words,
        holders=principals.holders_of,
    )
    yield slots.MemberCounties(principals.counties_named_in_public)
    yield slots.TaskSchedule("membership.follow_seats", timedelta(minutes=1), schedules.follow_seats)
    yield slots.FactListener("membership.seat_mails", (SeatGiven, SeatHandedOver), mails.tell_about_seats)
    yield slots.PersonalData(
        title=_("Seats"),
        models=(Seat,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Your seats with their dates. All members see them, and your name and function beside them while you are "
            "in the directory. When your seat has ended, they read your name there only if you agreed."
        ),
    )
    yield slots.DemoData(order=20, load=demo.load)
    yield slots.DemoData(
        order=71,
        load=demo.load_history,
        to_try=(_("Hand a seat over to somebody as the office: %(url)smitglieder/landkreise/99002/"),),
    )
