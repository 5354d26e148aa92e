"""The ASGI application for websockets: `/ws/` and what packages have plugged in below it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from django.urls.resolvers import RoutePattern
from django.utils.module_loading import import_string

from plugins.api.adapters.sockets.codes import Close
from plugins.api.extensions import SocketRoute
from plugins.api.registry import registry

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

PREFIX = "/ws/"


def sockets() -> dict[str, type[Any]]:
    """Path -> the class behind it, for every route that is plugged in."""
    found: dict[str, type[Any]] = {}
    for one in registry.registrations(SocketRoute):
        found[one.record.path] = import_string(one.record.socket)
        found[one.record.path].origin = one.origin
    return found


class SocketDoor:
    """Finds the socket of an address, with or without a slash at its end."""

    def __init__(self) -> None:
        self.routes: list[tuple[RoutePattern, Application]] = [
            (RoutePattern(path, is_endpoint=True), socket.as_asgi()) for path, socket in sockets().items()
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if path.startswith(PREFIX):
            rest = path.removeprefix(PREFIX).removesuffix("/")
            for pattern, application in self.routes:
                if match := pattern.match(rest):
                    scope["url_route"] = {"args": match[1], "kwargs": match[2]}
                    await application(scope, receive, send)
                    return
        await nothing_here(receive, send)


async def nothing_here(receive: Receive, send: Send) -> None:
    """An address that nobody has answers like what is not yours."""
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.close", "code": Close.MISSING})
