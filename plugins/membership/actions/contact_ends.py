"""What ends by the clock: requests that nobody confirmed, whose last day has passed, or whose words are due to go."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from plugins.api.states import moved
from plugins.membership.models import ContactInvitation, ContactNote, ContactRequest
from plugins.membership.models.contacts import KEPT_AFTER_END, OPEN, UNCONFIRMED_FOR
from plugins.membership.policies.contacts import NOT_NOW
from plugins.membership.states.contacts import ContactMachine


@transaction.atomic
def forget_unconfirmed_requests() -> int:
    """After seven days nobody knows any more that somebody began to ask; says how many."""
    old = ContactRequest.objects.filter(confirmed_at=None, asked_at__lte=timezone.now() - UNCONFIRMED_FOR)
    number = old.count()
    old.delete()
    return number


@transaction.atomic
def end_past_requests() -> int:
    """The last day counts; on the next the request is over. Says how many."""
    past = ContactRequest.objects.select_for_update().filter(state__in=OPEN, until__lt=timezone.localdate())
    requests = list(past)
    for request in requests:
        request.state = moved(ContactMachine, request.state, "run_out", NOT_NOW)
        request.ended_at = timezone.now()
        request.save(update_fields=["state", "ended_at"])
    return len(requests)


@transaction.atomic
def empty_old_requests() -> int:
    """Ninety days after the end names, addresses and words are gone; kind, topics, dates and outcome are counted."""
    old = ContactRequest.objects.select_for_update().filter(
        emptied_at=None, ended_at__lte=timezone.now() - KEPT_AFTER_END
    )
    requests = list(old)
    for request in requests:
        empty(request)
    return len(requests)


def empty(request: ContactRequest) -> None:
    """Of everybody who is named in it, and of what anybody wrote about it."""
    request.name = request.institution = request.email = request.purpose = request.expected = request.reason = ""
    request.emptied_at = timezone.now()
    request.save()
    ContactNote.objects.filter(request=request).delete()
    ContactInvitation.objects.filter(request=request).update(address="", sentence="")
