"""Editors of a draft as programs see them, and what stands on the disk of the served forum."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from pycrdt import Doc, XmlElement, XmlFragment, XmlText
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from tests.forum_process import SOON, Person
from workspace.drafting import frames
from workspace.drafting.document import NOTHING, SharedText
from workspace.drafting.frames import Presence, Reader, Step

DRAFT = 1  # of the demo world's working group


class Editor:
    """Has a draft open, and writes paragraphs."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.doc: Doc[Any] = Doc()
        self.root: XmlFragment = self.doc.get("content", type=XmlFragment)
        self.stored = 0
        self.present: dict[int, Presence] = {}
        self.code: int | None = None
        self.has_all = False

    def hears(self, condition: Callable[[], Any], within: float = SOON) -> bool:
        """Listens until it is so, or until the time is over or the socket closed."""
        deadline = time.monotonic() + within
        while not condition():
            try:
                self._take(self.socket.recv(timeout=max(0.001, deadline - time.monotonic())))
            except ConnectionClosed as closed:
                self.code = closed.rcvd.code if closed.rcvd else None
                return bool(condition())
            except TimeoutError:
                return False
        return True

    def ends_with(self, within: float = SOON) -> int | None:
        """The code with which it is closed; None while it stays open."""
        self.hears(lambda: False, within)
        return self.code

    def say(self, payload: bytes, step: Step = Step.UPDATE) -> None:
        try:
            self.socket.send(frames.sync(step, payload))
        except ConnectionClosed as closed:
            self.code = closed.rcvd.code if closed.rcvd else None

    def write(self, words: str) -> None:
        before = self.doc.get_state()
        self.root.children.append(XmlElement("paragraph", None, [XmlText(words)]))
        self.say(self.doc.get_update(before))

    def is_here(self, client: int, words: dict[str, Any] | None, clock: int = 1) -> None:
        self.socket.send(frames.awareness([Presence(client, clock, words)]))

    def shows(self) -> dict[str, Any]:
        return SharedText(self.doc.get_update()).as_json()

    def reads(self, words: str) -> bool:
        return words in str(self.root)

    def names(self) -> list[str]:
        return sorted(one.state["user"]["name"] for one in self.present.values() if one.state)

    def _take(self, frame: str | bytes) -> None:
        assert isinstance(frame, bytes)
        reader = Reader(frame)
        match reader.number():
            case frames.SYNC:
                self._exchange(*frames.read_sync(reader))
            case frames.AWARENESS:
                self.present.update({one.client: one for one in frames.read_awareness(reader)})
            case frames.STORED:
                self.stored = reader.number()

    def _exchange(self, step: Step, payload: bytes) -> None:
        if step is Step.STATE:
            self.say(self.doc.get_update(payload), Step.MISSING)
            return
        self.has_all = self.has_all or step is Step.MISSING
        if payload != NOTHING:
            self.doc.apply_update(payload)


@contextmanager
def editing(person: Person, draft: int = DRAFT, asked: str = "?acks=1") -> Iterator[Editor]:
    """Somebody who has the whole text before them."""
    with person.socket(f"/ws/drafts/{draft}{asked}") as socket:
        editor = Editor(socket)
        editor.say(editor.doc.get_state(), Step.STATE)
        assert editor.hears(lambda: editor.has_all), editor.code
        yield editor


def on_disk(data: Path, draft: int = DRAFT) -> SharedText:
    """The text as another process would find it."""
    with closing(sqlite3.connect(data / "lernnetz.sqlite3", timeout=30)) as database:
        found = database.execute("SELECT payload FROM workspace_drafttext WHERE draft_id = ?", [draft]).fetchone()
        rows = "SELECT payload FROM workspace_draftupdate WHERE draft_id = ? ORDER BY id"
        payloads = [row[0] for row in database.execute(rows, [draft])]
    text = SharedText(found[0] if found else b"")
    for payload in payloads:
        text.apply(payload)
    return text


def change_state(data: Path, state: str, draft: int = DRAFT) -> None:
    """As another process would, without a word to anybody."""
    with closing(sqlite3.connect(data / "lernnetz.sqlite3", timeout=30)) as database, database:
        database.execute("UPDATE workspace_draft SET state = ? WHERE id = ?", [state, draft])
