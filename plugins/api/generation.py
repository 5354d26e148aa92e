"""The generation of what is public: whoever keeps an answer for visitors keeps it under this number."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

from django.db import connection

from plugins.api.models import Generation

V = TypeVar("V")

_PRESENT = "SELECT number, switches FROM plugins_api_generation WHERE id = 1"


class _Seen:
    """What the last look in this process has seen of the number of the switches, which comes along with the other."""

    switches = 0


def current() -> int:
    """The present generation; one small query, in plain SQL because every answer from memory begins with it."""
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT)
        row = cursor.fetchone()
    number, _Seen.switches = row or (0, 0)
    return int(number)


def switches_seen() -> int:
    """The number of the switches as it was at the last look; asks the database nothing."""
    return _Seen.switches


def advance() -> None:
    """Something public has changed: what was kept under the old number is never shown again.

    The next number is drawn at random, so that a restored database never meets answers kept before.
    """
    number = secrets.randbits(62)
    if not Generation.objects.filter(pk=1).update(number=number):
        Generation.objects.update_or_create(pk=1, defaults={"number": number})


def switch() -> None:
    """A plugin was switched on or off: every process reads anew which ones are on, and nothing kept is shown again."""
    number = secrets.randbits(62)
    values = {"number": secrets.randbits(62), "switches": number}
    if not Generation.objects.filter(pk=1).update(**values):
        Generation.objects.update_or_create(pk=1, defaults=values)
    _Seen.switches = number


class KeptAnswers(Generic[V]):
    """Answers to visitors, kept in this process for one generation, at most `size` of them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._answers: OrderedDict[Hashable, V] = OrderedDict()
        self._generation = -1
        self._lock = Lock()

    def get(self, generation: int, key: Hashable) -> V | None:
        with self._lock:
            if generation != self._generation:
                return None
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
            return answer

    def keep(self, generation: int, key: Hashable, answer: V) -> V:
        with self._lock:
            if generation != self._generation:
                self._answers.clear()
                self._generation = generation
            self._answers[key] = answer
            while len(self._answers) > self._size:
                self._answers.popitem(last=False)
        return answer
