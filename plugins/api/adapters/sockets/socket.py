"""What every websocket does, whatever goes through it: see who is there, keep limits, ask the door again and again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, ClassVar, TypeVar

from channels.generic.websocket import AsyncWebsocketConsumer
from django.db import Error

from plugins.api import switching
from plugins.api.access import Actor
from plugins.api.adapters.sockets import pool
from plugins.api.adapters.sockets.codes import BrokenFrame, Close, Later, SignedOut, TooMuch
from plugins.api.adapters.sockets.handshake import actor_with, comes_from_here, session_key_of
from plugins.api.adapters.sockets.hub import HUB
from plugins.api.adapters.sockets.pace import Pace
from plugins.api.adapters.sockets.publishing import person_topic
from plugins.api.errors import Missing
from plugins.api.plugin import Plugin

logger = logging.getLogger(__name__)

T = TypeVar("T")

LOOK_EVERY = 60.0
"""Seconds after which the door is asked again although nothing was heard: some rights end by the clock."""
MOST_OF_ONE_PERSON = 40
"""Sockets in one process: a page has one."""

REFUSALS: dict[type[Exception], Close] = {
    BrokenFrame: Close.BROKEN,
    SignedOut: Close.NOT_SIGNED_IN,
    Missing: Close.MISSING,
    TooMuch: Close.TOO_MUCH,
    Later: Close.LATER,
    Error: Close.LATER,
}


class Socket(AsyncWebsocketConsumer):
    """A websocket of a signed-in person.

    A subclass declares its rule with `@answers`, reads frames in `take`, and says in `look` what is new, which is
    asked whenever something happened to what it follows, when the person's rights have changed, and every minute.
    """

    channel_layer_alias = ""
    """None of its own: the hub listens for all sockets of the process."""
    largest: ClassVar[int] = 1024
    """Characters or bytes of a frame."""
    most_frames: ClassVar[int] = 60
    """In ten seconds."""
    origin: ClassVar[Plugin | None] = None
    """The plugin that mounts it; while that is switched off, nothing is here."""

    def actor(self) -> Actor:
        """Whose socket it is, with the rights of this moment; asked anew each time, in a thread.

        By the session of the browser; a subclass may know another way in.
        """
        return actor_with(session_key_of(self.scope))

    def enter(self, actor: Actor) -> None:
        """When it opens, in a thread. Raises Missing where there is nothing here for the actor."""

    async def opened(self) -> None:
        """It is open: the moment to `follow` what it is about, and to say how things stand."""

    def look(self, actor: Actor, topics: frozenset[str] | None) -> Any:
        """What is new about these topics (None: about everything), in a thread.

        Raises Missing where the actor may no longer follow what they followed.
        """
        raise NotImplementedError

    async def tell(self, found: Any) -> None:
        """Send what `look` has found."""
        raise NotImplementedError

    async def take(self, frame: str | bytes) -> None:
        """A frame that came in. Raises BrokenFrame, Missing, TooMuch."""
        raise NotImplementedError

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_closed = False
        self.pace = Pace(self.most_frames, 10)
        self.person = 0
        """Whose it is; 0 until that is known."""
        self.times_heard = 0
        self._topics: set[str] = set()
        self._news: set[str] = set()
        self._wake = asyncio.Event()
        self._looking: asyncio.Task[None] | None = None
        self._closing: asyncio.Task[None] | None = None

    async def connect(self) -> None:
        await self.accept()
        await self._or_close(self._open())

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        frame = text_data if text_data is not None else bytes_data or b""
        if self.is_closed:
            return
        if len(frame) > self.largest:
            await self.close(Close.TOO_LARGE)
        elif not self.pace.allows_one_more():
            await self.close(Close.TOO_MUCH)
        else:
            await self._or_close(self.take(frame))

    async def send(self, text_data: str | None = None, bytes_data: bytes | None = None, close: bool = False) -> None:
        """Nothing once it is closed, from whichever side."""
        if not self.is_closed:
            with suppress(OSError):
                await super().send(text_data, bytes_data, close)

    async def close(self, code: int | None = None, reason: str | None = None) -> None:
        """Once; what comes in afterwards is not read."""
        if not self.is_closed:
            self.is_closed = True
            self._leave()
            with suppress(OSError):  # the other side was quicker
                await super().close(code, reason)

    async def disconnect(self, code: int) -> None:
        self.is_closed = True
        self._leave()
        if self._looking:
            self._looking.cancel()

    async def ask(self, work: Callable[[Actor], T]) -> T:
        """`work` in a thread, with whose socket it is at this moment. Raises SignedOut where it is nobody's."""

        def with_actor() -> T:
            actor = self.actor()
            if actor.is_anonymous:
                raise SignedOut
            if self.origin is not None and not switching.is_on_for(self.origin, actor):
                raise Missing
            return work(actor)

        return await pool.POOL.run(with_actor)

    def follow(self, topic: str) -> None:
        """Look again whenever something is new about it."""
        if not self.is_closed:
            self._topics.add(topic)
            HUB.follow(self, topic)

    def hear(self, topics: frozenset[str]) -> None:
        """From the hub. What comes while a look is under way is seen by the next one."""
        self.times_heard += 1
        self._news |= topics
        self._wake.set()

    def interrupt(self) -> None:
        """From the hub: whoever is connected would wait in vain."""
        self._closing = asyncio.get_running_loop().create_task(self.close(Close.LATER))

    async def _open(self) -> None:
        if not comes_from_here(self.scope):
            await self.close(Close.ENDED)
            return
        if not await HUB.ready():
            raise Later
        self.person = await self.ask(self._let_in)
        if HUB.count(person_topic(self.person)) >= MOST_OF_ONE_PERSON:
            raise TooMuch
        self.follow(person_topic(self.person))
        await self.opened()
        self._looking = asyncio.get_running_loop().create_task(self._look_again_and_again())

    def _let_in(self, actor: Actor) -> int:
        self.enter(actor)
        number: int = actor.user.pk
        return number

    async def _look_again_and_again(self) -> None:
        while not self.is_closed:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), LOOK_EVERY)
            self._wake.clear()
            news, self._news = frozenset(self._news), set()
            is_about_all = not news or person_topic(self.person) in news
            try:
                await self._or_close(self._look(None if is_about_all else news), missing=Close.ENDED)
            except Exception:
                logger.exception("A socket could not look what is new, and is closed")
                await self.close(Close.LATER)

    async def _look(self, topics: frozenset[str] | None) -> None:
        await self.tell(await self.ask(lambda actor: self.look(actor, topics)))

    async def _or_close(self, doing: Awaitable[None], *, missing: Close = Close.MISSING) -> None:
        """Do it, or say by the code why not."""
        try:
            await doing
        except tuple(REFUSALS) as error:
            code = next(code for kind, code in REFUSALS.items() if isinstance(error, kind))
            if isinstance(error, Error):
                logger.warning("A socket is closed, because the database could not be asked: %s", error)
            await self.close(missing if code is Close.MISSING else code)

    def _leave(self) -> None:
        HUB.leave(self, self._topics)
        self._topics = set()
