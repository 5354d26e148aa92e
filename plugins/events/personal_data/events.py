"""Events that a person organises: handed out; the events stay when the person goes."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.outbox import announce
from plugins.events.facts import EventChanged
from plugins.events.models import Event


def hand_out(user: User) -> object:
    events = Event.objects.filter(Q(organisers=user) | Q(created_by=user)).distinct().order_by("starts_at", "pk")
    return [
        {"title": event.title, "starts_at": event.starts_at.isoformat(), "organised": user in event.organisers.all()}
        for event in events.prefetch_related("organisers")
    ]


def erase(user: User) -> list[str]:
    """The person no longer organises them."""
    number = Event.objects.filter(organisers=user).count()
    for event in Event.objects.filter(organisers=user):
        event.organisers.remove(user)
        announce(EventChanged(event_id=event.pk, fields=("organisers",)))
    Event.objects.filter(created_by=user).update(created_by=None)
    return [_("Events that were organised stay, without the name (%(n)d).") % {"n": number}] if number else []
