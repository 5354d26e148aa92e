"""Who is in a draft at present and where, as their editors say it. Nothing of it is stored."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from workspace.drafting.frames import Presence

LARGEST: Final = 4096
"""Characters of what one editor says of itself."""
MOST_OF_ONE: Final = 5
"""Editors that speak through one socket."""


class Presences:
    """The editors of one room by number. Each belongs to the socket that spoke of it first; others' words about it
    are passed over, because stock clients repeat what they hear. The name is always the server's.
    """

    def __init__(self) -> None:
        self._said: dict[int, tuple[object, Presence]] = {}

    def say(self, socket: object, name: str, present: Iterable[Presence]) -> list[Presence]:
        """What is new of this, with the name of the person whose socket it is."""
        news = []
        for one in present:
            holder, known = self._said.get(one.client, (socket, None))
            is_one_too_many = known is None and len(self.of(socket)) >= MOST_OF_ONE
            if holder != socket or is_one_too_many or (known is not None and one.clock < known.clock):
                continue
            if one.state is None:
                if self._said.pop(one.client, None):
                    news.append(one)
                continue
            user = one.state.get("user")
            state = {**one.state, "user": {**(user if isinstance(user, dict) else {}), "name": name}}
            if len(json.dumps(state)) <= LARGEST:
                self._said[one.client] = (socket, replace(one, state=state))
                news.append(replace(one, state=state))
        return news

    def leave(self, socket: object) -> list[Presence]:
        """Everything of this socket is gone: what the others have to hear."""
        return [
            Presence(client, self._said.pop(client)[1].clock + 1, None)
            for client in [one.client for one in self.of(socket)]
        ]

    def of(self, socket: object) -> list[Presence]:
        return [known for holder, known in self._said.values() if holder == socket]

    def all(self) -> list[Presence]:
        return [known for _holder, known in self._said.values()]
