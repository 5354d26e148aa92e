"""What happens by the clock."""

from __future__ import annotations

from django.db import transaction

from plugins.api import generation
from plugins.api.outbox import announce
from plugins.membership.actions import application_retention as retention
from plugins.membership.actions.contact_ends import (
    empty_old_requests,
    end_past_requests,
    forget_unconfirmed_requests,
)
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


def end_contact_requests() -> None:
    """Requests for contact vanish unconfirmed, end after their last day, and are emptied ninety days later."""
    forget_unconfirmed_requests()
    end_past_requests()
    empty_old_requests()


def look_after_applications() -> None:
    """Each step by itself, so that one that fails holds up no other day's work for long."""
    retention.remind_of_begun()
    retention.forget_begun()
    retention.empty_ended()
    retention.tell_of_late()
