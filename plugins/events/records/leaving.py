"""What happens to events when somebody leaves their seat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events.actions import handing_over
from plugins.events.actions.leaving import give_places_up, leave_with_seat


def leaving_records() -> Iterator[Any]:
    yield slots.HandOver(
        "events", _("Events"), handing_over.left_behind, handing_over.pass_on, order=20, leave=leave_with_seat
    )
    yield slots.TaskSchedule("events.leaving", timedelta(minutes=1), give_places_up, goes_on=True)
