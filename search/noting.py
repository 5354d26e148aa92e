"""What was searched in vain is noted while the page is made, and written a moment later beside it.

A search is a read, and on SQLite a write would make it wait for others: so a note only lies in memory until a timer of
this process writes it. (Every process has its own: a scheduled task runs in one of them and would never see the notes
of the others.) Whoever stops the process loses the notes of the last seconds; nothing depends on a single one.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from threading import Lock, Timer

from allauth.core.ratelimit import consume
from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from plugins.api.access import SYSTEM
from plugins.api.adapters.http import actor_of
from search.actions.unanswered import record_search

logger = logging.getLogger(__name__)

MOST_WAITING = 200


@dataclass(frozen=True, slots=True)
class Note:
    """A question and the counties of who asked; nothing else of them."""

    text: str
    counties: frozenset[str]


class Notebook:
    """Notes of this process that wait to be written. More than it holds are dropped."""

    def __init__(self) -> None:
        self._waiting: list[Note] = []
        self._lock = Lock()

    def add(self, note: Note) -> None:
        """Costs a moment, never a write."""
        with self._lock:
            is_first = not self._waiting
            if len(self._waiting) < MOST_WAITING:
                self._waiting.append(note)
        if is_first and settings.SEARCH_NOTES_WAIT is not None:
            timer = Timer(settings.SEARCH_NOTES_WAIT, self._write_in_this_thread)
            timer.daemon = True
            timer.start()

    def write(self) -> None:
        """Write down all that waits."""
        with self._lock:
            notes, self._waiting = self._waiting, []
        for note in notes:
            record_search(note.text, note.counties, actor=SYSTEM)

    def _write_in_this_thread(self) -> None:
        try:
            self.write()
        except Exception:
            logger.exception("Searches without an answer could not be written down")
        finally:
            connection.close()


NOTEBOOK = Notebook()


def note_search_in_vain(request: HttpRequest, text: str) -> None:
    """Note that this page shows no result. Letters as they are typed, looks ahead and floods are passed over."""
    if is_page_view(request) and consume(request, action="search_in_vain"):
        NOTEBOOK.add(Note(text, actor_of(request).keys("county")))


def is_page_view(request: HttpRequest) -> bool:
    """Whether somebody sent the form or followed a link: browsers say so, and our script says which part it wants."""
    part = request.GET.get("part")
    if part is not None:
        return request.method == "GET" and part == "results"
    mode, purpose = request.headers.get("Sec-Fetch-Mode", "navigate"), request.headers.get("Sec-Purpose", "")
    return request.method == "GET" and mode == "navigate" and "prefetch" not in purpose
