"""The working group of the demo world looks for a date; one person has answered."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.events.actions.polls import answer_poll, ask_for_dates
from plugins.events.models import DatePoll, Word
from workspace.models import WorkingGroup

DAYS = ((9, 10), (10, 14), (16, 10))
"""In how many days, and at which hour."""


@transaction.atomic
def load() -> None:
    """Only while nobody was asked."""
    group = WorkingGroup.objects.order_by("pk").first()
    if DatePoll.objects.exists() or group is None:
        return
    coordinator = User.objects.get(email="coordinator@demo.example")
    today = timezone.localdate()
    moments = [timezone.make_aware(datetime.combine(today + timedelta(days=days), time(hour))) for days, hour in DAYS]
    said = {
        "title": "Kurzes Treffen zum Fragebogen",
        "text": "Wir legen fest, welche Fragen wir den Landkreisen stellen.",
        "minutes": 45,
    }
    poll = ask_for_dates(group, said, moments, actor=actor_for(coordinator))
    voter = poll.voters.filter(person=coordinator).first()
    if voter is not None:
        words = {option.pk: Word.NO if number == 1 else Word.YES for number, option in enumerate(poll.options.all())}
        answer_poll(voter, words, actor=actor_for(coordinator))
