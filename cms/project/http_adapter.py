"""HTTP for Django's WSGI application inside an ASGI server: one hop into a fixed pool of threads and back.

Django's own ASGI handler starts a thread and a database connection for every request. Here the threads live as long as
the process and so do their connections; an answer is sent in one piece, and only what Django streams is streamed.
"""

from __future__ import annotations

import asyncio
import contextvars
import itertools
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import IO, Any
from urllib.parse import unquote_to_bytes

from django.utils.translation import gettext as _

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Environ = dict[str, Any]

IN_MEMORY = 1 << 20
"""Bytes of a request body that are held in memory; what is larger waits in a temporary file."""

BLOCK = 1 << 17
"""Bytes of a file that are read and sent at a time."""

PATIENCE = 60
"""Seconds that a reader may take nothing of a stream, or a refused sender go on, before the connection ends."""

SHORT = 0.02
"""Seconds for which one request may keep those behind it waiting; then they go on beside it.

Python runs one thread at a time. Threads that work on short requests beside each other take its lock from each other at
every row that the database hands over, and together they take half as long again.
"""

WITHOUT_BODY = (204, 304)


class BodyTooLarge(Exception):
    """The request brings more than the server takes."""


class ClientGone(Exception):
    """The client left before it had sent everything."""


class FileBlocks:
    """`wsgi.file_wrapper`: a file in large blocks, because each one costs a hop into the pool."""

    def __init__(self, file: IO[bytes], block_size: int = BLOCK) -> None:
        self.file = file

    def __iter__(self) -> Iterator[bytes]:
        return iter(partial(self.file.read, BLOCK), b"")

    def close(self) -> None:
        self.file.close()


class Answer:
    """What the WSGI application said: finished bytes, or an iterator where more is to come."""

    def __init__(self) -> None:
        self.status = 500
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = b""
        self.rest: Iterator[bytes] | None = None
        self.close: Callable[[], None] = lambda: None

    def start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        """WSGI's `start_response`."""
        self.status = int(status[:3])
        self.headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in headers
            if not (self.status in WITHOUT_BODY and name.lower() == "content-length")
        ]

    def take(self, parts: Iterable[bytes], method: str) -> None:
        """Read what is finished to its end and close it, still in the thread that made it."""
        self.close = getattr(parts, "close", self.close)
        try:
            if method == "HEAD" or self.status in WITHOUT_BODY:
                return
            if isinstance(parts, FileBlocks):
                self.take_file(iter(parts))
            elif getattr(parts, "streaming", False):
                self.rest = iter(parts)
            else:
                self.take_all(parts)
        finally:
            if self.rest is None:
                self.close()

    def take_file(self, blocks: Iterator[bytes]) -> None:
        """A file of one block goes out in one piece."""
        self.body = next(blocks, b"")
        second = next(blocks, None)
        if second is not None:
            self.rest = itertools.chain([second], blocks)

    def take_all(self, parts: Iterable[bytes]) -> None:
        self.body = b"".join(parts)
        if all(name != b"content-length" for name, value in self.headers):
            self.headers.append((b"content-length", b"%d" % len(self.body)))


class HttpAdapter:
    """An ASGI application for HTTP; `largest` is the size in bytes above which a request is refused."""

    def __init__(self, application: Callable[..., Iterable[bytes]], *, threads: int, largest: int) -> None:
        self.application = application
        self.largest = largest
        self.begun = 0.0
        self.first = ThreadPoolExecutor(1, thread_name_prefix="http")
        self.others = ThreadPoolExecutor(max(1, threads - 1), thread_name_prefix="http-beside")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        run: Callable[..., Any] = contextvars.copy_context().run
        in_pool = partial(asyncio.get_running_loop().run_in_executor, self.others, run)
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                await self.read(scope, receive, body)
            except BodyTooLarge:
                await refuse(receive, send, 413, _("The request is larger than %s MB.") % (self.largest >> 20))
                return
            except ClientGone:
                return
            answer = await self.in_turn(partial(run, self.answer, environ_of(scope, body)))
        try:
            await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
            if answer.rest is None:
                await send(body_message(answer.body))
            else:
                await self.stream(answer, partial(in_pool, next, answer.rest, None), receive, send)
        finally:
            if answer.rest is not None:
                await in_pool(answer.close)

    async def in_turn(self, work: Callable[[], Answer]) -> Answer:
        """One request after the other in one thread, as long as they are short; beside a long one in the others."""
        job = self.first.submit(self.begin, work)
        answer = asyncio.wrap_future(job)
        while not (await asyncio.wait({answer}, timeout=SHORT))[0]:
            if time.monotonic() - self.begun > SHORT and job.cancel():
                return await asyncio.wrap_future(self.others.submit(work))
        return answer.result()

    def begin(self, work: Callable[[], Answer]) -> Answer:
        """Runs in the first thread."""
        self.begun = time.monotonic()
        return work()

    def end(self) -> None:
        """No thread begins anything any more."""
        for pool in (self.first, self.others):
            pool.shutdown(wait=False, cancel_futures=True)

    async def read(self, scope: Scope, receive: Receive, body: IO[bytes]) -> None:
        """Wait for the whole request body, so that a slow sender never holds a thread."""
        announced = announced_size(scope)
        if announced > self.largest:
            raise BodyTooLarge
        more = announced > 0
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientGone
            body.write(message.get("body", b""))
            if body.tell() > self.largest:
                raise BodyTooLarge
            more = message.get("more_body", False)

    def answer(self, environ: Environ) -> Answer:
        """Runs in one of the threads."""
        answer = Answer()
        answer.take(self.application(environ, answer.start), environ["REQUEST_METHOD"])
        return answer

    async def stream(
        self, answer: Answer, next_part: Callable[[], Awaitable[bytes | None]], receive: Receive, send: Send
    ) -> None:
        """Hand a stream on part by part; a thread is held only while a part is being made, never while it is sent."""
        gone = asyncio.ensure_future(left(receive))
        part: bytes | None = answer.body
        try:
            while part is not None and not gone.done():
                if part:
                    await asyncio.wait_for(send(body_message(part, more=True)), PATIENCE)
                part = await next_part()
            if part is None:
                await send(body_message(b""))
        finally:
            gone.cancel()


async def left(receive: Receive) -> None:
    """Returns when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def refuse(receive: Receive, send: Send, status: int, text: str) -> None:
    """Answer without asking Django; the rest of the request is read and dropped, else no browser shows the answer."""
    body = text.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(body)),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send(body_message(body, more=True))
    with suppress(TimeoutError):
        await asyncio.wait_for(sent_or_left(receive), PATIENCE)
    await send(body_message(b""))


async def sent_or_left(receive: Receive) -> None:
    """Returns when the client has sent everything or has gone."""
    while (await receive()).get("more_body", False):
        pass


def body_message(body: bytes, *, more: bool = False) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": more}


def announced_size(scope: Scope) -> int:
    """Bytes of the body that is to come: 0 for none, 1 where it comes in chunks and nobody knows."""
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value)
        if name == b"transfer-encoding":
            return 1
    return 0


def environ_of(scope: Scope, body: IO[bytes]) -> Environ:
    """WSGI's view of a request. A header name with an underscore is dropped: it would pass for one with a hyphen."""
    path: bytes = scope["raw_path"]
    server, client = scope.get("server") or ("localhost", None), scope.get("client") or ("", 0)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": (unquote_to_bytes(path) if b"%" in path else path).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "REMOTE_ADDR": client[0],
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or ""),
        "SERVER_PROTOCOL": "HTTP/" + scope["http_version"],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileBlocks,
    }
    for raw_name, raw_value in scope["headers"]:
        if b"_" in raw_name:
            continue
        name, value = raw_name.decode("latin-1").upper().replace("-", "_"), raw_value.decode("latin-1")
        key = name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else "HTTP_" + name
        environ[key] = f"{environ[key]}{'; ' if name == 'COOKIE' else ','}{value}" if key in environ else value
    if size := body.tell():
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        environ["CONTENT_LENGTH"] = str(size)
        body.seek(0)
    return environ
