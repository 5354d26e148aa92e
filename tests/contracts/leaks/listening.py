"""Opening sockets inside the test's own transaction: the loop runs beside it, and every question is answered here."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, Future
from typing import Any

from asgiref.testing import ApplicationCommunicator
from django.conf import settings

from plugins.api.adapters.sockets import pool
from plugins.api.adapters.sockets.routing import SocketDoor
from tests.cast import as_client
from workspace.drafting import room


class Here(Executor):
    """What sockets ask of the database, in the thread of the test."""

    def __init__(self) -> None:
        self.asked: queue.SimpleQueue[tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]] = queue.SimpleQueue()

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        answer: Future[Any] = Future()
        self.asked.put((answer, work, given))
        return answer

    def answer_until_the_end_of(self, thread: threading.Thread) -> None:
        while thread.is_alive() or not self.asked.empty():
            try:
                answer, work, given = self.asked.get(timeout=0.02)
            except queue.Empty:
                continue
            if not answer.set_running_or_notify_cancel():
                continue
            try:
                answer.set_result(work(*given))
            except BaseException as error:
                answer.set_exception(error)


def listen(scene: Callable[[], Coroutine[Any, Any, Any]], monkeypatch: Any) -> Any:
    """What the scene returns; its sockets see what the test sees."""
    here, outcome = Here(), Future[Any]()
    for module, name in ((pool, "POOL"), (room, "WRITER")):
        monkeypatch.setattr(module, name, pool.Pool(here))
    monkeypatch.setattr(pool, "close_old_connections", lambda: None)  # as Django's test client: it holds the garden

    def run() -> None:
        try:
            outcome.set_result(asyncio.run(scene()))
        except BaseException as error:
            outcome.set_exception(error)

    thread = threading.Thread(target=run)
    thread.start()
    here.answer_until_the_end_of(thread)
    return outcome.result()


def cookie_of(person: Any) -> bytes:
    """A new session of this person; a visitor has none."""
    morsel = as_client(person).cookies.get(settings.SESSION_COOKIE_NAME)
    return f"{morsel.key}={morsel.value}".encode() if morsel else b""


async def said_to(cookie: bytes, frame: str | bytes, path: str = "/ws/live/") -> list[dict[str, Any]]:
    """What a socket answers to its first frame: one message, or the code with which it is closed."""
    headers = [(b"host", b"localhost"), (b"origin", b"http://localhost"), (b"cookie", cookie)]
    socket = ApplicationCommunicator(SocketDoor(), {"type": "websocket", "path": path, "headers": headers})
    await socket.send_input({"type": "websocket.connect"})
    assert (await socket.receive_output(10))["type"] == "websocket.accept"
    await socket.send_input({"type": "websocket.receive", "text" if isinstance(frame, str) else "bytes": frame})
    said = [await socket.receive_output(10)]
    await socket.send_input({"type": "websocket.disconnect", "code": 1000})
    await socket.wait(10)
    return said
