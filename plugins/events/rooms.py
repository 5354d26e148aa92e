"""Providers of video rooms: from a room and a name to the address that one person is sent to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, urlencode

import urllib3
from django.conf import settings

from plugins.events.models import RoomProvider, VideoRoom

SECONDS: Final = 5.0
"""How long a server may take to make a room."""
ANSWERS: Final = urllib3.PoolManager(timeout=urllib3.Timeout(SECONDS), retries=False, maxsize=2)


class RoomAway(Exception):
    """The provider does not answer, or refuses."""


def offered() -> list[tuple[str, str]]:
    """The providers that this forum has, with their names; an address of one's own is always possible."""
    has = {
        RoomProvider.BIGBLUEBUTTON: bool(settings.BIGBLUEBUTTON_URL and settings.BIGBLUEBUTTON_SECRET),
        RoomProvider.JITSI: bool(settings.JITSI_URL),
        RoomProvider.LINK: True,
    }
    return [(value, str(label)) for value, label in RoomProvider.choices if has[RoomProvider(value)]]


def address_for(room: VideoRoom, name: str, *, is_moderator: bool) -> str:
    """Where this person enters the room; it is made first where it is not there. Raises RoomAway."""
    match room.provider:
        case RoomProvider.BIGBLUEBUTTON:
            return _bigbluebutton(room, name, is_moderator=is_moderator)
        case RoomProvider.JITSI:
            shown = quote(json.dumps(name, ensure_ascii=False))
            return f"{settings.JITSI_URL.rstrip('/')}/{room.secret}#userInfo.displayName={shown}"
    return room.link


def _bigbluebutton(room: VideoRoom, name: str, *, is_moderator: bool) -> str:
    """Two calls, each with its checksum (docs.bigbluebutton.org, Development, API Reference: create, join)."""
    meeting = ("meetingID", room.secret)
    create = _signed("create", [("name", str(room.event)[:80]), meeting, ("record", "false")])
    try:
        answer = ANSWERS.request("GET", create, redirect=False)
    except urllib3.exceptions.HTTPError as error:
        raise RoomAway from error
    if answer.status != 200 or b"<returncode>SUCCESS</returncode>" not in answer.data:
        raise RoomAway
    role = "MODERATOR" if is_moderator else "VIEWER"
    return _signed("join", [("fullName", name), meeting, ("role", role), ("redirect", "true")])


def _signed(call: str, parameters: Iterable[tuple[str, str]]) -> str:
    query = urlencode(list(parameters))
    checksum = hashlib.sha256(f"{call}{query}{settings.BIGBLUEBUTTON_SECRET}".encode()).hexdigest()
    return f"{settings.BIGBLUEBUTTON_URL.rstrip('/')}/api/{call}?{query}&checksum={checksum}"
