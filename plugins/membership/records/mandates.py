"""What mandates plug in: they make guests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership.demo import mandates as demo
from plugins.membership.models import GuestMandate
from plugins.membership.personal_data import mandates as personal_data
from plugins.membership.policies.mandates import MandatePolicy


def mandate_records() -> Iterator[Any]:
    yield slots.PolicyRecord(MandatePolicy())
    yield slots.PersonalData(
        title=_("Guest mandates"),
        models=(GuestMandate,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("The mandates that make you a guest, with their dates. All members see them."),
    )
    yield slots.DemoData(order=21, load=demo.load)
