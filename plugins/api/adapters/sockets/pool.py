"""Where sockets ask the database: a few threads that live as long as the process, each with one connection.

However many sockets are open, none holds a connection of its own, and the threads that answer pages are never used.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import TypeVar

from django.db import close_old_connections

from plugins.api.adapters.sockets.codes import Later

T = TypeVar("T")

THREADS = 2
MOST_WAITING = 2000
"""Questions that wait for a thread; whoever comes then is asked to come back."""


class Pool:
    """Used from the thread of the event loop alone."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor
        self.waiting = 0

    async def run(self, work: Callable[[], T]) -> T:
        """What `work` returns or raises. Raises Later where too much waits already."""
        if self.waiting >= MOST_WAITING:
            raise Later
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.executor, _with_good_connection, work)
        finally:
            self.waiting -= 1


def _with_good_connection(work: Callable[[], T]) -> T:
    """As every request does it: a connection that broke, or that the database has closed, is made anew."""
    close_old_connections()
    return work()


POOL = Pool(ThreadPoolExecutor(THREADS, thread_name_prefix="sockets"))
