"""Open pages hear when something hangs on the pinboard that was not there before."""

from __future__ import annotations

from lernnetz_pinboard.models import Notice
from lernnetz_pinboard.queries import notices_for
from plugins.api.access import Actor, may
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.sockets.codes import BrokenFrame
from plugins.api.adapters.sockets.socket import Socket
from plugins.api.errors import Missing


@answers(Rule.DOOR)
class PinboardSocket(Socket):
    """Says how many notices there are for this person, now and whenever it is another number."""

    def enter(self, actor: Actor) -> None:
        if not may(actor, "create", Notice):
            raise Missing

    async def opened(self) -> None:
        self.follow("pinboard")
        await self.tell(await self.ask(lambda actor: self.look(actor, None)))

    def look(self, actor: Actor, topics: frozenset[str] | None) -> int:
        return notices_for(actor).count()

    async def tell(self, found: int) -> None:
        await self.send(str(found))

    async def take(self, frame: str | bytes) -> None:
        raise BrokenFrame
