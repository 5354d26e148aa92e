"""What requests for contact say about a person: as whoever asked, as a member who was asked, as the office."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone

from cms.accounts.models import User
from plugins.membership.actions.contact_ends import empty
from plugins.membership.models import ContactInvitation, ContactNote, ContactRequest
from plugins.membership.models.contacts import OPEN

WORDS = ("reference", "kind", "name", "institution", "email", "purpose", "expected", "until", "state", "asked_at")


def hand_out(user: User) -> dict[str, object]:
    """Requests under the person's address, what they were asked and answered, and what they did as the office."""
    invitations = ContactInvitation.objects.order_by("pk")
    return {
        "requests": list(_requests_of(user).values(*WORDS)),
        "asked": list(
            invitations.filter(member=user).values(
                "request__reference", "asked_at", "answer", "address", "sentence", "answered_at"
            )
        ),
        "asked_others": list(invitations.filter(asked_by=user).values("request__reference", "asked_at")),
        "notes": list(ContactNote.objects.filter(written_by=user).order_by("pk").values("text", "written_at")),
    }


def erase(user: User) -> list[str]:
    """Own requests are over and empty; that the person was asked goes; the office's doing points to nobody."""
    _requests_of(user).filter(confirmed_at=None).delete()
    for request in _requests_of(user):
        if request.state in OPEN:
            request.state, request.ended_at = "ended", timezone.now()
        empty(request)
    ContactInvitation.objects.filter(member=user).delete()
    ContactInvitation.objects.filter(asked_by=user).update(asked_by=None)
    ContactNote.objects.filter(written_by=user).update(written_by=None)
    return []


def _requests_of(user: User) -> QuerySet[ContactRequest]:
    return ContactRequest.objects.filter(email__iexact=user.email).order_by("pk")
