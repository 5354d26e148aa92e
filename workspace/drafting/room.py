"""Everybody of this process who has one draft open, and the text that they write.

What comes in within `PAUSE` is checked, stored in one transaction and only then passed on and acknowledged. One thread
does this for all drafts of the process: the text in memory is used by nobody else, and SQLite has one writer anyway.
Other processes say on the channel layer that there are new rows; what they are is read from the database.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol

from django.db import transaction
from pycrdt import merge_updates

from plugins.api.adapters.sockets.codes import Close
from plugins.api.adapters.sockets.hub import HUB
from plugins.api.adapters.sockets.pool import Pool
from workspace.drafting import frames
from workspace.drafting.document import Broken, SharedText
from workspace.drafting.frames import BrokenBytes, Presence, Reader, Step
from workspace.drafting.presence import Presences
from workspace.drafting.store import NotWritable, append, load, newer_than, text_topic

logger = logging.getLogger(__name__)

PAUSE: Final = 0.008
"""Seconds in which updates are gathered."""
PRESENCE_PAUSE: Final = 0.05
LOOK_BACK: Final = 100
"""Numbers of rows before the newest that are looked at again: rows may come to light in another order than numbered."""

WRITER = Pool(ThreadPoolExecutor(1, thread_name_prefix="drafts"))


class Standing(Enum):
    """What somebody who has a draft open may do with it at this moment."""

    WRITES = "writes"
    READS = "reads"
    GONE = "gone"
    """It is over: they read it no more, or wrote in it and may no longer."""


class Writer(Protocol):
    """An open socket as a room sees it."""

    person: int
    name: str

    def put(self, frame: bytes) -> None:
        """Send it as soon as the other side takes it."""

    def standing(self) -> Standing:
        """What the person may at this moment; asked in the thread of the room."""

    def has_stored(self, count: int) -> None:
        """So many more of its updates are on disk."""

    def end(self, code: Close) -> None:
        """Close it."""


@dataclass
class Change:
    """An update that waits to be stored, and what became of it."""

    writer: Writer
    payload: bytes
    row: int = 0
    code: Close | None = None
    """Why it was not stored; None for what was passed over because its writer only reads."""


class Room:
    """Used from the event loop; methods whose name ends in `_now` run in the thread of the room."""

    def __init__(self, draft: int) -> None:
        self.draft = draft
        self.writers: set[Writer] = set()
        self.presences = Presences()
        self._waiting: list[Change] = []
        self._storing: asyncio.Task[None] | None = None
        self._fetching: asyncio.Task[None] | None = None
        self._has_news = False
        self._unsaid: dict[int, Presence] = {}
        self._uncalled: dict[int, Presence] = {}
        """Of what is not said yet, that which other processes have to hear too."""
        self._saying: asyncio.Task[None] | None = None
        self._text: SharedText | None = None
        self._newest = 0
        self._rows: deque[int] = deque(maxlen=10 * LOOK_BACK)
        """The newest rows that stand in the text."""

    async def join(self, writer: Writer) -> None:
        """Say how things stand; whatever happens from now on is passed on too."""
        if not self.writers:
            HUB.follow(self, text_topic(self.draft))
            HUB.listen(text_topic(self.draft), self.overhear)
            HUB.call(text_topic(self.draft), bytes([frames.ASK_AWARENESS]))
        self.writers.add(writer)
        state = await WRITER.run(lambda: self._known_now().state())
        writer.put(frames.sync(Step.STATE, state))
        if present := self.presences.all():
            writer.put(frames.awareness(present))

    def leave(self, writer: Writer) -> None:
        if writer not in self.writers:
            return
        self.writers.discard(writer)
        self._say_everywhere(self.presences.leave(writer))
        if not self.writers:
            HUB.leave(self, {text_topic(self.draft)})
            HUB.stop_listening(text_topic(self.draft))
            ROOMS.pop(self.draft, None)

    async def missing(self, state: bytes) -> bytes:
        """What somebody with this state vector lacks. Raises Broken."""
        return await WRITER.run(lambda: self._known_now().since(state))

    def change(self, writer: Writer, payload: bytes) -> None:
        """Take in an update; it is stored and passed on in a moment."""
        self._waiting.append(Change(writer, payload))
        if self._storing is None or self._storing.done():
            self._storing = asyncio.get_running_loop().create_task(self._store_all())

    def present(self, writer: Writer, present: Iterable[Presence]) -> None:
        """Take in where somebody is."""
        self._say_everywhere(self.presences.say(writer, writer.name, present))

    def overhear(self, frame: bytes) -> None:
        """From the hub: another process says who is there, or asks."""
        try:
            reader = Reader(frame)
            if reader.number() == frames.AWARENESS:
                self._say(self.presences.hear(frames.read_awareness(reader)))
            elif here := self.presences.here():
                HUB.call(text_topic(self.draft), frames.awareness(here))
        except BrokenBytes:
            logger.warning("What another process says about draft %d cannot be read", self.draft)

    def hear(self, topics: frozenset[str]) -> None:
        """From the hub: there may be rows that were written elsewhere."""
        self._has_news = True
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.get_running_loop().create_task(self._fetch())

    def interrupt(self) -> None:
        """From the hub: the sockets are told themselves."""

    def _say_everywhere(self, news: list[Presence]) -> None:
        self._uncalled.update({one.client: one for one in news})
        self._say(news)

    def _say(self, news: Iterable[Presence]) -> None:
        self._unsaid.update({one.client: one for one in news})
        if self._unsaid and (self._saying is None or self._saying.done()):
            self._saying = asyncio.get_running_loop().create_task(self._say_all())

    async def _say_all(self) -> None:
        while self._unsaid:
            await asyncio.sleep(PRESENCE_PAUSE)
            news, self._unsaid = self._unsaid, {}
            calls, self._uncalled = self._uncalled, {}
            if calls:
                HUB.call(text_topic(self.draft), frames.awareness(calls.values()))
            frame = frames.awareness(news.values())
            for writer in list(self.writers):
                writer.put(frame)

    async def _store_all(self) -> None:
        while self._waiting:
            await asyncio.sleep(PAUSE)
            changes, self._waiting = self._waiting, []
            try:
                await WRITER.run(lambda batch=changes: self._store_now(batch))  # type: ignore[misc]
            except Exception:
                logger.exception("What was written in draft %d could not be stored", self.draft)
                for writer in {change.writer for change in changes}:
                    writer.end(Close.LATER)
                continue
            for change in changes:
                if change.code:
                    change.writer.end(change.code)
            self._pass_on([change for change in changes if change.row])

    def _pass_on(self, changes: list[Change]) -> None:
        senders = {change.writer for change in changes}
        whole = _merged([change.payload for change in changes])
        for writer in list(self.writers):
            others = whole
            if writer in senders:
                others = _merged([change.payload for change in changes if change.writer is not writer])
            if others:
                writer.put(frames.sync(Step.UPDATE, others))
        for writer in senders:
            writer.has_stored(sum(change.writer is writer for change in changes))

    async def _fetch(self) -> None:
        while self._has_news:
            self._has_news = False
            try:
                payloads = await WRITER.run(self._fetch_now)
            except Exception:
                logger.exception("What was written elsewhere in draft %d could not be read", self.draft)
                self._text = None
                for writer in list(self.writers):
                    writer.end(Close.LATER)
                return
            if payloads:
                frame = frames.sync(Step.UPDATE, _merged(payloads))
                for writer in list(self.writers):
                    writer.put(frame)

    def _known_now(self) -> SharedText:
        if self._text is None:
            self._text, rows = load(self.draft)
            self._newest = rows[-1] if rows else 0
            self._rows.clear()
            self._rows.extend(rows)
        return self._text

    def _store_now(self, changes: list[Change]) -> None:
        good: list[Change] = []
        for change in changes:
            match change.writer.standing():
                case Standing.GONE:
                    change.code = Close.ENDED
                case Standing.WRITES if self._takes_now(change, good):
                    good.append(change)
        if not good:
            return
        try:
            with transaction.atomic():
                rows = append(self.draft, [(change.writer.person, change.payload) for change in good])
        except NotWritable:
            self._text = None
            for change in good:
                change.code = Close.ENDED
            return
        except BaseException:
            self._text = None
            raise
        for change, row in zip(good, rows, strict=True):
            change.row = row
        self._rows.extend(rows)
        self._newest = max(self._newest, *rows)

    def _takes_now(self, change: Change, before: list[Change]) -> bool:
        """Whether the text takes the change. One that is broken costs nobody else what they wrote before it."""
        try:
            self._known_now().of(change.writer.person).take(change.payload)
        except Broken:
            change.code = Close.BROKEN
            self._text = None
            for earlier in before:
                self._known_now().of(earlier.writer.person).apply(earlier.payload)
        return change.code is None

    def _fetch_now(self) -> list[bytes]:
        """What the text of this room lacks."""
        if self._text is None:
            return []
        found, since = [], self._newest - LOOK_BACK
        for row, author, payload in newer_than(self.draft, since, without=[row for row in self._rows if row > since]):
            self._text.of(author).apply(payload)
            self._rows.append(row)
            self._newest = max(self._newest, row)
            found.append(payload)
        return found


ROOMS: Final[dict[int, Room]] = {}


def room_of(draft: int) -> Room:
    """The room of this process; one is made for whoever comes first."""
    if draft not in ROOMS:
        ROOMS[draft] = Room(draft)
    return ROOMS[draft]


def _merged(payloads: list[bytes]) -> bytes:
    return merge_updates(*payloads) if len(payloads) > 1 else payloads[0] if payloads else b""
