"""`/ws/live/`: one socket for each open page of a signed-in person."""

from __future__ import annotations

import json

from plugins.api.access import Actor
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.sockets.codes import TooMuch
from plugins.api.adapters.sockets.socket import Socket
from workspace.sockets.watches import Watch, watch_of

MOST_WATCHED = 10
"""Things on one page."""


@answers(Rule.DOOR)
class LiveSocket(Socket):
    """The page says what it watches, and hears when there is something new about it.

    Asking to watch what one may not see closes with 4404, as if it were not there; losing it later closes with 4403.
    """

    def __init__(self) -> None:
        super().__init__()
        self.watched: dict[str, tuple[str, Watch]] = {}
        """By topic: its name, and what it is."""
        self.signs: dict[str, int] = {}
        """By topic: what the page knows."""

    async def take(self, frame: str | bytes) -> None:
        name, watch = watch_of(frame)
        topic = watch.topic(self.person)
        if topic not in self.watched and len(self.watched) >= MOST_WATCHED:
            raise TooMuch
        heard_before = self.times_heard
        self.follow(topic)
        sign = await self.ask(watch.sign)
        self.watched[topic], self.signs[topic] = (name, watch), sign
        await self.send(json.dumps({"watching": name, **watch.said(sign)}))
        if self.times_heard != heard_before:
            self.hear(frozenset({topic}))  # it may have been about this, and newer than the number

    def look(self, actor: Actor, topics: frozenset[str] | None) -> dict[str, int]:
        return {
            topic: watch.sign(actor)
            for topic, (_name, watch) in list(self.watched.items())
            if topics is None or topic in topics
        }

    async def tell(self, found: dict[str, int]) -> None:
        for topic, sign in found.items():
            if self.signs.get(topic) != sign:
                self.signs[topic] = sign
                name, watch = self.watched[topic]
                await self.send(json.dumps({"new": name, **watch.said(sign)}))
