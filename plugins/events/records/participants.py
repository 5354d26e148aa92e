"""What taking part plugs in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events.models import Participant
from plugins.events.personal_data import participants as personal_data
from plugins.events.policies.participants import ParticipantPolicy


def participant_records() -> Iterator[Any]:
    yield slots.PolicyRecord(ParticipantPolicy())
    yield slots.PersonalData(
        title=_("Your events"),
        models=(Participant,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("To which events you are invited, what you answered, and whether you were there. Organisers see it."),
    )
