"""Material and results of each class beside events of each class, published and not, and how far organisers are."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.events.models import Event, EventMaterial, EventResult, FollowUp, MaterialClass, Participant

MODELS = (EventMaterial, EventResult, FollowUp)


def add(people: dict[str, User | None]) -> None:
    """A class that an event does not admit stands there too: the event may have had another one before."""
    for event in Event.objects.order_by("pk")[:12]:
        FollowUp.objects.create(event=event)
        for confidentiality in MaterialClass.values:
            said = {"event": event, "confidentiality": confidentiality}
            EventMaterial.objects.create(title="Protokoll", text="Worte", **said)
            EventResult.objects.create(text="Ergebnis", **said)
    for number, event in enumerate(Event.objects.order_by("pk")[:12]):
        came = Participant.objects.filter(event=event, person=people["outsider"]).first()
        if came is None and number % 2:
            Participant.objects.create(event=event, person=people["outsider"], came=True)
