"""The demo world served by a process of its own, and people who use it over the wire, by pages and by sockets."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

PATIENCE = 120  # seconds until the demo world is served
SOON = 10  # seconds in which what has to come comes, on a busy machine
PASSWORD = "lernnetz-demo"


class ForumProcess:
    """`manage.py demo` on a free port, or where an earlier one was served."""

    def __init__(self, data: Path, at: str = "127.0.0.1:0", **environment: str) -> None:
        self.data = data
        self.log = data / f"log-{time.monotonic_ns()}"
        unset = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE")
        inherited = {name: value for name, value in os.environ.items() if name not in unset}
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--addr", at],
            cwd=settings.BASE_DIR,
            env={**inherited, "LERNNETZ_DATA": str(data), **environment},
            stdout=self.log.open("wb"),
            stderr=subprocess.STDOUT,
        )
        self.address = self._address()

    def _address(self) -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            if found := re.search(r"http://127\.0\.0\.1:\d+", self.said):
                return found[0]
            time.sleep(0.1)
        pytest.fail(f"The demo world was not served:\n{self.said[-3000:]}", pytrace=False)

    @property
    def said(self) -> str:
        return self.log.read_text(errors="replace")

    @property
    def host(self) -> str:
        return self.address.removeprefix("http://")

    def get(self, path: str) -> tuple[int, Any]:
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)

    def kill(self) -> None:
        """As a machine that loses its power, or a system without memory."""
        self.process.kill()
        self.process.wait(20)


class Person:
    """Somebody of the demo world with a browser of her own; None is a visitor."""

    def __init__(self, forum: ForumProcess, name: str | None) -> None:
        self.forum = forum
        self.cookies = CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        if name:
            self.send("/konto/anmelden/", login=f"{name}@demo.example", password=PASSWORD)

    def read(self, path: str) -> str:
        with self.browser.open(self.forum.address + path, timeout=30) as answer:
            return answer.read().decode()

    def send(self, path: str, *, on: str = "", **fields: str) -> str:
        """Fill in the form of a page (`on`, if it leads elsewhere) and press its button; the page that comes next."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.read(on or path))
        given = urlencode({**fields, "csrfmiddlewaretoken": token[1] if token else ""}).encode()
        with self.browser.open(self.forum.address + path, given, timeout=30) as answer:
            return answer.read().decode()

    def say(self, discussion: int, text: str) -> None:
        self.send(f"/diskussionen/{discussion}/", text=text)

    @property
    def cookie(self) -> str:
        return "; ".join(f"{one.name}={one.value}" for one in self.cookies)

    def socket(self, path: str = "/ws/live/", **options: Any) -> AbstractContextManager[ClientConnection]:
        """An open socket, as the browser of this person opens it."""
        origin = options.pop("origin", self.forum.address)
        headers = {"Cookie": options.pop("cookie", self.cookie)}
        return connect(
            f"ws://{self.forum.host}{path}", origin=origin, additional_headers=headers, proxy=None, **options
        )

    @contextmanager
    def watching(self, *asked: dict[str, Any]) -> Iterator[ClientConnection]:
        """A socket that watches these already."""
        with self.socket() as socket:
            for one in asked:
                socket.send(json.dumps(one))
                assert hears(socket)["watching"] == one["watch"]
            yield socket


def hears(socket: ClientConnection, within: float = SOON) -> dict[str, Any]:
    """The next message. TimeoutError when none comes."""
    message: dict[str, Any] = json.loads(socket.recv(timeout=within))
    return message


def code_of(socket: ClientConnection, within: float = SOON) -> int | None:
    """The code with which the server closes it; what it says before is passed over."""
    deadline = time.monotonic() + within
    try:
        while True:
            socket.recv(timeout=max(0.01, deadline - time.monotonic()))
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None
    except TimeoutError:
        return None


@contextmanager
def forum_process(data: Path, **environment: str) -> Iterator[ForumProcess]:
    process = ForumProcess(data, **environment)
    try:
        yield process
    finally:
        process.stop()
