"""`/ws/drafts/<id>`: the y-protocols over one socket, as the stock provider of y-websocket speaks them."""

from __future__ import annotations

import asyncio
import random
import time
from typing import ClassVar, Final
from urllib.parse import parse_qs

from plugins.api.access import Actor, may
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.sockets.codes import BrokenFrame, Close, SignedOut
from plugins.api.adapters.sockets.handshake import actor_with, session_key_of
from plugins.api.adapters.sockets.socket import Socket
from plugins.api.errors import Missing
from workspace.drafting import frames
from workspace.drafting.document import NOTHING, Broken
from workspace.drafting.frames import BrokenBytes, Reader, Step
from workspace.drafting.room import Room, Standing, room_of
from workspace.queries.drafts import draft_for
from workspace.sockets.tickets import Holder, holder_of
from workspace.sockets.topics import draft_topic

LARGEST_FRAME: Final = 2 << 20
"""Bytes; the text of a hundred pages with its history is a fraction of that. Below what the server takes at all."""
SURE_FOR: Final = (3.0, 6.0)
"""Seconds for which an answer of the door holds while somebody writes; news of their rights ends it at once.

For each socket others, so that thirty writers are not asked about in one moment in which everybody waits.
"""
MOST_UNSENT: Final = 2000
"""Frames that wait for somebody whose line is too slow."""


@answers(Rule.DOOR)
class DraftSocket(Socket):
    """Whoever reads the draft hears what is written; what they write themselves is taken while they may write.

    With `?acks=1` it says after each store how many updates of this socket are on disk.
    """

    largest: ClassVar[int] = LARGEST_FRAME
    most_frames: ClassVar[int] = 1200

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.room: Room | None = None
        self.holder: Holder | None = None
        self.asked_for_acks = False
        self.stored = 0
        self._standing = Standing.READS
        self._has_been_writer = False
        self._sure_until = 0.0
        self._unsent: asyncio.Queue[bytes] = asyncio.Queue(MOST_UNSENT)
        self._sending: asyncio.Task[None] | None = None

    @property
    def draft(self) -> int:
        return int(self.scope["url_route"]["kwargs"]["pk"])

    def actor(self) -> Actor:
        """By a ticket where one is brought, otherwise by the session."""
        ticket = self._asked("ticket")
        if not ticket:
            return actor_with(session_key_of(self.scope))
        if self.holder is None:
            self.holder = holder_of(ticket, self.draft)
        if self.holder is None:
            raise SignedOut
        return self.holder.actor()

    def enter(self, actor: Actor) -> None:
        self._standing = self._asked_at_the_door(actor)
        if self._standing is Standing.GONE:
            raise Missing
        self.name = str(actor.user)

    async def opened(self) -> None:
        self.asked_for_acks = self._asked("acks") == "1"
        self.follow(draft_topic(self.draft))
        self._sending = asyncio.get_running_loop().create_task(self._send_all())
        self.room = room_of(self.draft)
        await self.room.join(self)

    async def take(self, frame: str | bytes) -> None:
        if self.room is None or isinstance(frame, str):
            raise BrokenFrame
        try:
            reader = Reader(frame)
            match reader.number():
                case frames.SYNC:
                    await self._exchange(self.room, *frames.read_sync(reader))
                case frames.AWARENESS:
                    self.room.present(self, frames.read_awareness(reader))
                case frames.ASK_AWARENESS:
                    self.put(frames.awareness(self.room.presences.all()))
        except (BrokenBytes, Broken) as error:
            raise BrokenFrame from error

    async def _exchange(self, room: Room, step: Step, payload: bytes) -> None:
        if step is Step.STATE:
            self.put(frames.sync(Step.MISSING, await room.missing(payload)))
        elif payload != NOTHING:
            room.change(self, payload)

    def put(self, frame: bytes) -> None:
        try:
            self._unsent.put_nowait(frame)
        except asyncio.QueueFull:
            self.end(Close.LATER)

    def standing(self) -> Standing:
        """Who wrote here and only reads by now is sent away: their editor would wait for an answer for ever."""
        if time.monotonic() > self._sure_until:
            heard_before = self.times_heard
            try:
                self._standing = self._asked_at_the_door(self.actor())
            except SignedOut:
                self._standing = Standing.GONE
            if self.times_heard == heard_before:
                self._sure_until = time.monotonic() + random.uniform(*SURE_FOR)  # noqa: S311  (no secret)
        has_lost_it = self._standing is Standing.READS and self._has_been_writer
        return Standing.GONE if has_lost_it else self._standing

    def has_stored(self, count: int) -> None:
        self.stored += count
        if self.asked_for_acks:
            self.put(frames.stored(self.stored))

    def end(self, code: Close) -> None:
        self._closing = asyncio.get_running_loop().create_task(self.close(code))

    def hear(self, topics: frozenset[str]) -> None:
        self._sure_until = 0.0
        super().hear(topics)

    def look(self, actor: Actor, topics: frozenset[str] | None) -> None:
        if self._asked_at_the_door(actor) is Standing.GONE:
            raise Missing

    async def tell(self, found: None) -> None:
        """What is new goes through the room."""

    def _leave(self) -> None:
        super()._leave()
        if self.room:
            self.room.leave(self)
        if self._sending:
            self._sending.cancel()

    async def _send_all(self) -> None:
        while not self.is_closed:
            await self.send(bytes_data=await self._unsent.get())

    def _asked_at_the_door(self, actor: Actor) -> Standing:
        if actor.is_anonymous:
            return Standing.GONE
        try:
            draft = draft_for(actor, self.draft)
        except Missing:
            return Standing.GONE
        if not may(actor, "write", draft) or (self.holder is not None and not self.holder.writes):
            return Standing.READS
        self._has_been_writer = True
        return Standing.WRITES

    def _asked(self, name: str) -> str:
        return parse_qs(self.scope.get("query_string", b"").decode("latin-1")).get(name, [""])[0]
