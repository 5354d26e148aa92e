"""Date polls for tests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.events.actions.polls import ask_for_dates
from plugins.events.models import DatePoll


def make_poll(group: Any, coordinator: Any, *, days: tuple[float, ...] = (3, 5, 8), **said: Any) -> DatePoll:
    """Three moments from now, unless others are given."""
    usual = {"title": "Treffen zum Fragebogen", "text": "Wir legen Fragen fest."}
    moments = [timezone.now() + timedelta(days=day) for day in days]
    return ask_for_dates(group, {**usual, **said}, moments, actor=actor_for(coordinator))
