"""What happens to events by the clock."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from plugins.api import generation
from plugins.api.outbox import announce
from plugins.events.facts import EventOver
from plugins.events.models import Event, EventClass


@transaction.atomic
def notice_ends() -> None:
    """What is over leaves what is to come, without being saved: on pages that are kept, and in the search."""
    now = timezone.now()
    Event.objects.filter(was_over=True, ends_at__gt=now).update(was_over=False)
    over = dict(Event.objects.published().filter(was_over=False, ends_at__lte=now).values_list("pk", "confidentiality"))
    if not over:
        return
    Event.objects.filter(pk__in=over).update(was_over=True)
    for pk in sorted(over):
        announce(EventOver(event_id=pk))
    if EventClass.PUBLIC in over.values():
        generation.advance()
