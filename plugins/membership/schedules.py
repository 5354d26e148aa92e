"""What happens by the clock."""

from __future__ import annotations

from django.db import transaction

from plugins.api import generation
from plugins.api.outbox import announce
from plugins.membership.facts import MemberChanged
from plugins.membership.models import MemberProfile, Seat


@transaction.atomic
def follow_seats() -> None:
    """Seats begin and end by the clock, without being saved: people become findable, or are found no more."""
    holding = Seat.objects.in_force()
    begun = holding.filter(was_in_force=False)
    ended = Seat.objects.filter(was_in_force=True).exclude(pk__in=holding.values("pk"))
    new, old = ({seat.pk: seat.person_id for seat in seats} for seats in (begun, ended))
    if not new and not old:
        return
    for person_id in new.values():
        MemberProfile.objects.get_or_create(pk=person_id)
    Seat.objects.filter(pk__in=new).update(was_in_force=True)
    Seat.objects.filter(pk__in=old).update(was_in_force=False)
    for person_id in sorted({*new.values(), *old.values()}):
        announce(MemberChanged(person_id=person_id))
    generation.advance()  # the home page names counties by their seats
