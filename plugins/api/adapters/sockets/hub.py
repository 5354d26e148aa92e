"""The sockets of this process by what they follow, and the one ear that they share on the channel layer.

A channel for each socket would cost a queue each, and the layer in memory forgets what overflows one. Topics are short
names such as `discussion:5`; that something is new about one is what goes through the layer. Beside it there are calls:
few bytes that are stored nowhere and mean something to the same package in other processes.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from channels.layers import BaseChannelLayer, get_channel_layer
from django.conf import settings

logger = logging.getLogger(__name__)

GROUP = "sockets"
MESSAGE = "topics"
CALL = "calls"
LARGEST_CALL = 128 << 10
"""Bytes; a longer one is left out."""
STAY_EVERY = 10
"""Seconds; the layer forgets members of a group after a day, and a Redis that was started anew at once."""
PATIENCE = 3.0
"""Seconds that the layer gets for one message."""
PAUSES = (1, 2, 4, 8, 15)
"""Seconds before the layer is tried again; the last holds for ever."""


class Follower(Protocol):
    """An open socket."""

    def hear(self, topics: frozenset[str]) -> None:
        """Something is new about these."""

    def interrupt(self) -> None:
        """Nothing can be heard at present."""


class Hub:
    """Used from the thread of the event loop alone; `loop` is for those who speak from other threads."""

    def __init__(self) -> None:
        self.loop: asyncio.AbstractEventLoop | None = None
        self.is_listening = False
        self._tried = asyncio.Event()
        self._ear: asyncio.Task[None] | None = None
        self._mouth: asyncio.Task[None] | None = None
        self._unsaid: set[str] = set()
        self._uncalled: list[tuple[str, bytes]] = []
        self._followers: defaultdict[str, set[Follower]] = defaultdict(set)
        self._listeners: dict[str, Callable[[bytes], None]] = {}
        self._name = uuid.uuid4().hex

    async def ready(self) -> bool:
        """Whether what happens in other processes is heard; begins to listen where nobody does."""
        loop = asyncio.get_running_loop()
        if self._ear is None or self._ear.done() or self.loop is not loop:
            self.loop = loop
            self._followers.clear()
            self._listeners.clear()
            self._tried = asyncio.Event()
            self._ear = loop.create_task(self._listen(self._tried))
        await self._tried.wait()
        return self.is_listening

    def follow(self, follower: Follower, topic: str) -> None:
        self._followers[topic].add(follower)

    def leave(self, follower: Follower, topics: Iterable[str]) -> None:
        for topic in topics:
            self._followers[topic].discard(follower)
            if not self._followers[topic]:
                del self._followers[topic]

    def count(self, topic: str) -> int:
        """How many sockets of this process follow it."""
        return len(self._followers.get(topic, ()))

    def spread(self, topics: Iterable[str]) -> None:
        """Everybody here who follows one of these hears of it."""
        heard: defaultdict[Follower, set[str]] = defaultdict(set)
        for topic in topics:
            for follower in self._followers.get(topic, ()):
                heard[follower].add(topic)
        for follower, news in heard.items():
            follower.hear(frozenset(news))

    def say(self, topics: Iterable[str]) -> None:
        """To all processes, one message at a time: what comes meanwhile goes into the next one together."""
        self._unsaid.update(topics)
        self._speak()

    def listen(self, topic: str, listener: Callable[[bytes], None]) -> None:
        """To what other processes call about a topic; one listener in each."""
        self._listeners[topic] = listener

    def stop_listening(self, topic: str) -> None:
        self._listeners.pop(topic, None)

    def call(self, topic: str, words: bytes) -> None:
        """Once, to whoever listens in other processes; where the layer is away nobody hears it."""
        if settings.REDIS_URL and len(words) <= LARGEST_CALL:
            self._uncalled.append((topic, words))
            self._speak()

    def _speak(self) -> None:
        if self._mouth is None or self._mouth.done():
            self._mouth = asyncio.get_running_loop().create_task(self._say_all())

    async def _say_all(self) -> None:
        while self._unsaid or self._uncalled:
            topics, self._unsaid = self._unsaid, set()
            calls, self._uncalled = self._uncalled, []
            if topics:
                await send(topics)
            for topic, words in calls:
                await _send_to_all({"type": CALL, "from": self._name, "topic": topic, "words": words})

    async def _listen(self, tried: asyncio.Event) -> None:
        """For ever. Whoever is here while the layer goes is sent away, so that nobody relies on a deaf socket."""
        tries = 0
        while True:
            try:
                layer = get_channel_layer()
                channel = await layer.new_channel()
                await layer.group_add(GROUP, channel)
                self.is_listening, tries = True, 0
                tried.set()
                async with asyncio.TaskGroup() as both:
                    both.create_task(self._hear(layer, channel))
                    both.create_task(_stay(layer, channel))
            except Exception as error:
                if self.is_listening or not tries:
                    logger.warning("The channel layer is away; open pages ask by themselves: %r", error)
                self.is_listening = False
                tried.set()
                self._interrupt()
                await asyncio.sleep(PAUSES[min(tries, len(PAUSES) - 1)])
                tries += 1

    async def _hear(self, layer: BaseChannelLayer, channel: str) -> None:
        while True:
            message = await layer.receive(channel)
            if message["type"] == MESSAGE:
                self.spread(message["topics"])
            elif message["from"] != self._name and message["topic"] in self._listeners:
                self._listeners[message["topic"]](message["words"])

    def _interrupt(self) -> None:
        for follower in {one for followers in self._followers.values() for one in followers}:
            follower.interrupt()


async def _stay(layer: BaseChannelLayer, channel: str) -> None:
    while True:
        await asyncio.sleep(STAY_EVERY)
        await layer.group_add(GROUP, channel)


async def send(topics: Iterable[str]) -> None:
    """Once and never again: a page that misses it asks within a minute."""
    await _send_to_all({"type": MESSAGE, "topics": sorted(topics)})


async def _send_to_all(message: dict[str, Any]) -> None:
    try:
        async with asyncio.timeout(PATIENCE):
            await get_channel_layer().group_send(GROUP, message)
    except Exception as error:
        logger.warning("Open pages could not be told that something is new: %r", error)


HUB = Hub()
