"""What rooms plug in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.api import extensions as slots
from plugins.events.demo import rooms as demo
from plugins.events.policies.rooms import VideoRoomPolicy


def room_records() -> Iterator[Any]:
    yield slots.PolicyRecord(VideoRoomPolicy())
    yield slots.UrlMount("termine/", "plugins.events.urls.rooms")
    yield slots.DemoData(order=83, load=demo.load)
