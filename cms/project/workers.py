"""The worker as a thread of the web process: facts are heard and schedules kept without a second service."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

logger = logging.getLogger(__name__)

PAUSE = 5
"""Seconds before a worker that broke is started anew."""


class WorkerThread:
    """Runs `work(stop)` from `start()` to `stop()`."""

    def __init__(self, work: Callable[[threading.Event], None]) -> None:
        self.work = work
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, patience: float = 5) -> None:
        """Ask the worker to end and wait so many seconds; what it was doing is done again after the next start."""
        self._stop.set()
        self._thread.join(patience)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self.work(self._stop)
            except Exception:
                logger.exception("The worker broke and is started again in %s seconds", PAUSE)
                self._stop.wait(PAUSE)
