"""A package that fails takes nothing else down: what it would have given is left out, and the office reads of it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any, Final, ParamSpec, TypeVar

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.models import F
from django.utils import timezone

from plugins.api import generation
from plugins.api.models import Trouble
from plugins.api.registry import registry

P = ParamSpec("P")
T = TypeVar("T")
Key = tuple[str, str, str]

logger = logging.getLogger(__name__)

WRITE_EVERY: Final = 60.0
"""Seconds between two times that the same trouble is written down: a page that everybody opens fails very often."""
RECENT: Final = timedelta(days=1)
KEPT_FOR: Final = timedelta(days=30)
NOT_THEIR_FAULT: Final = (OperationalError, InterfaceError)
"""While the database is away nobody can answer; whoever asked hears of it as ever."""

_lock = threading.Lock()
_waiting: dict[Key, int] = {}
_written: dict[Key, float] = {}


def asked(record: Any, otherwise: T, ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What the package behind a record answers to `ask(*args)`, or `otherwise` where it fails.

    Whoever asks many packages for a part of a page or of a list asks each of them by this. It never widens what
    somebody may see or do: `otherwise` is the answer of a package that has nothing to say.
    """
    try:
        return ask(*args, **kwargs)
    except NOT_THEIR_FAULT:
        raise
    except Exception as error:
        logger.exception("Plugin %s failed in %s", origin_of(record), place_of(record))
        note(record, error)
        if settings.PLUGIN_ERRORS_ARE_RAISED:
            raise
        return otherwise


def listed(record: Any, ask: Callable[P, Iterable[T]], *args: P.args, **kwargs: P.kwargs) -> list[T]:
    """The same for what comes in a row: all of it, or nothing."""
    return asked(record, [], lambda: list(ask(*args, **kwargs)))


def as_far_as(record: Any, ask: Callable[P, Iterable[T]], *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
    """The same for what is too much to wait for: what came before the failure stays."""
    end: Any = object()
    none: Iterable[T] = ()
    pieces = iter(asked(record, none, lambda: ask(*args, **kwargs)))
    while (piece := asked(record, end, next, pieces, end)) is not end:
        yield piece


def note(record: Any, error: Exception) -> None:
    """Write down that the package behind this record has failed."""
    plugin, place = origin_of(record), place_of(record)
    key = (plugin[:100], place[:100], f"{type(error).__name__}: {error}"[:500])
    with _lock:
        count = _waiting.get(key, 0) + 1
        is_due = time.monotonic() - _written.get(key, -WRITE_EVERY) >= WRITE_EVERY
        _waiting[key] = 0 if is_due else count
        if is_due:
            _written[key] = time.monotonic()
    if is_due and not connection.needs_rollback:
        _write(key, count)


def origin_of(record: Any) -> str:
    """The name of the plugin that brought a record."""
    found = (one.origin.name for one in registry.registrations(type(record)) if one.record is record)
    return next(found, "?")


def place_of(record: Any) -> str:
    """The slot, and what the record is called in it."""
    found = (str(getattr(record, name, "")) for name in ("name", "type", "field", "kind", "title"))
    return f"{type(record).__name__} {next(filter(None, found), '')}".strip()


def recent() -> list[Trouble]:
    """What failed within a day, the latest first."""
    return list(Trouble.objects.filter(last_at__gte=timezone.now() - RECENT).order_by("-last_at"))


def in_a_sentence() -> str | None:
    """For `/readyz`, which everybody reads: which packages fail or are left out, and nothing of what they said."""
    failing = sorted({f"{trouble.plugin} ({trouble.place})" for trouble in recent()})
    left_out = [f"{plugin.name} (needs plugin API {plugin.requires_api})" for plugin in registry.left_out]
    said = [f"Failing within the last day: {', '.join(failing)}."] if failing else []
    return " ".join([*said, *([f"Left out: {', '.join(left_out)}."] if left_out else [])]) or None


def forget_old() -> None:
    Trouble.objects.filter(last_at__lt=timezone.now() - KEPT_FOR).delete()


def _write(key: Key, count: int) -> None:
    plugin, place, error = key
    try:
        known = Trouble.objects.filter(plugin=plugin, place=place, error=error)
        if not known.update(count=F("count") + count, last_at=timezone.now()):
            Trouble.objects.create(plugin=plugin, place=place, error=error, count=count)
        generation.advance()  # a page with a gap is not kept for visitors
    except DatabaseError:
        logger.exception("What failed could not be written down")
