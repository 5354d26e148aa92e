"""Setting up the room of a video meeting, giving it up, and letting somebody in."""

from __future__ import annotations

import secrets

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api.access import Actor, may, require
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.events import locked
from plugins.events.models import Event, RoomProvider, VideoRoom
from plugins.events.rooms import RoomAway, address_for, offered


@transaction.atomic
def set_up_room(event: Event, provider: str, link: str = "", *, actor: Actor) -> VideoRoom:
    """From now on the page of the event has a way into the room, ten minutes before it begins. Raises Invalid."""
    event = locked(event)
    require(actor, "edit", event)
    if provider not in dict(offered()):
        raise Invalid({"provider": [_("Choose where you want to meet.")]})
    room = VideoRoom.objects.filter(event=event).first() or VideoRoom(event=event)
    room.provider, room.link = provider, link.strip() if provider == RoomProvider.LINK else ""
    room.secret = f"forum-{secrets.token_hex(12)}"
    try:
        room.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    room.save()
    log(event, "events.set_up_room", user=actor.user, title=f"#{event.pk}")
    return room


@transaction.atomic
def close_room(event: Event, *, actor: Actor) -> None:
    """There is no room any more; whoever is inside stays until they leave."""
    event = locked(event)
    require(actor, "edit", event)
    VideoRoom.objects.filter(event=event).delete()
    log(event, "events.close_room", user=actor.user, title=f"#{event.pk}")


def enter_room(room: VideoRoom, *, actor: Actor) -> str:
    """The address that this person is sent to, and nobody else learns. Raises Refused."""
    require(actor, "join", room)
    is_moderator = bool(may(actor, "organise", room.event))
    try:
        return address_for(room, str(actor.user), is_moderator=is_moderator)
    except RoomAway as away:
        raise Refused(_("The room cannot be reached. Please try again in a few minutes.")) from away
