"""Requests for contact in every state, about which some members were asked and others not."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.accounts.models import User
from plugins.membership.models import ContactInvitation, ContactRequest
from plugins.membership.states.contacts import STATES
from tests.factories.contacts import ask_about_contact, make_contact_request

MODELS = (ContactRequest, ContactInvitation)


def add(people: dict[str, User | None]) -> None:
    office, member, coordinator = people["office"], people["member"], people["coordinator"]
    assert office and member and coordinator
    make_contact_request(confirmed=False)
    for state in STATES:
        if state == "unconfirmed":
            continue
        request = make_contact_request(email=f"{state}@uni.example")
        if state != "received":
            ask_about_contact(request, office, member, coordinator)
        over = timezone.now() if state in ("closed", "declined", "ended") else None
        ContactRequest.objects.filter(pk=request.pk).update(state=state, ended_at=over)
    long_over = make_contact_request(email="lange-vorbei@uni.example")
    ask_about_contact(long_over, office, member)
    ContactRequest.objects.filter(pk=long_over.pk).update(
        state="ended", ended_at=timezone.now() - timedelta(days=40), until=timezone.localdate() - timedelta(days=40)
    )
    _of_somebody_who_left(people)


def _of_somebody_who_left(people: dict[str, User | None]) -> None:
    """They were asked while they held a seat, which has ended since."""
    request = make_contact_request(email="ehemals@uni.example")
    ContactInvitation.objects.create(request=request, member=people["former_member"])
    ContactRequest.objects.filter(pk=request.pk).update(state="matching")
