"""One event of each class, published and not, with somebody who is invited; one that is cancelled, one that is over."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import SYSTEM
from plugins.events.actions.events import cancel_event
from plugins.events.models import Event, EventClass, KindRule, Participant
from tests.factories.events import make_event
from workspace.models import WorkingGroup

MODELS = (Event, KindRule, Participant)


def add(people: dict[str, User | None]) -> None:
    group = WorkingGroup.objects.order_by("pk").first()
    for confidentiality in EventClass.values:
        for is_published in (True, False):
            event = make_event(
                confidentiality=confidentiality, group=group, organiser=people["mentor"], is_published=is_published
            )
            Participant.objects.create(event=event, person=people["guest"], invited_at=timezone.now())
            Participant.objects.create(event=event, name="Von außen", email="aussen@example.org")
    cancel_event(make_event(title="Abgesagt"), "Kein Saal.", actor=SYSTEM)
    over = make_event(title="Vorbei")
    Event.objects.filter(pk=over.pk).update(
        starts_at=timezone.now() - timedelta(days=3), ends_at=timezone.now() - timedelta(days=2)
    )
    KindRule.objects.create(kind="network", lead_weeks=8)
