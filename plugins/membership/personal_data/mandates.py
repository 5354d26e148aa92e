"""What mandates say about a person."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.membership.models import GuestMandate
from plugins.membership.personal_data.days import iso


def hand_out(user: User) -> list[dict[str, object]]:
    """Mandates with their dates."""
    return [
        {"institution": mandate.institution, "from": iso(mandate.start), "until": iso(mandate.end)}
        for mandate in GuestMandate.objects.filter(people=user).order_by("start")
    ]


def erase(user: User) -> list[str]:
    """The person leaves their mandates, which stay the institution's, and sponsors none."""
    for mandate in GuestMandate.objects.filter(people=user):
        mandate.people.remove(user)
    GuestMandate.objects.filter(sponsor=user).update(sponsor=None)
    return []
