"""One message to one receiver, over HTTP: to a machine that was looked at, without redirects, and never for long."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from socket import SHUT_RDWR
from typing import Final

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from cms.models import Failure
from cms.webhook_addresses import Destination, destination_of

SECONDS: Final = 10.0
"""How long a receiver may take for all of it."""
MOST_READ: Final = 4096
"""Bytes of an answer that are read, so that the receiver can end in peace. Nothing of it is kept."""

GONE: Final = 410


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt: a status where there was an answer, and why it failed where it did."""

    status: int | None = None
    failure: str = ""

    @property
    def has_arrived(self) -> bool:
        return not self.failure

    @property
    def is_gone(self) -> bool:
        """The receiver wants nothing any more."""
        return self.status == GONE


def send(url: str, headers: dict[str, str], body: bytes) -> Outcome:
    """One attempt. It raises nothing for what lies with the receiver."""
    destination = destination_of(url)
    if destination is None:
        return Outcome(failure=Failure.ADDRESS)
    connection = _connection(destination)
    with _for_so_long(connection) as is_over:
        try:
            status = _post(connection, destination, headers, body)
        except (OSError, HTTPError, ValueError) as error:
            return Outcome(failure=Failure.TIMEOUT if is_over.is_set() else _why(error))
        if is_over.is_set():  # what is cut off in the middle can look like a whole answer
            return Outcome(failure=Failure.TIMEOUT)
    return Outcome(status, "" if 200 <= status < 300 else Failure.STATUS)


def _connection(to: Destination) -> HTTPConnection:
    """To the address that was looked at; the certificate is held against the name."""
    if not to.is_encrypted:
        return HTTPConnection(to.ip, to.port, timeout=SECONDS)
    context = ssl.create_default_context()  # insists on a certificate that is valid for the name
    return HTTPSConnection(to.ip, to.port, timeout=SECONDS, ssl_context=context, server_hostname=to.host)


def _post(connection: HTTPConnection, to: Destination, headers: dict[str, str], body: bytes) -> int:
    about = {"Host": to.host_header, "Content-Type": "application/json", "User-Agent": "lernnetz-webhooks/1"}
    connection.request("POST", to.path, body=body, headers={**about, **headers}, preload_content=False)
    answer = connection.getresponse()
    with suppress(OSError, HTTPError):  # the status is what counts
        answer.read(MOST_READ, decode_content=False)
    return int(answer.status)


@contextmanager
def _for_so_long(connection: HTTPConnection) -> Iterator[threading.Event]:
    """Hangs up when the time is over: a receiver that sends a byte now and then would never run into a timeout."""
    is_over = threading.Event()

    def hang_up() -> None:
        is_over.set()
        if connection.sock is not None:
            with suppress(OSError):
                connection.sock.shutdown(SHUT_RDWR)

    clock = threading.Timer(SECONDS, hang_up)
    clock.daemon = True
    clock.start()
    try:
        yield is_over
    finally:
        clock.cancel()
        connection.close()


def _why(error: Exception) -> str:
    """In one of few words: what exactly went wrong would tell about networks."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return Failure.TLS
        if isinstance(seen, TimeoutError):
            return Failure.TIMEOUT
        seen = seen.__cause__ or seen.__context__
    return Failure.TIMEOUT if "timed out" in str(error) else Failure.CONNECTION
