"""Who is in a draft at present and where, as their editors say it. Nothing of it is stored."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from workspace.drafting.frames import Presence

LARGEST: Final = 4096
"""Characters of what one editor says of itself."""
MOST_OF_ONE: Final = 5
"""Editors that speak through one socket."""


OUTDATED: Final = 30.0
"""Seconds after which nobody believes in an editor that says nothing; stock clients speak every fifteen."""
ELSEWHERE: Final = "elsewhere"
"""Holds the editors whose sockets are in other processes."""


@dataclass(frozen=True)
class Said:
    """What an editor said last, through which socket, and when."""

    socket: object
    presence: Presence
    at: float


class Presences:
    """The editors of one room by number. Each belongs to the socket that spoke of it first; others' words about it
    are passed over, because stock clients repeat what they hear. The name is always the server's.
    """

    def __init__(self) -> None:
        self._said: dict[int, Said] = {}

    def say(self, socket: object, name: str, present: Iterable[Presence]) -> list[Presence]:
        """What is new of this, with the name of the person whose socket it is."""
        news = []
        for one in present:
            if not self._is_open_to(socket, one):
                continue
            if one.state is not None:
                user = one.state.get("user")
                one = replace(
                    one, state={**one.state, "user": {**(user if isinstance(user, dict) else {}), "name": name}}
                )
                if len(json.dumps(one.state)) > LARGEST:
                    continue
            news += self._kept(socket, one)
        return news

    def hear(self, present: Iterable[Presence]) -> list[Presence]:
        """What is new of what another process says of its editors, whom it has named."""
        return [
            one
            for said in present
            if said.client not in self._said or self._said[said.client].socket == ELSEWHERE
            for one in self._kept(ELSEWHERE, said)
        ]

    def leave(self, socket: object) -> list[Presence]:
        """Everything of this socket is gone: what the others have to hear."""
        gone = self.of(socket)
        for one in gone:
            del self._said[one.client]
        return [Presence(one.client, one.clock + 1, None) for one in gone]

    def of(self, socket: object) -> list[Presence]:
        return [said.presence for said in self._said.values() if said.socket == socket]

    def here(self) -> list[Presence]:
        """Those whose sockets are in this process."""
        return [said.presence for said in self._said.values() if said.socket != ELSEWHERE]

    def all(self) -> list[Presence]:
        """Without those of other processes that were not heard of for long: such a process may have ended."""
        oldest = time.monotonic() - OUTDATED
        return [said.presence for said in self._said.values() if said.socket != ELSEWHERE or said.at > oldest]

    def _is_open_to(self, socket: object, one: Presence) -> bool:
        """Who comes back through another process is here from then on."""
        known = self._said.get(one.client)
        if known is None or known.socket == ELSEWHERE:
            return len(self.of(socket)) < MOST_OF_ONE
        return known.socket == socket

    def _kept(self, socket: object, one: Presence) -> list[Presence]:
        known = self._said.get(one.client)
        if known and known.presence.clock > one.clock and known.socket == socket:
            return []
        if one.state is not None:
            self._said[one.client] = Said(socket, one, time.monotonic())
            return [one]
        return [one] if self._said.pop(one.client, None) else []
