"""When counties can apply."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from plugins.membership.models import InterestRound


def open_round(on: date | None = None) -> InterestRound | None:
    """The round in which a county that applies on this day (today) takes part; None: it can apply without one."""
    day = on or timezone.localdate()
    rounds = InterestRound.objects.filter(opens_on__lte=day, closes_on__gte=day)
    return rounds.order_by("closes_on", "pk").first()


def next_round(on: date | None = None) -> InterestRound | None:
    """The next one that has not opened yet, for whoever comes too early."""
    return InterestRound.objects.filter(opens_on__gt=on or timezone.localdate()).order_by("opens_on", "pk").first()
