"""Real editors write, lose their line and come back while the server dies: nothing acknowledged is lost.

`DRAFT_ROUNDS` says how often; some hundred by hand or at night. `DRAFT_SEED` repeats a run as far as time allows.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.forum_process import ForumProcess, Person
from tests.workspace.sockets.drafting import DRAFT, on_disk
from workspace.drafting.document import SharedText
from workspace.drafting.formats.shapes import checked
from workspace.drafting.frames import Reader

pytestmark = pytest.mark.xdist_group("sockets")

ROUNDS = int(os.environ.get("DRAFT_ROUNDS", "15"))
SEED = int(os.environ.get("DRAFT_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
KILL_EVERY = 10
"""Rounds, on average; at least one of them."""
PEOPLE = ("coordinator", "member", "coordinator", "member", "coordinator")
PATIENCE = 60  # seconds until all have the same, on a busy machine
KINDS = ("type", "type", "type", "erase", "mark", "split", "join", "heading", "footnote", "box", "list", "undo")
CLIENTS = Path(__file__).with_name("clients.mjs")


class Editors:
    """The process in which they live."""

    def __init__(self, node: str) -> None:
        self.process = subprocess.Popen(
            [node, "--experimental-websocket", "--no-warnings", str(CLIENTS)],
            cwd=settings.BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def do(self, command: str, **given: Any) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"do": command, **given}) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        while answer and not answer.startswith(("{", "[", "null")):  # a package that says something
            answer = self.process.stdout.readline()
        assert answer, "the editors have ended"
        return json.loads(answer)

    def stop(self) -> None:
        self.process.kill()
        self.process.wait(20)


class Play:
    """One server after the other on the same port and data, and the editors that rely on them."""

    def __init__(self, node: str, data: Path) -> None:
        self.chance = random.Random(SEED)
        self.data = data
        self.forum = ForumProcess(data)
        self.editors = Editors(node)
        self.counted = {"edits": 0, "lost lines": 0, "kills": 0}

    def begin(self) -> None:
        address = f"ws://{self.forum.host}/ws/drafts"
        cookies = {name: Person(self.forum, name).cookie for name in set(PEOPLE)}
        for name in PEOPLE:
            self.editors.do("open", address=address, draft=DRAFT, cookie=cookies[name], origin=self.forum.address)
        self.all_have_the_same()

    def round(self, *, kills: bool) -> None:
        away = [who for who in range(len(PEOPLE)) if self.chance.random() < 0.25]
        for who in away:
            self.editors.do(self.chance.choice(["disconnect", "lose"]), who=who)
        self.edit(self.chance.randint(5, 40))
        if kills:
            self.forum.kill()
            self.what_is_acknowledged_is_on_disk()
            self.edit(self.chance.randint(0, 20))
            self.forum = ForumProcess(self.data, self.forum.host)
        for who in away:
            self.editors.do("connect", who=who)
        self.edit(self.chance.randint(0, 10))
        self.counted["lost lines"] += len(away)
        self.counted["kills"] += kills

    def edit(self, count: int) -> None:
        edits = [
            {
                "who": self.chance.randrange(len(PEOPLE)),
                "kind": self.chance.choice(KINDS),
                "where": [self.chance.random(), self.chance.random()],
                "size": self.chance.randint(1, 60),
                "words": self.chance.choice(["Wort ", "ä😀 ", "lange Wörter ", "x", "Ende."]),
                "pause": self.chance.choice([0, 0, 1, 5, 15]),
            }
            for _ in range(count)
        ]
        self.editors.do("edit", edits=edits)
        self.counted["edits"] += count

    def states(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.editors.do("states")
        assert {one["code"] for one in found} == {None}, found
        return found

    def what_is_acknowledged_is_on_disk(self) -> None:
        stored = known_in(on_disk(self.data).state())
        for one in self.states():
            assert stored.get(one["client"], 0) >= one["acknowledged"], (one, stored)

    def all_have_the_same(self) -> None:
        """In the end; what was only deleted shows in no state, so the texts themselves are compared again and again."""
        deadline = time.monotonic() + PATIENCE
        while not (self.is_quiet() and self.is_one_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        stored = on_disk(self.data)
        assert [checked(text) for text in self.editors.do("texts")] == [checked(stored.as_json())] * len(PEOPLE)
        assert self.is_quiet(), self.states()

    def is_one_text(self) -> bool:
        stored = checked(on_disk(self.data).as_json())
        return all(checked(text) == stored for text in self.editors.do("texts"))

    def is_quiet(self) -> bool:
        """Everybody is connected, has heard that all of theirs is stored, and has what all others have."""
        states = self.states()
        everything = known_in(on_disk(self.data).state())
        return all(
            one["synced"] and one["acknowledged"] == one["clock"] and known_in(b64decode(one["state"])) == everything
            for one in states
        )


def known_in(state: bytes) -> dict[int, int]:
    reader = Reader(state)
    return {reader.number(): reader.number() for _each in range(reader.number())}


@pytest.fixture
def play(node, data) -> Iterator[Play]:
    play = Play(node, data)
    yield play
    play.editors.stop()
    play.forum.stop()


def test_five_editors_a_server_that_dies_and_lines_that_break(play):
    print(f"DRAFT_SEED={SEED}")
    play.begin()
    dies = {
        play.chance.randrange(ROUNDS),
        *(number for number in range(ROUNDS) if play.chance.random() < 1 / KILL_EVERY),
    }
    for number in range(ROUNDS):
        play.round(kills=number in sorted(dies)[: max(1, ROUNDS // KILL_EVERY)])
        play.all_have_the_same()
    text = SharedText(on_disk(play.data).whole())
    print(f"{ROUNDS} rounds: {play.counted}, {len(str(text.as_json()))} signs of JSON at the end")
    assert "Traceback" not in play.forum.said
