"""How long it is known who came: until the stated day. Numbers by county stay."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from plugins.api.outbox import announce
from plugins.events.actions.events import advance, locked
from plugins.events.actions.proposals import forget_proposals
from plugins.events.facts import ParticipantsChanged
from plugins.events.models import Attendance, Event, Participant, PendingRegistration
from plugins.events.queries.attendance import counted, erased_on


def erase_people() -> None:
    """Lists whose day has come are erased, each event by itself."""
    today = timezone.localdate()
    for event in Event.objects.filter(people_erased_at=None).over_at(timezone.now()):
        if erased_on(event) <= today:
            erase_people_of(event)


@transaction.atomic
def erase_people_of(event: Event) -> None:
    """Nobody knows any more who was invited, had a place or came; how many of each county stays."""
    event = locked(event)
    if event.people_erased_at is not None:
        return
    Attendance.objects.bulk_create(
        Attendance(event=event, county=row.county, registered=row.registered, came=row.came) for row in counted(event)
    )
    people = Participant.objects.of(event).exclude(person=None).values_list("person_id", flat=True)
    user_ids = tuple(sorted(pk for pk in people if pk is not None))
    Participant.objects.of(event).delete()
    PendingRegistration.objects.filter(event=event).delete()
    forget_proposals(event)
    event.people_erased_at = timezone.now()
    event.save(update_fields=["people_erased_at"])
    log(event, "events.erase_people", user=None, title=f"#{event.pk}")
    announce(ParticipantsChanged(event_id=event.pk, user_ids=user_ids))
    advance(event, event.confidentiality)
