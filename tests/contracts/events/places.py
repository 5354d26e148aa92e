"""What people need and who reads it, a registration that is not confirmed, and numbers by county, of each class."""

from __future__ import annotations

from cms.accounts.models import User
from cms.models import County
from plugins.events.models import Attendance, Event, Needs, NeedsReader, Participant, PendingRegistration

MODELS = (Attendance, Needs, NeedsReader, PendingRegistration)


def add(people: dict[str, User | None]) -> None:
    """For every event of the world; of one the reader is its organiser, of the others somebody else."""
    county = County.objects.order_by("pk").first()
    for number, event in enumerate(Event.objects.order_by("pk")):
        Attendance.objects.create(event=event, county=county, registered=2, came=1)
        Attendance.objects.create(event=event, registered=1, came=1)
        NeedsReader.objects.create(event=event, person=people["mentor" if number == 0 else "outsider"])
        PendingRegistration.objects.create(event=event, name="Noch nicht", email="noch@example.org")
        for participant in Participant.objects.of(event):
            Needs.objects.create(participant=participant, diet="vegetarisch")
