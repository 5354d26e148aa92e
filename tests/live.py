"""A real server on a real socket around any WSGI application, for tests that need the wire."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from cms.project.serving import Process, bind


class LiveServer:
    def __init__(self, process: Process, held: socket.socket) -> None:
        self.process = process
        self.host, self.port = held.getsockname()[:2]

    def connect(self, timeout: float = 10) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.host, self.port, timeout=timeout)

    def get(self, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        return self.ask("GET", path, None, headers)

    def ask(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = self.connect()
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()

    def raw(self, request: bytes) -> bytes:
        """Everything that the server answers until it closes."""
        with socket.create_connection((self.host, self.port), timeout=10) as wire:
            wire.sendall(request)
            answer = b""
            while part := wire.recv(65536):
                answer += part
            return answer


def idle(stop: threading.Event) -> None:
    stop.wait()


@contextmanager
def live_server(
    application: Callable, *, work: Callable[[threading.Event], None] = idle, threads: int = 4, largest: int = 8 << 20
) -> Iterator[LiveServer]:
    process = Process(application, work, threads=threads, largest=largest)
    held = bind("127.0.0.1:0")
    config = uvicorn.Config(process, log_level="critical", access_log=False, timeout_graceful_shutdown=2)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [held]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
        yield LiveServer(process, held)
    finally:
        server.should_exit = True
        thread.join(10)
        held.close()
        assert not thread.is_alive()
