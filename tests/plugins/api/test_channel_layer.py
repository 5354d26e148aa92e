"""What every channel layer keeps: one suite, in the process and on a real Redis."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from channels.layers import channel_layers

from cms.project.channel_layers import channel_layers as as_settings_say
from plugins.api.adapters.sockets import hub as hubs
from plugins.api.adapters.sockets.hub import Hub
from plugins.api.adapters.sockets.publishing import publish, what_is_wrong

IN_PROCESS, REDIS = "in process", "Redis"


class Page:
    """Remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[frozenset[str]] = []
        self.interrupted = 0
        self.news = asyncio.Event()

    def hear(self, topics: frozenset[str]) -> None:
        self.heard.append(topics)
        self.news.set()

    def interrupt(self) -> None:
        self.interrupted += 1
        self.news.set()

    async def hears(self, *, within: float = 5) -> frozenset[str]:
        await asyncio.wait_for(self.news.wait(), within)
        self.news.clear()
        return self.heard[-1]


def apart(work: Callable[[], None]) -> None:
    """In a thread of its own, as in the forum: the main thread of a test may have the browser's event loop."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(work).result()


def use_redis(settings, address: str) -> None:
    settings.REDIS_URL = address
    settings.CHANNEL_LAYERS = as_settings_say(address)


@pytest.fixture(params=[IN_PROCESS, REDIS])
def layer(request, settings):
    """The settings of a layer; a fresh one for each test."""
    if request.param == REDIS:
        use_redis(settings, request.getfixturevalue("redis_server").address)
    else:
        settings.CHANNEL_LAYERS = as_settings_say("")
    yield request.param
    channel_layers.backends.clear()


@pytest.fixture
def hub(monkeypatch):
    made = Hub()
    monkeypatch.setattr(hubs, "HUB", made)
    return made


def test_what_is_said_in_another_thread_reaches_whoever_follows_it(layer, hub):
    async def scene():
        assert await hub.ready()
        here, there = Page(), Page()
        hub.follow(here, "discussion:5")
        hub.follow(there, "discussion:6")
        await asyncio.to_thread(publish, {"discussion:5", "bell:1"})
        assert await here.hears() == {"discussion:5"}
        assert there.heard == []

    apart(lambda: asyncio.run(scene()))


def test_one_message_about_several_things_is_heard_once(layer, hub):
    async def scene():
        assert await hub.ready()
        page = Page()
        for topic in ("discussion:5", "person:1"):
            hub.follow(page, topic)
        await asyncio.to_thread(publish, {"person:1", "discussion:5"})
        assert await page.hears() == {"discussion:5", "person:1"}
        assert len(page.heard) == 1

    apart(lambda: asyncio.run(scene()))


def test_who_has_left_hears_nothing_and_leaves_nothing_behind(layer, hub):
    async def scene():
        assert await hub.ready()
        gone, here = Page(), Page()
        hub.follow(gone, "discussion:5")
        hub.follow(here, "discussion:5")
        hub.leave(gone, {"discussion:5"})
        await asyncio.to_thread(publish, {"discussion:5"})
        await here.hears()
        hub.leave(here, {"discussion:5"})
        assert (gone.heard, hub.count("discussion:5")) == ([], 0)

    apart(lambda: asyncio.run(scene()))


def test_two_hundred_at_once_are_all_heard(layer, hub):
    """Twice what the layers of Channels hold for a channel that nobody reads, and Redis serves at once."""

    async def scene():
        assert await hub.ready()
        page = Page()
        for number in range(200):
            hub.follow(page, f"discussion:{number}")
        await asyncio.to_thread(lambda: [publish({f"discussion:{number}"}) for number in range(200)])
        async with asyncio.timeout(10):
            while len(frozenset().union(*page.heard)) < 200:
                await asyncio.sleep(0.01)

    apart(lambda: asyncio.run(scene()))


def test_without_anybody_who_listens_saying_something_harms_nobody(layer, hub):
    apart(lambda: publish({"discussion:5"}))
    apart(lambda: publish(set()))


def test_redis_may_go_and_come_back(redis_server, settings, hub, monkeypatch):
    """Open sockets are sent away, because they would be deaf; whoever comes afterwards hears again."""
    use_redis(settings, redis_server.address)
    monkeypatch.setattr(hubs, "PAUSES", (0.1,))

    async def scene():
        assert await hub.ready()
        page = Page()
        hub.follow(page, "discussion:5")
        assert what_is_wrong() is None
        redis_server.stop()
        async with asyncio.timeout(15):
            await page.news.wait()
        assert page.interrupted >= 1
        assert not await hub.ready()
        assert "Redis" in (what_is_wrong() or "")
        await asyncio.to_thread(publish, {"discussion:5"})  # nobody hears, nobody waits
        redis_server.start()
        async with asyncio.timeout(15):
            while not await hub.ready():
                await asyncio.sleep(0.05)
        page.news.clear()
        await asyncio.to_thread(publish, {"discussion:5"})
        assert await page.hears() == {"discussion:5"}

    apart(lambda: asyncio.run(scene()))
    channel_layers.backends.clear()


def test_a_process_in_which_nobody_listens_is_heard_in_others(redis_server, settings, hub):
    use_redis(settings, redis_server.address)

    async def scene():
        assert await hub.ready()
        page = Page()
        hub.follow(page, "discussion:5")
        speaker = threading.Thread(target=speak)
        speaker.start()
        assert await page.hears() == {"discussion:5"}
        speaker.join()

    def speak() -> None:
        """As a process without sockets does it."""
        loop, hub.loop = hub.loop, None
        try:
            publish({"discussion:5"})
        finally:
            hub.loop = loop

    apart(lambda: asyncio.run(scene()))
    channel_layers.backends.clear()
