"""One process that serves everything: HTTP through a fixed pool of threads, websockets, and a worker beside them."""

from __future__ import annotations

import errno
import os
import re
import socket
import threading
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress

from django.utils.translation import gettext as _

from cms.project.http_adapter import HttpAdapter, Message, Receive, Scope, Send
from cms.project.workers import WorkerThread

LARGEST_REQUEST = 100 << 20
"""Bytes; larger uploads are refused before Django sees them."""

LARGEST_FRAME = 8 << 20
"""Bytes of a websocket's frame; each kind of socket sets a limit of its own far below."""

FAREWELL = 5
"""Seconds that requests under way get when the process is asked to end."""


class CannotListen(Exception):
    """The address makes no sense or is taken; the text is one sentence for whoever starts the server."""


class Process:
    """The ASGI application of the embedded process; `work(stop)` runs in a thread of its own while the server does."""

    def __init__(
        self,
        application: Callable[..., Iterable[bytes]],
        work: Callable[[threading.Event], None],
        *,
        sockets: Callable[[Scope, Receive, Send], Awaitable[None]] | None = None,
        threads: int = 4,
        largest: int = LARGEST_REQUEST,
    ) -> None:
        self.http = HttpAdapter(application, threads=threads, largest=largest)
        self.work = work
        self.sockets = sockets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self.http(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self.live(receive, send)
        elif self.sockets is not None:
            await self.sockets(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close"})  # before accepting: the client reads HTTP 403

    async def live(self, receive: Receive, send: Send) -> None:
        worker = WorkerThread(self.work)
        while True:
            message: Message = await receive()
            if message["type"] == "lifespan.startup":
                worker.start()
                await send({"type": "lifespan.startup.complete"})
            else:
                worker.stop()
                self.http.end()
                await send({"type": "lifespan.shutdown.complete"})
                return


def bind(address: str) -> socket.socket:
    """A socket that holds HOST:PORT but does not listen yet; port 0 takes any free one."""
    match = re.fullmatch(r"\[?([^\[\]]+?)\]?:(\d{1,5})", address)
    if not match or int(match[2]) > 65535:
        raise CannotListen(_("“%s” is no address to listen on; HOST:PORT is needed, such as 127.0.0.1:8000.") % address)
    try:
        family, kind, protocol, name, place = socket.getaddrinfo(match[1], int(match[2]), type=socket.SOCK_STREAM)[0]
        held = socket.socket(family, kind, protocol)
    except OSError as error:
        raise CannotListen(_("There is no host “%s” here.") % match[1]) from error
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind(place)
        return held
    except OSError as error:
        held.close()
        raise refusal(address, error) from error


def listen(held: socket.socket) -> None:
    try:
        held.listen(1024)
    except OSError as error:
        host, port = held.getsockname()[:2]
        raise refusal(f"{host}:{port}", error) from error


def refusal(address: str, error: OSError) -> CannotListen:
    if error.errno == errno.EADDRINUSE:
        free = int(address.rpartition(":")[2]) % 65535 + 1
        return CannotListen(
            _("%(address)s is taken; perhaps the forum is already running. Otherwise choose another port: %(other)s")
            % {"address": address, "other": f"--addr 127.0.0.1:{free}"}
        )
    return CannotListen(
        _("It is not possible to listen on %(address)s (%(reason)s).") % {"address": address, "reason": error.strerror}
    )


def url_of(held: socket.socket) -> str:
    host, port = held.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def serve(held: socket.socket) -> None:
    """Answer until the process is asked to end. No access log: it would slow every request, and it names people."""
    import uvicorn

    config = uvicorn.Config(
        "cms.project.asgi:application",
        access_log=False,
        log_level="warning",
        server_header=False,
        # only behind a proxy that is named may a header say where a request came from
        proxy_headers="FORWARDED_ALLOW_IPS" in os.environ,
        timeout_graceful_shutdown=FAREWELL,
        ws_max_size=LARGEST_FRAME,
        ws_per_message_deflate=False,  # frames are small, and compressing costs each open socket its own memory
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[held])
