"""Announcing facts: a row per listener in the transaction, heard after commit, at least once.

Each listener is served by one process at a time (a lease), so that what it does happens in the order of commits.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plugins.api.errors import NotNow
from plugins.api.extensions import FactListener
from plugins.api.facts import Fact
from plugins.api.holders import new_holder
from plugins.api.models import Delivery, Lease
from plugins.api.registry import registry
from plugins.api.troubles import asked, note

logger = logging.getLogger(__name__)

BATCH = 200
LEASE = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=1)

something_to_do = threading.Event()
"""Set after a commit that announced something, so that the worker of this process need not wait for its next look."""
something_at_once = threading.Event()
"""The same for what is heard at once."""


def announce(fact: Fact) -> None:
    """Tell whoever listens that this has happened, once the transaction commits."""
    listeners = [
        listener
        for listener in registry.records(FactListener)
        if isinstance(fact, listener.facts) and asked(listener, True, listener.wants, fact)
    ]
    Delivery.objects.bulk_create(
        Delivery(listener=listener.name, fact=fact.name, payload=fact.as_payload()) for listener in listeners
    )
    if listeners:
        transaction.on_commit(something_to_do.set)
    if any(listener.at_once for listener in listeners):
        transaction.on_commit(something_at_once.set)


def dispatch_pending(*, takes_long: bool | None = None, at_once: bool | None = None) -> int:
    """Let every listener hear what is due; returns how many deliveries were made.

    `takes_long` leaves out either those whose work takes long or all others, `at_once` those who hear at once or all
    others.
    """
    wanted = [
        listener
        for listener in registry.records(FactListener)
        if takes_long in (None, listener.takes_long) and at_once in (None, listener.at_once)
    ]
    waiting = set(Delivery.objects.due().values_list("listener", flat=True).distinct())
    return sum(_serve(listener) for listener in wanted if listener.name in waiting)


def _serve(listener: FactListener) -> int:
    holder = new_holder()
    if not Lease.acquire(listener.name, holder, LEASE):
        return 0
    done = 0
    size = 1 if listener.takes_long else BATCH  # the lease is renewed before each batch
    try:
        while batch := list(Delivery.objects.due().filter(listener=listener.name).order_by("pk")[:size]):
            if not Lease.renew(listener.name, holder, LEASE):
                break
            done += _deliver(listener, batch)
    finally:
        Lease.release(listener.name, holder)
    return done


def _deliver(listener: FactListener, batch: Sequence[Delivery]) -> int:
    """Hand over a batch; when that fails, one by one, so that a single bad fact does not hold up the others."""
    try:
        listener.handle([delivery.as_fact() for delivery in batch])
    except NotNow as error:
        _put_off(listener, error)
        return 0
    except Exception as error:
        if len(batch) > 1:
            return sum(_deliver(listener, [delivery]) for delivery in batch)
        logger.exception("Listener %s failed on %s", listener.name, batch[0].fact)
        note(listener, error)
        _postpone(batch[0], error)
        return 0
    Delivery.objects.filter(pk__in=[delivery.pk for delivery in batch]).delete()
    return len(batch)


def _put_off(listener: FactListener, error: NotNow) -> None:
    """Everything that is due for this listener waits, as a whole and at once; nothing is tried one by one."""
    due_at = timezone.now() + timedelta(seconds=error.seconds)
    waiting = Delivery.objects.due().filter(listener=listener.name)
    count = waiting.update(due_at=due_at, last_error=error.reason[:500])
    logger.warning("Listener %s hears nothing at present, %d facts wait: %s", listener.name, count, error.reason)


def _postpone(delivery: Delivery, error: Exception) -> None:
    delivery.attempts += 1
    wait = min(timedelta(seconds=2**delivery.attempts), LONGEST_WAIT)
    delivery.due_at = timezone.now() + wait
    delivery.last_error = f"{type(error).__name__}: {error}"[:500]
    delivery.save(update_fields=["attempts", "due_at", "last_error"])
