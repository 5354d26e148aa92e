"""Who sets up the room of a meeting, and who joins it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, audience_of, denied, may, visible_to
from plugins.events.models import Event, Participant, Place, VideoRoom

OPENS_BEFORE: Final = timedelta(minutes=10)
"""How long before the beginning the room can be joined."""
STAYS_OPEN: Final = timedelta(hours=1)
"""How long after the end: meetings take longer than planned."""


class VideoRoomPolicy(Policy[VideoRoom]):
    """Whoever knows of the event knows that there is a room; whoever takes part joins it, from ten minutes before.

    In a meeting of a group that is the group and whoever is invited; elsewhere it is whoever has a place.
    """

    model = VideoRoom

    def audience(self, room: VideoRoom) -> frozenset[str]:
        return audience_of(room.event)

    def visible_to(self, actor: Actor, rooms: QuerySet[VideoRoom]) -> QuerySet[VideoRoom]:
        return rooms.filter(event__in=visible_to(actor, Event.objects.all()).values("pk"))

    def join(self, actor: Actor, room: VideoRoom) -> Decision:
        event = room.event
        if event.is_cancelled:
            return denied(_("This event is cancelled and stays as it is."))
        if not self._takes_part(actor, event):
            return denied(_("Only whoever takes part in the meeting joins it."))
        now = timezone.now()
        if now < event.starts_at - OPENS_BEFORE:
            return denied(_("The room opens ten minutes before the meeting begins."))
        if now > event.ends_at + STAYS_OPEN:
            return denied(_("The meeting is over, and its room is closed."))
        return allowed()

    def edit(self, actor: Actor, room: VideoRoom) -> Decision:
        return may(actor, "edit", room.event)

    def _takes_part(self, actor: Actor, event: Event) -> bool:
        if may(actor, "organise", event) or (event.group is not None and actor.has(event.group.principal)):
            return True
        rows = Participant.objects.of(event).filter(person__in=[actor.user.pk] if actor.user else [])
        if event.confidentiality in ("group", "persons"):
            return rows.exclude(answer="no").exists()
        return rows.filter(place=Place.TAKEN).exists()
