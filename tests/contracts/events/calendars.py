"""Series with a moved and a cancelled date; addresses of calendars, and what was mailed to them."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.events.actions.calendars import remember_copy, renew_address
from plugins.events.actions.occurrences import cancel_occurrence, move_occurrence
from plugins.events.models import CalendarAddress, CalendarCopy, EventClass, Occurrence, Participant
from tests.factories.events import make_event
from workspace.models import WorkingGroup

MODELS = (CalendarAddress, CalendarCopy, Occurrence)


def add(people: dict[str, User | None]) -> None:
    group = WorkingGroup.objects.order_by("pk").first()
    until = timezone.localdate() + timedelta(days=70 + 15)
    for confidentiality in EventClass.values:
        event = make_event(
            confidentiality=confidentiality, group=group, recurrence="weekly", repeats_until=until, title="Reihe"
        )
        first, second = event.occurrences.all()[:2]
        move_occurrence(first, first.starts_at + timedelta(hours=2), first.ends_at + timedelta(hours=2), actor=SYSTEM)
        cancel_occurrence(second, actor=SYSTEM)
        for name in ("member", "guest"):
            remember_copy(Participant.objects.create(event=event, person=people[name], answer="yes"), "REQUEST")
    for name in ("member", "guest", "office"):
        renew_address(actor=actor_for(people[name]))
