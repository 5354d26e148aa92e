"""A small real server that takes webhooks in, and a program that has it told."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook as Library


@dataclass
class Message:
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def payload(self) -> Any:
        return json.loads(self.body)

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    def is_signed_by(self, secret: str) -> bool:
        """As the receiver's own library says; raises when not."""
        return Library(secret).verify(self.body, self.headers) == self.payload


@dataclass
class Receiver:
    """`answers` are statuses, used up one after the other; then 204. `wait` is how long each answer takes."""

    url: str
    messages: list[Message] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    location: str = ""
    wait: float = 0
    drips: bool = False
    """Sends its headers one by one, for ever."""

    @property
    def told(self) -> list[tuple[str, Any]]:
        return [(message.payload["type"], message.payload["data"]) for message in self.messages]


class _Counterpart(BaseHTTPRequestHandler):
    def do_POST(self):
        receiver: Receiver = self.server.receiver
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        receiver.messages.append(Message(self.path, headers, body))
        time.sleep(receiver.wait)
        status = receiver.answers.pop(0) if receiver.answers else 204
        self.send_response(status)
        if receiver.location:
            self.send_header("Location", receiver.location)
        self.send_header("Content-Length", "0")
        while receiver.drips:
            self.send_header("X-Drip", "drop")
            self.flush_headers()
            time.sleep(0.05)
        self.end_headers()

    def log_message(self, *said):
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    receiver: Receiver

    def handle_error(self, request, client_address):
        """Whoever hangs up on it is right to do so."""


def open_receiver(ssl_context: Any = None) -> _Server:
    server = _Server(("127.0.0.1", 0), _Counterpart)
    scheme = "http"
    if ssl_context is not None:
        server.socket, scheme = ssl_context.wrap_socket(server.socket, server_side=True), "https"
    server.receiver = Receiver(f"{scheme}://127.0.0.1:{server.server_port}/haken?von=forum")
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server


@pytest.fixture
def receiver(settings):
    """The server; this forum may deliver to the machine on which it runs."""
    settings.WEBHOOKS_TO_PRIVATE_ADDRESSES = True
    server = open_receiver()
    yield server.receiver
    server.shutdown()
    server.server_close()


@pytest.fixture
def other_receiver(receiver):
    server = open_receiver()
    yield server.receiver
    server.shutdown()
    server.server_close()
