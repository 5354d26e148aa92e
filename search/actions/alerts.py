"""Asking saved searches anew, each with what its owner may see at this moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.outbox import announce
from search.addresses import newest_first
from search.answering import answer_to
from search.engine import EngineUnavailable
from search.facts import SavedSearchFound
from search.models import Alert, SavedSearch

EVERY = {Alert.DAILY: timedelta(days=1), Alert.WEEKLY: timedelta(days=7)}


def ask_what_is_due() -> None:
    """Every saved search whose day or week is over. While the search is away, all of them wait for the next time."""
    now = timezone.now()
    due = Q(pk__in=())
    for alert, every in EVERY.items():
        due |= Q(alert=alert, asked_at__lte=now - every)
    for search in SavedSearch.objects.filter(due, owner__is_active=True).select_related("owner"):
        try:
            newest = _newest(search)
        except EngineUnavailable:
            return
        _note(search, newest, now)


def _newest(search: SavedSearch) -> datetime | None:
    """Of when the newest is that its owner finds; the engine tells dates to the second."""
    address = newest_first(reverse("search"), search.parameters)
    hits = answer_to(address, actor=actor_for(search.owner)).result.hits
    return max((hit.published_at for hit in hits if hit.published_at is not None), default=None)


@transaction.atomic
def _note(search: SavedSearch, newest: datetime | None, now: datetime) -> None:
    """It was asked. Where it was deleted or silenced meanwhile, nothing is said."""
    still = SavedSearch.objects.select_for_update().filter(pk=search.pk, asked_at=search.asked_at, alert=search.alert)
    is_new = newest is not None and (search.newest_at is None or newest > search.newest_at)
    changes = {"asked_at": now, "newest_at": newest} if is_new else {"asked_at": now}
    if still.update(**changes) and is_new:
        announce(SavedSearchFound(search_id=search.pk, asked_at=now.isoformat()))
