"""Invitations that went out, one of them late, and the report on a year."""

from __future__ import annotations

from django.utils import timezone

from cms.accounts.models import User
from plugins.events.models import Event, LeadTimeReport, Participant
from tests.factories.events import make_event

MODELS = (LeadTimeReport,)


def add(people: dict[str, User | None]) -> None:
    event = make_event(title="Eingeladen", confidentiality="members", days=20)
    Event.objects.filter(pk=event.pk).update(invited_at=timezone.now(), late_reason="Der Saal fehlte.")
    for name in ("member", "office"):
        Participant.objects.create(event=event, person=people[name], invited_at=timezone.now())
    LeadTimeReport.objects.create(year=2025)
