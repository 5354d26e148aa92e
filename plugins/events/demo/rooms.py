"""The virtual meeting and the meeting of the group have a room: an address that leads nowhere."""

from __future__ import annotations

from django.db import transaction

from plugins.api.access import SYSTEM
from plugins.events.actions.rooms import set_up_room
from plugins.events.models import Event, EventForm, RoomProvider, VideoRoom

LINK = "https://video.demo.example/forum"


@transaction.atomic
def load() -> None:
    """Only while no event has a room."""
    if VideoRoom.objects.exists():
        return
    for event in Event.objects.published().upcoming().filter(form=EventForm.VIRTUAL, cancelled_at=None):
        set_up_room(event, RoomProvider.LINK, LINK, actor=SYSTEM)
