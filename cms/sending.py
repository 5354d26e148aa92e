"""Threads that send to programs outside: a slow receiver holds up neither the others nor what the forum does itself."""

from __future__ import annotations

import logging
import threading

from django.conf import settings
from django.db import connection

from cms.actions.deliveries import attempt, claim_next, due

logger = logging.getLogger(__name__)

_at_work: set[threading.Thread] = set()
_counting = threading.Lock()


def send_what_is_due() -> None:
    """Have everything sent that is due, by as many threads at once as the setting says; none: here, one by one."""
    waiting = due().count()
    if not settings.WEBHOOKS_AT_ONCE:
        _send()
        return
    with _counting:
        for _number in range(min(waiting, settings.WEBHOOKS_AT_ONCE - len(_at_work))):
            thread = threading.Thread(target=_work, name="webhooks", daemon=True)
            _at_work.add(thread)
            thread.start()


def hear(facts: list[object]) -> None:
    """Something became due."""
    send_what_is_due()


def _work() -> None:
    try:
        _send()
    except Exception:
        logger.exception("Sending webhooks failed and goes on with the next look")
    finally:
        connection.close()
        with _counting:
            _at_work.discard(threading.current_thread())


def _send() -> None:
    """A delivery that fails in our own hands keeps its claim for a while and holds up no other."""
    while (pk := claim_next()) is not None:
        try:
            attempt(pk)
        except Exception:
            logger.exception("Delivery %d of a webhook failed on our side", pk)
