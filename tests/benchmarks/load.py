"""Requests over a few connections that stay open, as fast as the answers come; runs in a process of its own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

Request = tuple[str, dict[str, str]]
"""An address and headers of its own."""


@dataclass(frozen=True)
class Measured:
    count: int
    seconds: float
    latencies: list[float]
    """Seconds, in the order of the answers."""


class Connection(asyncio.Protocol):
    """One request after the other, each after the answer to the one before."""

    def __init__(self, requests: Iterator[bytes], expected: int, latencies: list[float], until: float) -> None:
        self.requests = requests
        self.expected = b"HTTP/1.1 %d" % expected
        self.latencies = latencies
        self.until = until
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        self.started = time.perf_counter()
        request = next(self.requests, None) if self.started < self.until else None
        if request is None:
            self.transport.close()
        else:
            self.transport.write(request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        head, end, body = self.buffer.partition(b"\r\n\r\n")
        if not end or len(body) < length_of(head):
            return
        self.latencies.append(time.perf_counter() - self.started)
        if not head.startswith(self.expected):
            self.fail(RuntimeError(f"{self.expected!r} was expected and this came: {self.buffer[:300]!r}"))
            return
        self.buffer = b""
        self.ask()

    def connection_lost(self, error: Exception | None) -> None:
        if error:
            self.fail(error)
        elif not self.done.done():
            self.done.set_result(None)

    def fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)
        self.transport.close()


def length_of(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.split(b"\r\n", 1)[0]) if found else 0


def measure(
    place: tuple[str, int], requests: Iterable[Request], *, at_once: int, expected: int = 200, seconds: float = 1e9
) -> Measured:
    """Send `requests` until they or the seconds end. Any other status than `expected` raises."""
    with ProcessPoolExecutor(1) as other_process:
        return other_process.submit(_measure, place, list(requests), at_once, expected, seconds).result()


def _measure(place: tuple[str, int], requests: list[Request], at_once: int, expected: int, seconds: float) -> Measured:
    with suppress(ImportError):
        import uvloop

        return uvloop.run(_ask_all(place, requests, at_once, expected, seconds))
    return asyncio.run(_ask_all(place, requests, at_once, expected, seconds))


async def _ask_all(
    place: tuple[str, int], requests: list[Request], at_once: int, expected: int, seconds: float
) -> Measured:
    latencies: list[float] = []
    waiting = iter([as_bytes(place, *request) for request in requests])
    started = time.perf_counter()
    connections = [
        await asyncio.get_running_loop().create_connection(
            lambda: Connection(waiting, expected, latencies, started + seconds), *place
        )
        for _ in range(at_once)
    ]
    await asyncio.gather(*(connection.done for _, connection in connections))
    return Measured(len(latencies), time.perf_counter() - started, latencies)


def as_bytes(place: tuple[str, int], address: str, headers: dict[str, str]) -> bytes:
    lines = [f"GET {address} HTTP/1.1", f"Host: {place[0]}:{place[1]}", *(f"{k}: {v}" for k, v in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode()
