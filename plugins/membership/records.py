"""What membership plugs in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership import demo, personal_data, principals
from plugins.membership.models import GuestMandate, Seat
from plugins.membership.policies import MandatePolicy, SeatPolicy


def all_records() -> Iterator[Any]:
    yield slots.PolicyRecord(SeatPolicy())
    yield slots.PolicyRecord(MandatePolicy())
    yield slots.PrincipalProvider("membership", principals.principals_of, principals.people_with, principals.in_words)
    yield slots.MemberCounties(principals.counties_named_in_public)
    yield slots.PersonalData(
        title=_("Membership"),
        models=(Seat, GuestMandate),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("Your seats and mandates with their dates. All members see them."),
    )
    yield slots.DemoData(order=20, load=demo.load)
